package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SampleLettersTest {

    @ParameterizedTest
    @MethodSource("kz.kezek.submission.SampleLetters#requests")
    void readsEverySampleAsExpected(SampleLetters.Sample sample) {
        Submission read = SubmissionReader.read(sample.letter());
        JsonNode expected = sample.expected();

        assertThat(read.id().map(id -> id.id().digits())).isEqualTo(text(expected, "iinOrBin"));
        assertThat(read.language().map(Language::tag)).isEqualTo(text(expected, "language"));
        assertThat(missing(read)).isEqualTo(strings(expected.get("missing")));
        assertThat(Optional.of(read.subject().serviceCodeRaw()).filter(code -> !code.isEmpty()))
                .isEqualTo(text(expected, "serviceCodeRaw"));
        text(expected, "shortDescription")
                .ifPresent(summary -> assertThat(tidy(read.subject().summary())).isEqualTo(tidy(summary)));
        for (FormItem item : List.of(FormItem.EDS, FormItem.BROWSER, FormItem.JAVA, FormItem.SENDER)) {
            text(expected.get("items"), String.valueOf(item.number()))
                    .ifPresent(written -> assertThat(tidy(read.written().getOrDefault(item, "")))
                            .isEqualTo(tidy(written)));
        }
        assertDetails(read, expected.get("items").get("4"));
    }

    private static void assertDetails(Submission read, JsonNode expected) {
        Map<FactKind, String> keys =
                Map.of(FactKind.ERROR_TEXT, "errorText", FactKind.ACTIONS, "actions", FactKind.ADDITIONAL, "extra");
        keys.forEach((kind, key) -> text(expected, key)
                .ifPresent(written -> assertThat(read.fact(kind).map(fact -> tidy(fact.value())))
                        .contains(tidy(written))));
    }

    private static List<String> missing(Submission read) {
        return read.missingItems().stream()
                .map(item -> String.valueOf(item.number()))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asString()));
        return strings;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Stream.ofNullable(node.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .findFirst();
    }

    private static String tidy(String text) {
        return String.join(" ", text.strip().split("\\s+", -1));
    }
}
