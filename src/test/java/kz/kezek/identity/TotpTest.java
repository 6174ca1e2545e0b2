package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B, cut to six digits, and of RFC 4648. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takesACodeOfTheStepBeforeNowAndAfterAndNoOther() {
        Instant at = Instant.ofEpochSecond(1_234_567_890);
        long now = Totp.step(at);
        for (long off = -3; off <= 3; off++) {
            assertThat(Totp.accepted(SECRET, Totp.code(SECRET, now + off), at, 0)
                            .isPresent())
                    .as("%d steps off", off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void takesNoCodeTwice() {
        Instant at = Instant.ofEpochSecond(1_234_567_890);
        long now = Totp.step(at);

        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, now), at, now)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, now + 1), at, now)).hasValue(now + 1);
    }

    @Test
    void takesNothingThatIsNoCode() {
        for (String given : new String[] {"", "5924", "0005924", "abcdef", "٠٠٥٩٢٤"}) {
            assertThat(Totp.accepted(SECRET, given, Instant.ofEpochSecond(1_234_567_890), 0))
                    .as(given)
                    .isEmpty();
        }
    }

    @Test
    void writesASecretAsAppsReadIt() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    }
}
