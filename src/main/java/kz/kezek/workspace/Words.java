package kz.kezek.workspace;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.Phrases;

/** The texts of the agents' pages in one language, from {@code messages/workspace_{ru,kk,en}.properties}. */
public final class Words extends Phrases {

    private static final Map<Language, Words> ALL = readAll();

    private Words(Language language) {
        super("workspace", language);
    }

    /** The texts in this language. */
    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Map<Language, Words> readAll() {
        var all = new EnumMap<Language, Words>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Words(language));
        }
        return all;
    }
}
