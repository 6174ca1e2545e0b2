package kz.kezek.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is found where its letter holds it, and only there where the place gives it back byte for byte. */
class EncodedCopyTest {

    private static final byte[] FILE = random(10_001, 1);

    @ParameterizedTest
    @CsvSource({"76, CRLF", "76, LF", "76, CR", "60, CRLF", "64, LF", "72, CRLF", "100000, CRLF"})
    void findsAFileInLinesOfAnyUsualLength(int line, String end) {
        String lineEnd = end.replace("CR", "\r").replace("LF", "\n");
        for (int size : new int[] {2048, 2049, 2050, 5700, 10_001}) {
            byte[] file = Arrays.copyOf(FILE, size);
            byte[] letter = letter(encoded(file, line, lineEnd), lineEnd);

            assertThat(EncodedCopy.find(letter, file))
                    .hasValueSatisfying(
                            copy -> assertThat(decoded(letter, copy)).isEqualTo(file));
        }
    }

    @Test
    void findsTheLastOneOfALetterThatBreaksOff() {
        byte[] letter = ("Subject: x\r\n\r\n" + encoded(FILE, 76, "\r\n")).getBytes(US_ASCII);

        assertThat(EncodedCopy.find(letter, FILE))
                .hasValueSatisfying(copy -> assertThat(decoded(letter, copy)).isEqualTo(FILE));
    }

    @Test
    void findsEachOfSeveralFilesThatBeginAlike() {
        byte[] other = FILE.clone();
        other[5000]++;
        byte[] letter = letter(encoded(FILE, 76, "\r\n") + "\r\n--b\r\n\r\n" + encoded(other, 76, "\r\n"), "\r\n");

        assertThat(EncodedCopy.find(letter, FILE)).isPresent();
        assertThat(EncodedCopy.find(letter, other))
                .hasValueSatisfying(copy -> assertThat(decoded(letter, copy)).isEqualTo(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut off", "blank in a line", "line of another length", "no padding", "changed"})
    void passesOverWhatNoEncoderWrites(String how) {
        String encoded = encoded(FILE, 76, "\r\n");
        String written = switch (how) {
            case "cut off" -> encoded.substring(0, encoded.length() - 100);
            case "blank in a line" -> encoded.substring(0, 500) + " " + encoded.substring(500);
            case "line of another length" ->
                encoded.substring(0, 78 * 3 + 40) + "\r\n" + encoded.substring(78 * 3 + 40);
            case "no padding" -> encoded.replace("=", "");
            default -> encoded.substring(0, 5000) + "AAAA" + encoded.substring(5004);
        };

        assertThat(encoded).endsWith("=");
        assertThat(EncodedCopy.find(letter(written, "\r\n"), FILE)).isEmpty();
    }

    @Test
    void doesNotLookForSmallFilesNorInOtherLetters() {
        byte[] small = Arrays.copyOf(FILE, 2047);

        assertThat(EncodedCopy.find(letter(encoded(small, 76, "\r\n"), "\r\n"), small))
                .isEmpty();
        assertThat(EncodedCopy.find(letter("text", "\r\n"), FILE)).isEmpty();
        assertThat(EncodedCopy.find(new byte[0], FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 76, 100_000})
    void readsTheBeginningOfACopyCutOffAnywhere(int line) {
        byte[] encoded = encoded(FILE, line, "\r\n").getBytes(US_ASCII);
        for (int cut = 100; cut < encoded.length; cut += 7) {
            byte[] beginning =
                    EncodedCopy.decode(Arrays.copyOf(encoded, cut), true).orElseThrow();

            assertThat(FILE).startsWith(beginning);
        }
        int enough = EncodedCopy.enoughFor(1000);
        assertThat(EncodedCopy.decode(Arrays.copyOf(encoded, enough), true))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSizeGreaterThanOrEqualTo(1000));
    }

    @Test
    void findsNothingInWhatIsNotBase64() {
        assertThat(EncodedCopy.decode("QUJ=RA==".getBytes(US_ASCII), false)).isEmpty();
    }

    private static byte[] decoded(byte[] letter, EncodedCopy copy) {
        return EncodedCopy.decode(Arrays.copyOfRange(letter, copy.at(), copy.at() + copy.length()), false)
                .orElseThrow();
    }

    private static String encoded(byte[] file, int line, String lineEnd) {
        return Base64.getMimeEncoder(line, lineEnd.getBytes(US_ASCII)).encodeToString(file);
    }

    private static byte[] letter(String encoded, String lineEnd) {
        return String.join(lineEnd, "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b", "")
                .concat(lineEnd + encoded + lineEnd + "--b--" + lineEnd)
                .getBytes(US_ASCII);
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
