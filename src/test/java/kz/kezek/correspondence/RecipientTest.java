package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @Test
    void readsAnAddressAndADomainInAnyScript() {
        assertThat(Recipient.read(" a.b+c@mail.ru ")).contains(new Recipient("a.b+c@mail.ru"));
        assertThat(Recipient.read("office@суд.қаз"))
                .hasValueSatisfying(read -> assertThat(read.address()).startsWith("office@xn--"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@mail.ru",
                "a@",
                "a b@mail.ru",
                "иван@mail.ru",
                "a@mail.ru\r\nBcc: b@mail.ru",
                "a@mail.ru, b@mail.ru",
                "<a@mail.ru>",
                "a@mail_ru"
            })
    void readsNothingElse(String written) {
        assertThat(Recipient.read(written)).isEmpty();
    }
}
