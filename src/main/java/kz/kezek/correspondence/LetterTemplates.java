package kz.kezek.correspondence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.kezek.applicant.Language;

/** The texts of all letters in all languages, read once; a missing or faulty file fails the start, not a letter. */
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
    private static final List<String> COMMON_PARTS =
            List.of("service", "desk", "from", "greeting", "warning", "regards", "hours", "automatic", "read-here");

    private final Map<LetterKind, Map<Language, LetterTemplate>> letters = new EnumMap<>(LetterKind.class);
    private final Map<Language, LetterTemplate> common = new EnumMap<>(Language.class);

    LetterTemplates() {
        for (Language language : Language.values()) {
            common.put(language, LetterTemplate.load("common." + language.tag() + ".mustache", COMMON_PARTS));
        }
        for (LetterKind kind : LetterKind.values()) {
            Map<Language, LetterTemplate> ofKind = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                String file = kind.fileName() + "." + language.tag() + ".mustache";
                ofKind.put(language, LetterTemplate.load(file, LETTER_PARTS));
            }
            letters.put(kind, ofKind);
        }
    }

    LetterTemplate letter(LetterKind kind, Language language) {
        Map<Language, LetterTemplate> ofKind = letters.get(kind);
        LetterTemplate template = ofKind == null ? null : ofKind.get(language);
        if (template == null) {
            throw new IllegalStateException("No text of " + kind + " in " + language.tag());
        }
        return template;
    }

    LetterTemplate common(Language language) {
        LetterTemplate template = common.get(language);
        if (template == null) {
            throw new IllegalStateException("No common texts in " + language.tag());
        }
        return template;
    }
}
