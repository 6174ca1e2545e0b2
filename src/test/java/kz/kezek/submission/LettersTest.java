package kz.kezek.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.kezek.applicant.Bin;
import kz.kezek.applicant.Language;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Letters named by what they show. A file holds the subject, a line {@code +name} for each attachment, {@code ---}, the text, {@code ===}, and
 * the reading expected: a line for each thing looked at, {@code -} for nothing.
 */
class LettersTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void readsTheLetterAsExpected(String name, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int text = lines.indexOf("---");
        int expected = lines.indexOf("===");
        List<String> attachments =
                lines.subList(1, text).stream().map(line -> line.substring(1)).toList();
        Submission read = SubmissionReader.read(new SubmissionText(
                lines.getFirst(), String.join("\n", lines.subList(text + 1, expected)), attachments));

        SoftAssertions soft = new SoftAssertions();
        for (String line : lines.subList(expected + 1, lines.size())) {
            String key = line.substring(0, line.indexOf(':'));
            compare(soft, name, key, line.substring(key.length() + 1).strip(), read);
        }
        soft.assertAll();
    }

    @Test
    void hasLettersOfEveryKind() throws Exception {
        assertThat(letters().size()).isGreaterThanOrEqualTo(60);
    }

    private static void compare(SoftAssertions soft, String name, String key, String value, Submission read) {
        String as = name + ": " + key;
        switch (key) {
            case "defects" ->
                soft.assertThat(read.defects().stream().map(Defect::code))
                        .as(as)
                        .contains(value.split(", ", -1));
            case "missing" ->
                soft.assertThat(String.join(
                                ",",
                                read.missingItems().stream()
                                        .map(item -> String.valueOf(item.number()))
                                        .toList()))
                        .as(as)
                        .isEqualTo(value);
            default -> soft.assertThat(tidy(actual(key, read))).as(as).isEqualTo(value);
        }
    }

    private static String actual(String key, Submission read) {
        return switch (key) {
            case "id" -> read.id().map(found -> found.id().digits()).orElse("-");
            case "kind" ->
                read.id()
                        .map(found -> found.id() instanceof Bin ? "BIN" : "IIN")
                        .orElse("-");
            case "summary" -> read.subject().summary();
            case "language" -> read.language().map(Language::tag).orElse("-");
            case "missingfacts" ->
                String.join(
                        ",", read.missingFacts().stream().map(FactKind::name).toList());
            case "error" -> fact(read, FactKind.ERROR_TEXT);
            case "actions" -> fact(read, FactKind.ACTIONS);
            case "extra" -> fact(read, FactKind.ADDITIONAL);
            case "name" -> fact(read, FactKind.FULL_NAME);
            case "validity" -> fact(read, FactKind.EDS_VALIDITY);
            case "1", "2", "3", "5" -> read.written().getOrDefault(FormItem.values()[Integer.parseInt(key) - 1], "-");
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static String fact(Submission read, FactKind kind) {
        return read.fact(kind).map(Fact::value).orElse("-");
    }

    private static String tidy(String text) {
        return String.join(" ", text.strip().split("\\s+", -1));
    }

    static List<Object[]> letters() throws IOException, URISyntaxException {
        Path folder =
                Path.of(LettersTest.class.getResource("/submission/letters").toURI());
        List<Object[]> letters = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted()
                    .forEach(file -> letters.add(
                            new Object[] {file.getFileName().toString().replace(".txt", ""), file}));
        }
        return letters;
    }
}
