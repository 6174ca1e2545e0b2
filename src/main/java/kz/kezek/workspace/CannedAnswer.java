package kz.kezek.workspace;

import kz.kezek.applicant.Language;

/**
 * A text that agents send often, in three languages, with variables in braces.
 *
 * @param id 0 while it has not been kept
 * @param name what is typed after {@code ;} to get it
 */
public record CannedAnswer(long id, String name, InLanguages title, InLanguages text) {

    /** One text in each language. */
    public record InLanguages(String ru, String kk, String en) {

        /** The text in a language. */
        public String in(Language language) {
            return switch (language) {
                case RU -> ru;
                case KK -> kk;
                case EN -> en;
            };
        }
    }

    static CannedAnswer blank() {
        var nothing = new InLanguages("", "", "");
        return new CannedAnswer(0, "", nothing, nothing);
    }
}
