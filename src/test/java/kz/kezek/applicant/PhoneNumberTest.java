package kz.kezek.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "87011234567",
                "8 701 123-45-67",
                "+7 (701) 123 45 67",
                "77011234567",
                "7011234567",
                "701.123.45.67"
            })
    void readsANumberOfTheCountryHoweverItIsWritten(String written) {
        assertThat(PhoneNumber.of(written)).contains(new PhoneNumber("+77011234567"));
        assertThat(PhoneNumber.of(written).orElseThrow().shown()).isEqualTo("+7 701 123 45 67");
    }

    @Test
    void keepsANumberOfAnotherCountryAsItIs() {
        assertThat(PhoneNumber.of("+49 30 123456").orElseThrow().shown()).isEqualTo("+4930123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8701", "call me", "1401", "900101300017", "8701123456a", "+123456"})
    void readsNothingElse(String written) {
        assertThat(PhoneNumber.of(written)).isEmpty();
    }

    @Test
    void showsOnlyItsEndWhereItMayBeLogged() {
        assertThat(new PhoneNumber("+77011234567")).hasToString("…67");
    }
}
