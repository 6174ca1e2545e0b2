package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    private static final String RUSSIAN = "Здравствуйте! Не могу войти в судебный кабинет, помогите.";

    @ParameterizedTest
    @CsvSource({
        "cp-1251,windows-1251",
        "win-1251,windows-1251",
        "\"Windows-1251\",windows-1251",
        "koi8r,KOI8-R",
        "iso-8859-1,windows-1252",
        "gb2312,GB18030",
        "ks_c_5601-1987,x-windows-949",
        "KZ-1048,KZ-1048",
        "STRK1048-2002,KZ-1048",
        "PTCP154,PTCP154",
        "unicode-1-1-utf-7,UTF-7"
    })
    void knowsTheNamesMailClientsUse(String label, String charset) {
        assertThat(Charsets.labelled(label).orElseThrow().name()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ascii", "unknown-8bit", "", "x-made-up", "\u0000", "charset="})
    void detectsWhereALabelSaysNothing(String label) {
        assertThat(Charsets.labelled(label)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "UTF-8"})
    void tellsCyrillicCharsetsApart(String charset) {
        byte[] bytes = RUSSIAN.getBytes(Charset.forName(charset));

        assertThat(TextDecoder.decode(bytes, "us-ascii", Optional.empty()).text())
                .isEqualTo(RUSSIAN);
    }

    @Test
    void seesThroughLatinLabelsOnCyrillicText() {
        byte[] bytes = RUSSIAN.getBytes(Charset.forName("windows-1251"));

        assertThat(TextDecoder.decode(bytes, "iso-8859-1", Optional.empty()).text())
                .isEqualTo(RUSSIAN);
    }

    @Test
    void leavesAccentedLatinTextAlone() {
        byte[] bytes = "Grüße aus Köln, à bientôt".getBytes(Charset.forName("windows-1252"));

        assertThat(TextDecoder.decode(bytes, "iso-8859-1", Optional.empty()).text())
                .isEqualTo("Grüße aus Köln, à bientôt");
    }

    @Test
    void readsKazakhLettersOfBothKazakhCharsets() {
        byte[] kz1048 = {(byte) 0x9E, (byte) 0xE0, (byte) 0xBF};
        byte[] ptcp154 = {(byte) 0x9D, (byte) 0x89};

        assertThat(Charsets.KZ_1048.decode(kz1048)).isEqualTo("һаү");
        assertThat(Charsets.PTCP154.decode(ptcp154)).isEqualTo("қү");
    }

    @Test
    void readsUtf8UnderAWindowsLabel() {
        byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);

        assertThat(TextDecoder.decode(bytes, "windows-1251", Optional.empty()).text())
                .isEqualTo(RUSSIAN);
    }

    @Test
    void readsUtf7() {
        assertThat(Utf7.decode("1 +BEI- 2 +- 3".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("1 т 2 + 3");
    }

    @Test
    void dropsNulAndLoneSurrogates() {
        assertThat(CleanText.of("a\u0000b\uD800c")).isEqualTo("abc".replace("bc", "b\uFFFDc"));
    }
}
