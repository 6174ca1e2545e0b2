package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the labels of the form in a line. A label is a run of words that all belong to the vocabulary of labels, up to a divider or the
 * line's end: so it is known in every order of words and every abbreviation, and an applicant's own words are not taken for one.
 */
final class Labels {

    private static final int LONGEST = 160;
    private static final Set<String> PARTS = Set.of("VERSION", "VALIDITY");
    private static final Lexicon LEXICON = Lexicon.of("label");
    // «не используется» after a label without a divider is an answer made of a label's words.
    private static final String DENIAL = Lexicon.phrases("denial").getFirst() + " ";
    private static final Map<Slot, List<String>> PHRASES = phrases();

    private Labels() {}

    /** The label with which this folded line begins at the given place. */
    static Optional<Label> at(String folded, int from) {
        Optional<Label> run = run(folded, from);
        Optional<Label> phrase = run.filter(Label::divided).isPresent() ? Optional.empty() : phrase(folded, from);
        boolean denies = phrase.filter(label -> folded.startsWith(DENIAL, label.valueStart()))
                .isPresent();
        return denies || run.isEmpty() ? phrase : run;
    }

    /** The labels inside this folded line after the given place, each begun after a comma or the like and ended by a colon. */
    static List<Label> inside(String folded, int from) {
        List<Label> labels = new ArrayList<>();
        int start = from;
        while (start < folded.length()) {
            int place = firstWord(folded, start);
            Optional<Label> label = run(folded, place).filter(Label::divided);
            if (label.isPresent()) {
                labels.add(label.get());
                start = label.get().valueStart();
            } else {
                start = afterDelimiter(folded, place);
            }
        }
        return labels;
    }

    /** Whether these words, taken as a value, only repeat a label of the template: «Ф.И.О, ИИН/БИН». */
    static Optional<Slot> spelledBy(String folded) {
        Set<String> groups = new HashSet<>();
        List<Word> words = Word.of(folded);
        for (Word word : words) {
            Optional<String> group = LEXICON.groupOf(word.text());
            if (group.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group.get());
        }
        return slotOf(groups);
    }

    private static Optional<Label> run(String folded, int from) {
        if (!beginsWithKnownWord(folded, from)) {
            return Optional.empty();
        }
        Set<String> groups = new HashSet<>();
        int limit = Math.min(folded.length(), from + LONGEST);
        int at = from;
        for (Word word : Word.of(folded, from, limit)) {
            if (word.start() < at) {
                continue;
            }
            int divider = divider(folded, at, word.start());
            if (divider >= 0 && !groups.isEmpty()) {
                return label(groups, folded, from, divider, true);
            }
            int bracket = indexOf('(', folded, at, word.start());
            if (bracket < word.start() && !groups.isEmpty()) {
                at = Math.min(limit, indexOf(')', folded, bracket, limit) + 1);
                continue;
            }
            Optional<String> group = LEXICON.groupOf(word.text());
            if (group.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group.get());
            at = word.end();
        }
        if (limit < folded.length()) {
            return Optional.empty();
        }
        int divider = divider(folded, at, folded.length());
        return label(groups, folded, from, divider >= 0 ? divider : folded.length(), divider >= 0);
    }

    private static boolean beginsWithKnownWord(String folded, int from) {
        int start = firstWord(folded, from);
        int end = start;
        while (end < folded.length() && isWordChar(folded.charAt(end))) {
            end++;
        }
        boolean abbreviation = end - start <= 3;
        return abbreviation || LEXICON.knows(folded.substring(start, end));
    }

    private static Optional<Label> label(Set<String> groups, String folded, int from, int end, boolean divided) {
        return slotOf(groups)
                .map(slot -> new Label(
                        slot,
                        from,
                        afterDividers(folded, end),
                        divided,
                        groups.contains("VERSION") || groups.contains("VALIDITY")));
    }

