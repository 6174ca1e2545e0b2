package kz.kezek.regulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The published text of the rules, clause by clause (R38): Russian word for word as the service published it, its defects
 * included; Kazakh and English in translation. Immutable.
 */
public record PublishedText(List<Clause> clauses) {

    /** Where the published text is faulty; it is shown as it is, with a remark beside (defects are never silently mended). */
    public static final Set<String> DEFECTIVE =
            Set.of("asked-time", "asked-screenshots", "terms", "applicant-reply", "hours");

    public PublishedText {
        clauses = List.copyOf(clauses);
    }

    /** How a clause is set. */
    public enum Kind {
        TITLE,
        HEADING,
        PARAGRAPH,
        LABEL,
        TEMPLATE,
        ITEM,
        INNER
    }

    /**
     * One clause.
     *
     * @param anchor its name within the page, the same in every language
     */
    public record Clause(String anchor, Kind kind, String text) {

        /** Whether the published text is faulty here. */
        public boolean defective() {
            return DEFECTIVE.contains(anchor);
        }
    }

    /** The text in this language, which comes with the program. */
    public static PublishedText in(Locale locale) {
        String name = "/regulation/clauses_" + locale.getLanguage() + ".txt";
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedText.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return new PublishedText(reader.lines().map(PublishedText::clause).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clause clause(String line) {
        String[] parts = line.split("\\|", 3);
        return new Clause(parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }
}
