package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/** A label or number of the form with the lines that stand under it; lines quoted from another letter are kept apart. */
final class Section {

    private final Slot slot;
    private final int number;
    private final boolean labelled;
    private final boolean namesPart;
    private final List<FormLine> own = new ArrayList<>();
    private final List<FormLine> quoted = new ArrayList<>();

    Section(Slot slot, int number, boolean labelled, boolean namesPart) {
        this.slot = slot;
        this.number = number;
        this.labelled = labelled;
        this.namesPart = namesPart;
    }

    static Section unlabelled() {
        return new Section(Slot.NONE, 0, false, false);
    }

    /** The same text under another label. */
    Section movedTo(Slot other) {
        Section moved = new Section(other, number, labelled, namesPart);
        moved.own.addAll(own);
        moved.quoted.addAll(quoted);
        return moved;
    }

    void add(FormLine line) {
        (line.quoted() ? quoted : own).add(line);
    }

    Slot slot() {
        return slot;
    }

    int number() {
        return number;
    }

    boolean labelled() {
        return labelled;
    }

    boolean namesPart() {
        return namesPart;
    }

    /** Whether the applicant wrote something here. */
    boolean hasOwnText() {
        return own.stream().anyMatch(line -> !line.text().isBlank());
    }

    boolean isEmpty() {
        return !hasOwnText() && quoted.stream().allMatch(line -> line.text().isBlank());
    }

    /** The lines that count: the applicant's own, else those quoted. */
    List<FormLine> lines() {
        return hasOwnText() ? own : quoted;
    }

    boolean fromQuotation() {
        return !hasOwnText() && !isEmpty();
    }

    /** Its text: lines that count, empty ones left out, without dividers left at the end. */
    String text() {
        List<String> texts = new ArrayList<>();
        for (FormLine line : lines()) {
            String marker = line.marker().isEmpty() ? "" : line.marker() + ") ";
            if (!line.text().isBlank()) {
                texts.add(marker + line.text());
            }
        }
        return trim(String.join("\n", texts));
    }

    /** The text without what divides it from its neighbours. */
    static String trim(String text) {
        int end = text.length();
        while (end > 0 && " ;,|\t\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && " ;,|:\t\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }
}
