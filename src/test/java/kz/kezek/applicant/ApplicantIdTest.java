package kz.kezek.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApplicantIdTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithEveryPublishedVector(JsonNode vector) {
        ApplicantId id = ApplicantId.of(vector.get("input").asString()).orElseThrow();

        assertThat(kind(id))
                .isEqualTo(
                        vector.get("kind").isNull()
                                ? "null"
                                : vector.get("kind").asString());
        assertThat(id.checkDigitValid()).isEqualTo(vector.get("checksum").asBoolean());
        assertThat(CheckDigit.of(id.digits())).isEqualTo(expectedDigit(vector));
        assertThat(id.faults().stream().allMatch(f -> f == IdFault.CHECK_DIGIT))
                .isEqualTo(vector.get("structure").asBoolean());
        if (vector.has("birthDate") && id instanceof Iin iin) {
            assertThat(iin.bornOn())
                    .hasToString("Optional[" + vector.get("birthDate").asString() + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90010110001", "9001011000144", "90010110001O", "٩٠٠١٠١١٠٠٠١٤"})
    void isNothingButTwelveAsciiDigits(String text) {
        assertThat(ApplicantId.of(text)).isEmpty();
    }

    @Test
    void showsTheLastFourDigitsOfAnIinAndTheWholeOfABin() {
        assertThat(new Iin("900101300417").masked()).isEqualTo("••••••••0417");
        assertThat(new Iin("900101300417")).hasToString("••••••••0417");
        assertThat(new Bin("940140000385").masked()).isEqualTo("940140000385");
    }

    private static OptionalInt expectedDigit(JsonNode vector) {
        JsonNode digit = vector.get("expectedCheckDigit");
        return digit.isNull() ? OptionalInt.empty() : OptionalInt.of(digit.asInt());
    }

    private static String kind(ApplicantId id) {
        return switch (id) {
            case Iin iin -> "iin";
            case Bin bin -> "bin";
            case UnclassifiedId unclassified -> "null";
        };
    }

    static List<JsonNode> vectors() throws IOException {
        try (InputStream in = ApplicantIdTest.class.getResourceAsStream("/applicant/iin-bin-vectors.json")) {
            List<JsonNode> vectors = new ArrayList<>();
            JsonMapper.shared().readTree(in).get("vectors").forEach(vectors::add);
            return vectors;
        }
    }
}