    private static Optional<Label> phrase(String folded, int from) {
        for (Map.Entry<Slot, List<String>> entry : PHRASES.entrySet()) {
            for (String phrase : entry.getValue()) {
                int end = from + phrase.length();
                if (folded.startsWith(phrase, from) && (end == folded.length() || !isWordChar(folded.charAt(end)))) {
                    boolean version = Word.of(phrase).stream()
                            .anyMatch(word -> LEXICON.groupOf(word.text())
                                    .filter(PARTS::contains)
                                    .isPresent());
                    return Optional.of(new Label(entry.getKey(), from, afterDividers(folded, end), false, version));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Slot> slotOf(Set<String> groups) {
        if (groups.contains("DETAILS")) {
            return Optional.of(Slot.DETAILS);
        }
        if (groups.contains("ADDITIONAL")) {
            return Optional.of(Slot.ADDITIONAL);
        }
        if (groups.contains("ACTIONS") && !groups.contains("VALIDITY")) {
            return Optional.of(Slot.ACTIONS);
        }
        if (groups.contains("ERROR")) {
            return Optional.of(Slot.ERROR_TEXT);
        }
        return senderOrTool(groups);
    }

    private static Optional<Slot> senderOrTool(Set<String> groups) {
        if (groups.contains("SENDER") || groups.contains("NAME") && groups.contains("ID")) {
            return Optional.of(Slot.SENDER);
        }
        if (groups.contains("BROWSER") && groups.contains("JAVA")) {
            return Optional.empty();
        }
        for (String group : List.of("SUBJECT", "NAME", "ID", "EDS", "BROWSER", "JAVA", "DESCRIPTION", "OTHER")) {
            if (groups.contains(group)) {
                return Optional.of(Slot.valueOf(group));
            }
        }
        if (groups.contains("OS")) {
            return Optional.of(Slot.OPERATING_SYSTEM);
        }
        if (groups.contains("VALIDITY")) {
            return Optional.of(Slot.EDS_VALIDITY);
        }
        return groups.contains("VERSION") ? Optional.of(Slot.VERSION) : Optional.empty();
    }

    /** Where a divider stands between two places, or −1. A dash divides only beside a space: «Web-браузер» is one word. */
    private static int divider(String folded, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = folded.charAt(i);
            boolean dash = c == '-'
                    && (i == 0
                            || folded.charAt(i - 1) == ' '
                            || i + 1 >= folded.length()
                            || folded.charAt(i + 1) == ' ');
            if (dash || ":=?;|\t→>".indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Past the divider at the given place and the spaces and colons after it; a dash alone there is an answer, not a divider. */
    private static int afterDividers(String folded, int from) {
        int i = from;
        while (i < folded.length() && (i == from ? " :=?;|\t→>-.," : " :=;|\t").indexOf(folded.charAt(i)) >= 0) {
            i++;
        }
        boolean dash = i + 1 < folded.length() && folded.charAt(i) == '-' && folded.charAt(i + 1) == ' ';
        return dash ? firstNonSpace(folded, i + 1) : i;
    }

    private static int firstNonSpace(String folded, int from) {
        int i = from;
        while (i < folded.length() && folded.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int firstWord(String folded, int from) {
        int i = from;
        while (i < folded.length() && !isWordChar(folded.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int afterDelimiter(String folded, int from) {
        int i = from;
        while (i < folded.length() && ",;.|\t•·".indexOf(folded.charAt(i)) < 0) {
            i++;
        }
        return i + 1;
    }

    /** Where the character first stands between two places, or the second of them. */
    private static int indexOf(char c, String folded, int from, int to) {
        int i = from;
        while (i < to && folded.charAt(i) != c) {
            i++;
        }
        return i;
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static Map<Slot, List<String>> phrases() {
        Map<Slot, List<String>> phrases = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            phrases.put(slot, Lexicon.phrases("phrases." + slot));
        }
        return phrases;
    }
}
