package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTokenTest {

    private static final SecretKey KEY = key("one");

    @Test
    void isTheFirstEightyBitsOfTheHmacInBase32() {
        // printf 'kezek reply address 1\nСК-26-000001' | openssl dgst -sha256 -hmac one -binary | head -c 10 | base32 |
        // tr A-Z a-z
        assertThat(ReplyToken.of(KEY, "СК-26-000001").value()).isEqualTo("hijbszwrtrhkx5gc");
    }

    @Test
    void belongsToOneTicketAndOneKey() {
        ReplyToken token = ReplyToken.of(KEY, "СК-26-000001");

        assertThat(token.verify(KEY, "СК-26-000001")).isTrue();
        assertThat(token.verify(KEY, "СК-26-000002")).isFalse();
        assertThat(token.verify(key("two"), "СК-26-000001")).isFalse();
    }

    @Test
    void differsForEveryTicket() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            tokens.add(ReplyToken.of(KEY, "СК-26-%06d".formatted(i)).value());
        }

        assertThat(tokens).hasSize(1000);
    }

    @Test
    void standsInTheDesksAddressAndIsFoundThere() {
        ReplyToken token = ReplyToken.of(KEY, "СК-26-000001");
        Recipient address = token.address(new Recipient("office@sud.kz"));

        assertThat(address.address()).isEqualTo("office+" + token.value() + "@sud.kz");
        assertThat(ReplyToken.in(address.address())).contains(token);
        assertThat(ReplyToken.in("OFFICE+" + token.value().toUpperCase(Locale.ROOT) + "@SUD.KZ"))
                .contains(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office@sud.kz",
                "office+@sud.kz",
                "office+abc@sud.kz",
                "office+aaaaaaaaaaaaaaa1@sud.kz",
                "office+aaaaaaaaaaaaaaaaa@sud.kz",
                "+aaaaaaaaaaaaaaaa",
                "office@sud.kz+aaaaaaaaaaaaaaaa",
                ""
            })
    void isNotFoundWhereThereIsNone(String address) {
        assertThat(ReplyToken.in(address)).isEmpty();
    }

    @Test
    void refusesToBeAnythingElse() {
        assertThatThrownBy(() -> new ReplyToken("office")).isInstanceOf(IllegalArgumentException.class);
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }
}
