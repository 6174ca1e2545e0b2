package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A letter divided into the sections of the form. Labels are believed before numbers, since people renumber; a number without a label opens
 * an item only when it goes on counting and no label names that item elsewhere, so that steps numbered inside item 4 stay there.
 */
final class Outline {

    private final List<FormLine> lines;
    private final Set<FormItem> asked;
    private final Map<FormLine, Optional<Label>> labels = new IdentityHashMap<>();
    private final Set<Slot> atLineStart = EnumSet.noneOf(Slot.class);
    private final List<Section> sections = new ArrayList<>();
    private final Section preamble = Section.unlabelled();
    private final Section closing = Section.unlabelled();
    private Section current = preamble;
    private int lastNumber;

    private Outline(List<FormLine> lines, Set<FormItem> asked) {
        this.lines = lines;
        this.asked = asked;
        for (FormLine line : lines) {
            labels.put(line, Labels.at(line.folded(), 0).filter(found -> !isBareValue(found, line)));
            label(line).filter(label -> !line.quoted()).ifPresent(label -> atLineStart.add(label.slot()));
        }
    }

    /** The outline of these lines; an item that was asked for may be opened by its number alone, wherever the numbers begin. */
    static Outline of(List<FormLine> lines, Set<FormItem> asked) {
        Outline outline = new Outline(lines, asked);
        for (int i = 0; i < lines.size(); i++) {
            boolean beforeQuotation = i + 1 < lines.size() && lines.get(i + 1).quoted();
            outline.read(lines.get(i), beforeQuotation);
        }
        return outline;
    }

    List<Section> sections() {
        return sections;
    }

    /** What was written before the first item. */
    Section preamble() {
        return preamble;
    }

    /** What was written after «С уважением» and its like. */
    Section closing() {
        return closing;
    }

    boolean anyInline() {
        return lines.stream().anyMatch(FormLine::inline);
    }

    private void read(FormLine line, boolean beforeQuotation) {
        if (!line.quoted()
                && (Phrases.closes(line.folded())
                        || beforeQuotation
                                && line.text().endsWith(":")
                                && label(line).isEmpty())) {
            current = closing;
        }
        Optional<Label> label = label(line).filter(found -> opens(found, line));
        if (label.isPresent()) {
            open(label.get().slot(), line, label.get());
        } else if (opensByNumber(line)) {
            lastNumber = line.number();
            start(new Section(Slot.of(FormItem.values()[line.number() - 1]), line.number(), false, false));
            append(line.withMarker(""), 0);
        } else if (line.isPart()
                && !current.slot().isOf(FormItem.DETAILS)
                && line.marker().startsWith("4")) {
            lastNumber = FormItem.DETAILS.number();
            start(new Section(Slot.DETAILS, lastNumber, false, false));
            append(line, 0);
        } else if (!line.quoted() || current == preamble) {
            append(line, 0);
        } else if (current.lines().isEmpty() || current.fromQuotation()) {
            current.add(line);
        }
    }

    private Optional<Label> label(FormLine line) {
        return Objects.requireNonNull(labels.get(line));
    }

    // «3) NCALayer» answers item 3, it does not ask for it.
    private static boolean isBareValue(Label label, FormLine line) {
        return label.slot() == Slot.JAVA
                && !label.divided()
                && Word.of(line.folded()).size() == 1;
    }

    private boolean opens(Label label, FormLine line) {
        boolean marked = !line.marker().isEmpty() || line.bulleted() || line.quoted();
        boolean endsLine = label.valueStart() >= line.text().length();
        if (!label.divided() && endsLine && !marked && current.labelled() && current.isEmpty()) {
            return false;
        }
        Optional<Section> same = find(label.slot());
        if (same.isEmpty() || !same.get().hasOwnText()) {
            return !(label.slot() == Slot.OTHER && current.slot().isOf(FormItem.DETAILS));
        }
        return label.slot() == Slot.VERSION || label.namesPart() && !same.get().namesPart();
    }

    private boolean opensByNumber(FormLine line) {
        int number = line.number();
        if (number <= lastNumber || number > FormItem.values().length || current == closing && lastNumber > 0) {
            return false;
        }
        FormItem item = FormItem.values()[number - 1];
        boolean labelledElsewhere = atLineStart.stream().anyMatch(slot -> slot.isOf(item));
        return !labelledElsewhere
                && (number == lastNumber + 1 || !atLineStart.isEmpty() || lastNumber > 0 || asked.contains(item));
    }

    private void open(Slot slot, FormLine line, Label label) {
        if (line.number() > 0
                && line.number() <= FormItem.values().length
                && slot.item().isPresent()) {
            lastNumber = Math.max(lastNumber, line.number());
        }
        boolean validity =
                slot == Slot.EDS && find(slot).filter(Section::hasOwnText).isPresent();
        start(new Section(validity ? Slot.EDS_VALIDITY : slot, line.number(), true, label.namesPart()));
        append(line.withMarker(""), label.valueStart());
    }

    private void start(Section section) {
        sections.add(section);
        current = section;
    }

    /** Adds the line from the given place on, divided at the labels inside it. */
    private void append(FormLine line, int from) {
        int start = Math.min(from, line.text().length());
        for (Label label : Labels.inside(line.folded(), start)) {
            if (!splits(label, start)) {
                continue;
            }
            add(line, start, label.start());
            start(new Section(label.slot(), 0, true, label.namesPart()));
            start = label.valueStart();
        }
        add(line, start, line.text().length());
    }

    private boolean splits(Label label, int start) {
        Slot slot = label.slot();
        boolean sameItem =
                slot.item().isPresent() && slot.item().equals(current.slot().item());
        boolean known = slot.item().isPresent()
                && !atLineStart.contains(slot)
                && find(slot).isEmpty();
        boolean first = label.start() == start && current.slot() == Slot.DETAILS && current.isEmpty();
        boolean outOfForm = current == closing || current == preamble;
        return known
                && slot != current.slot()
                && (!sameItem || slot.isOf(FormItem.DETAILS) || first)
                && !(outOfForm && slot.isOf(FormItem.SENDER));
    }

    private void add(FormLine line, int from, int to) {
        String part = line.text().substring(Math.min(from, to), to);
        String text = to < line.text().length() ? Section.trim(part) : part.strip();
        current.add(
                new FormLine(line.quoted(), line.marker(), line.bulleted(), text, Folding.fold(text), line.inline()));
    }

    private Optional<Section> find(Slot slot) {
        return sections.stream().filter(section -> section.slot() == slot).findFirst();
    }
}
