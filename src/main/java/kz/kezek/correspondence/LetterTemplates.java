package kz.kezek.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.kezek.applicant.Language;

/** The texts of all letters in all languages, compiled; a missing or faulty one fails here, not in a letter. Immutable. */
final class LetterTemplates {

    private static final List<String> LETTER_PARTS = List.of(
            "subject",
            "preheader",
            "brief",
            "title",
            "text",
            "headline",
            "bar",
            "note",
            "box",
            "fill",
            "words",
            "facts",
            "button");
    private static final List<String> COMMON_PARTS = List.of(
            "service", "desk", "from", "greeting", "warning", "regards", "hours", "automatic", "read-here", "trial");

    private final Map<LetterTextId, LetterTemplate> templates;

    private LetterTemplates(Map<LetterTextId, LetterTemplate> templates) {
        this.templates = Map.copyOf(templates);
    }

    /** The texts that come with the program. */
    static LetterTemplates shipped() {
        Map<LetterTextId, LetterTemplate> templates = new HashMap<>();
        LetterTextId.all().forEach(id -> templates.put(id, compiled(id, id.shipped())));
        return new LetterTemplates(templates);
    }

    /** These with another text for one of them. */
    LetterTemplates with(LetterTextId id, String text) {
        Map<LetterTextId, LetterTemplate> changed = new HashMap<>(templates);
        changed.put(id, compiled(id, text));
        return new LetterTemplates(changed);
    }

    private static LetterTemplate compiled(LetterTextId id, String text) {
        return LetterTemplate.of("letters/" + id.file(), text, parts(id));
    }

    /** The parts that a text may have. */
    static List<String> parts(LetterTextId id) {
        return id.kind().isPresent() ? LETTER_PARTS : COMMON_PARTS;
    }

    LetterTemplate letter(LetterKind kind, Language language) {
        return template(LetterTextId.of(kind, language));
    }

    LetterTemplate common(Language language) {
        return template(LetterTextId.common(language));
    }

    private LetterTemplate template(LetterTextId id) {
        return Objects.requireNonNull(templates.get(id), () -> "no text " + id);
    }
}
