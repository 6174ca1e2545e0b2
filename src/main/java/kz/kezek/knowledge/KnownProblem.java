package kz.kezek.knowledge;

import java.util.List;
import kz.kezek.applicant.Language;

/**
 * A problem the desk has met before: what it is called, why it happens, what to advise and what to ask for.
 *
 * @param id its stable id, such as {@code NCA-01}
 * @param category the group it belongs to: {@code ncalayer}, {@code eds}, {@code browser}, …
 * @param causeRu why it happens, for agents
 * @param askForRu what to ask the applicant for
 * @param examples how applicants tell it
 */
public record KnownProblem(
        String id,
        String category,
        Texts title,
        Texts advice,
        String causeRu,
        List<String> askForRu,
        List<String> examples) {

    public KnownProblem {
        askForRu = List.copyOf(askForRu);
        examples = List.copyOf(examples);
    }

    /** A text in the three languages of the desk. */
    public record Texts(String ru, String kk, String en) {

        /** The text for a reader of this language. */
        public String in(Language language) {
            return switch (language) {
                case KK -> kk;
                case RU -> ru;
                case EN -> en;
            };
        }
    }
}
