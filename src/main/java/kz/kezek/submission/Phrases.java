package kz.kezek.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The set phrases of letters: greetings, closings, the template's own words, the ways to say "none" and "I do not know". */
final class Phrases {

    private static final List<String> CLOSINGS = Lexicon.phrases("closing");
    private static final List<String> GREETINGS = Lexicon.phrases("greeting");
    private static final Set<String> TEMPLATE_SUMMARIES = Set.copyOf(Lexicon.phrases("subject.template"));
    private static final Set<String> NO_SUBJECTS = Set.copyOf(Lexicon.phrases("subject.none"));
    private static final List<String> PREFIXES = Lexicon.phrases("subject.prefix");
    private static final Set<String> NOTHING = Set.copyOf(Lexicon.phrases("nothing"));
    private static final Set<String> UNKNOWN = Set.copyOf(Lexicon.phrases("unknown"));

    private Phrases() {}

    /** Whether the folded line begins the end of a letter. */
    static boolean closes(String folded) {
        return beginsWithAny(folded, CLOSINGS);
    }

    static boolean greets(String folded) {
        return beginsWithAny(folded, GREETINGS);
    }

    static boolean isTemplateSummary(String folded) {
        return TEMPLATE_SUMMARIES.contains(bare(folded));
    }

    static boolean isNoSubject(String folded) {
        return NO_SUBJECTS.contains(bare(folded)) || NO_SUBJECTS.contains(folded.strip());
    }

    /** Whether the value only says that there is none: «нет», «-», «жоқ». */
    static boolean isNothing(String value) {
        String folded = Folding.fold(value).strip();
        return NOTHING.contains(folded) || NOTHING.contains(bare(folded));
    }

    static boolean isUnknown(String value) {
        String folded = Folding.fold(value).strip();
        return UNKNOWN.contains(folded) || UNKNOWN.contains(bare(folded));
    }

    /** The prefix of a reply or a forwarded letter with which the folded subject begins, {@code re}, if any. */
    static Optional<String> replyPrefix(String folded) {
        return PREFIXES.stream().filter(prefix -> folded.startsWith(prefix)).findFirst();
    }

    private static boolean beginsWithAny(String folded, List<String> phrases) {
        String line = folded.strip();
        for (String phrase : phrases) {
            boolean word = line.length() == phrase.length()
                    || line.startsWith(phrase)
                            && (phrase.endsWith("-")
                                    || !Character.isLetter(line.charAt(phrase.length()))
                                    || phrase.length() > 5);
            if (line.startsWith(phrase) && word) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String folded) {
        int start = 0;
        int end = folded.length();
        while (start < end && " .;,:!\"'()<>[]".indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " .;,:!\"'()<>[]".indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        return folded.substring(start, end);
    }
}
