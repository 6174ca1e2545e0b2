package kz.kezek.portal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.Phrases;

/** The texts of the applicants' pages in one language, from {@code messages/portal_{ru,kk,en}.properties}. */
public final class PublicWords extends Phrases {

    private static final Map<Language, PublicWords> ALL = readAll();

    private PublicWords(Language language) {
        super("portal", language);
    }

    /** The texts in this language. */
    public static PublicWords in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Map<Language, PublicWords> readAll() {
        var all = new EnumMap<Language, PublicWords>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new PublicWords(language));
        }
        return all;
    }
}
