package kz.kezek.workspace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.kezek.drawing.Phrases;

/** The five items of the form as five marks: present, missing, or present but doubtful (an EDS that ends soon). */
public record PipsView(List<Pip> items) {

    /** State of one item. */
    public enum Pip {
        PRESENT,
        MISSING,
        SUSPECT;

        /** The style class. */
        public String word() {
            return SlaView.dashed(name());
        }
    }

    /** Takes exactly five. */
    public PipsView {
        if (items.size() != 5) {
            throw new IllegalArgumentException("five items, not " + items.size());
        }
        items = List.copyOf(items);
    }

    /** How many of the five are there. */
    public int present() {
        return 5 - numbers(Pip.MISSING).size();
    }

    /** Whether all five are there and none is doubtful. */
    public boolean complete() {
        return items.stream().allMatch(pip -> pip == Pip.PRESENT);
    }

    /** The short words beside the marks: what is missing louder than what is present. */
    public String shortWords(Phrases words) {
        var missing = numbers(Pip.MISSING);
        if (missing.size() > 2) {
            return words.text("pips.absent.many", missing.size());
        }
        if (!missing.isEmpty()) {
            return words.text("pips.absent", named(missing, words));
        }
        var suspect = numbers(Pip.SUSPECT);
        return suspect.isEmpty()
                ? words.text("pips.count", present())
                : words.text("pips.doubtful", named(suspect, words));
    }

    /** The whole sentence for those who do not see the marks. */
    public String sentence(Phrases words) {
        var missing = numbers(Pip.MISSING);
        return missing.isEmpty()
                ? words.text("pips.sentence.complete")
                : words.text("pips.sentence.missing", named(missing, words));
    }

    private List<Integer> numbers(Pip state) {
        return IntStream.rangeClosed(1, 5)
                .filter(number -> items.get(number - 1) == state)
                .boxed()
                .toList();
    }

    private static String named(List<Integer> numbers, Phrases words) {
        return numbers.stream()
                .map(number -> words.text("item." + number + ".absent"))
                .collect(Collectors.joining(", "));
    }
}
