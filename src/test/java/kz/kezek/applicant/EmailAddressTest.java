package kz.kezek.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void knowsOneSenderUnderDifferentSpellings() {
        assertThat(EmailAddress.of("Тимур <T.Testov@Example.KZ>")).isEqualTo(EmailAddress.of(" t.testov@example.kz "));
        assertThat(EmailAddress.of("a@сот.қаз")).isEqualTo(EmailAddress.of("a@xn--n1afe.xn--80ao21a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b", "a b@c.kz", "Тимур"})
    void isNothingWithoutBothParts(String text) {
        assertThat(EmailAddress.of(text)).isEmpty();
    }

    @Test
    void hidesTheLocalPartInLists() {
        assertThat(EmailAddress.of("t.testov@example.kz").orElseThrow()).hasToString("t•••@example.kz");
    }
}
