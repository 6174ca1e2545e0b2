package kz.kezek.applicant;

import java.util.Locale;

/** The language of a letter or of a page: Russian, Kazakh or English (A31). */
public enum Language {
    RU,
    KK,
    EN;

    /** The ISO 639-1 tag in lower case: {@code ru}, {@code kk}, {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale of this language, for message bundles and formats. */
    public Locale locale() {
        return Locale.of(tag());
    }
}
