package kz.kezek.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.regulation.PublishedText.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedTextTest {

    @Test
    void isTheSourceWordForWord() throws Exception {
        List<String> clauses = PublishedText.in(Locale.of("ru")).clauses().stream()
                .flatMap(clause -> words(clause.text()))
                .toList();
        assertThat(clauses).isEqualTo(words(source()).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasTheSameClausesInEveryLanguage(Language language) {
        assertThat(PublishedText.in(language.locale()).clauses())
                .extracting(Clause::anchor, Clause::kind)
                .containsExactlyElementsOf(PublishedText.in(Locale.of("ru")).clauses().stream()
                        .map(clause -> org.assertj.core.groups.Tuple.tuple(clause.anchor(), clause.kind()))
                        .toList());
    }

    @Test
    void keepsTheKnownDefectsOfTheSource() {
        assertThat(text("asked-screenshots")).startsWith("3) \u0043криншоты").contains("действии");
        assertThat(text("terms")).startsWith("5)");
        assertThat(text("asked-time")).contains("ЧЧ/ММ");
        assertThat(text("applicant-reply")).endsWith(",");
        assertThat(text("hours")).startsWith("1.");
    }

    private static String text(String anchor) {
        return PublishedText.in(Locale.of("ru")).clauses().stream()
                .filter(clause -> clause.anchor().equals(anchor))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** The file of the source, but for the name of a bookmark that its word processor left in it. */
    private static String source() throws Exception {
        try (InputStream file = PublishedTextTest.class.getResourceAsStream("/regulation/regulation.ru.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("[bookmark: _GoBack]", "");
        }
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.replace("\uFEFF", "").split("[\\s\u00A0]+")).filter(word -> !word.isEmpty());
    }
}
