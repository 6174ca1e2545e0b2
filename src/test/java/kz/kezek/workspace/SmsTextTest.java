package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SmsTextTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "160, 1", "161, 2", "306, 2", "307, 3"})
    void countsLatinTextBy160AndThen153(int length, int parts) {
        var sms = sms("a".repeat(length));
        assertThat(sms.gsm()).isTrue();
        assertThat(sms.length()).isEqualTo(length);
        assertThat(sms.parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
    void countsCyrillicTextBy70AndThen67(int length, int parts) {
        var sms = sms("қ".repeat(length));
        assertThat(sms.gsm()).isFalse();
        assertThat(sms.length()).isEqualTo(length);
        assertThat(sms.parts()).isEqualTo(parts);
    }

    @Test
    void countsTwicePerBracketAndEuro() {
        assertThat(sms("[€]").length()).isEqualTo(6);
        assertThat(sms("€".repeat(80)).parts()).isEqualTo(1);
        assertThat(sms("€".repeat(81)).parts()).isEqualTo(2);
    }

    @Test
    void cutsNoCharacterInTwo() {
        // 76 pairs fit into 153 places, not 76.5.
        assertThat(sms("€".repeat(152)).parts()).isEqualTo(2);
        assertThat(sms("€".repeat(153)).parts()).isEqualTo(3);
        // 33 surrogate pairs fit into 67.
        assertThat(sms("\uD83D\uDE00".repeat(66)).parts()).isEqualTo(2);
        assertThat(sms("\uD83D\uDE00".repeat(67)).parts()).isEqualTo(3);
    }

    @Test
    void needsUcs2ForOneForeignLetter() {
        assertThat(sms("SK-26-000001 ә").alone()).isEqualTo(70);
    }

    /** What a caller is sent after a call costs one message, also when a year has had a million tickets. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void putsNumberAndDeadlineIntoOneMessage(Language language) {
        String number = language == Language.EN ? "SK-26-1004812" : "СК-26-1004812";
        var sms = new SmsText(language, Words.in(language).text("call.sms", number, "24.11 11:20", "1401"));
        assertThat(sms.text()).contains(number, "24.11 11:20", "1401");
        assertThat(sms.parts()).as(sms.text() + " " + sms.length()).isEqualTo(1);
        assertThat(sms.gsm()).isEqualTo(language == Language.EN);
    }

    private static SmsText sms(String text) {
        return new SmsText(Language.EN, text);
    }
}
