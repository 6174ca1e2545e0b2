package kz.kezek.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What tickets can have in common: a known problem, or the same words of an error that nobody knows yet.
 *
 * @param key the same for tickets about the same, and for nothing else
 */
public record Trouble(String key) {

    private static final String PROBLEM = "problem:";
    private static final String ERROR = "error:";
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_WORDS = 40;

    /** Tickets about this known problem. */
    public static Trouble of(KnownProblem problem) {
        return new Trouble(PROBLEM + problem.id());
    }

    /** Tickets that quote this error, whatever numbers are in it; nothing when its words are too few to tell it from others. */
    public static Optional<Trouble> ofError(String text) {
        List<String> words = ProblemWords.of(text, MOST_WORDS).stream()
                .filter(word -> word.chars().noneMatch(Character::isDigit))
                .toList();
        return words.size() < FEWEST_WORDS
                ? Optional.empty()
                : Optional.of(new Trouble(ERROR + String.join(" ", words)));
    }

    /** One that was written down before; nothing when the text is none of ours. */
    public static Optional<Trouble> read(String key) {
        return Optional.of(key)
                .filter(known -> known.startsWith(PROBLEM) || known.startsWith(ERROR))
                .map(Trouble::new);
    }

    /** The id of the known problem, if it is one. */
    public Optional<String> problem() {
        return key.startsWith(PROBLEM) ? Optional.of(key.substring(PROBLEM.length())) : Optional.empty();
    }
}
