package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdsTest {

    private static final UUID ID = UUID.fromString("0198c7a2-5d0e-7c3a-9b41-2f6d8e1a0c55");

    @Test
    void leadsBackToTheLetter() {
        String messageId = MessageIds.of(ID, "Sud.kz");

        assertThat(messageId).isEqualTo("<letter.0198c7a2-5d0e-7c3a-9b41-2f6d8e1a0c55@sud.kz>");
        assertThat(MessageIds.letterId(messageId, "sud.kz")).contains(ID);
        assertThat(MessageIds.letterId(" " + messageId.toUpperCase(Locale.ROOT) + "\r\n", "SUD.KZ"))
                .contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<letter.0198c7a2-5d0e-7c3a-9b41-2f6d8e1a0c55@example.kz>",
                "letter.0198c7a2-5d0e-7c3a-9b41-2f6d8e1a0c55@sud.kz",
                "<letter.1@sud.kz>",
                "<abc@mail.ru>",
                ""
            })
    void knowsWhatIsNotOurs(String foreign) {
        assertThat(MessageIds.letterId(foreign, "sud.kz")).isEmpty();
    }
}
