package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts under each label of an outline, parts of one item joined, labels left unanswered taken out. */
final class FormTexts {

    private final Map<Slot, String> texts = new EnumMap<>(Slot.class);
    private final Set<FormItem> quoted = EnumSet.noneOf(FormItem.class);
    private final List<Defect> placeholders = new ArrayList<>();
    private final List<Section> sections;
    private Slot last = Slot.NONE;

    private FormTexts(List<Section> sections) {
        this.sections = sections;
    }

    static FormTexts of(Outline outline) {
        FormTexts texts = new FormTexts(Permutation.inPlace(outline.sections()));
        texts.sections.forEach(texts::add);
        texts.divideDetails();
        return texts;
    }

    /** The sections, each under the item it belongs to. */
    List<Section> sections() {
        return sections;
    }

    Optional<String> text(Slot slot) {
        return Optional.ofNullable(texts.get(slot));
    }

    /** The whole text of an item as written. */
    Optional<String> text(FormItem item) {
        return switch (item) {
            case EDS -> join(", ", Slot.EDS, Slot.EDS_VALIDITY);
            case BROWSER -> text(Slot.BROWSER);
            case JAVA -> text(Slot.JAVA);
            case DETAILS -> join("\n", Slot.DETAILS, Slot.ERROR_TEXT, Slot.ACTIONS, Slot.ADDITIONAL);
            case SENDER -> join(", ", Slot.SENDER, Slot.NAME, Slot.ID);
        };
    }

    boolean isQuoted(FormItem item) {
        return quoted.contains(item);
    }

    List<Defect> placeholders() {
        return placeholders;
    }

    private void add(Section section) {
        Slot slot = section.slot();
        String text = section.text().isEmpty() ? "" : withoutPlaceholders(slot, section.text());
        if (text.isEmpty()) {
            last = slot.item().isPresent() ? slot : last;
            return;
        }
        if (section.fromQuotation()) {
            slot.item().ifPresent(quoted::add);
        }
        switch (slot) {
            case VERSION -> texts.computeIfPresent(last, (same, before) -> before + " " + text);
            case OPERATING_SYSTEM -> texts.merge(Slot.ADDITIONAL, text, (a, b) -> a + "\n" + b);
            case DESCRIPTION -> texts.merge(Slot.ERROR_TEXT, text, (before, added) -> before);
            case BROWSER, JAVA -> texts.merge(slot, text, (a, b) -> a + (section.namesPart() ? " " : ", ") + b);
            case ID -> texts.putIfAbsent(slot, text);
            case NONE, SUBJECT, OTHER -> {
                // Not of the form.
            }
            case EDS, EDS_VALIDITY, DETAILS, ERROR_TEXT, ACTIONS, ADDITIONAL, SENDER, NAME ->
                texts.merge(slot, text, (a, b) -> a + "\n" + b);
        }
        last = slot.item().isPresent() ? slot : last;
    }

    /** Takes lines of the template out of an answer, and notes them. */
    private String withoutPlaceholders(Slot slot, String text) {
        List<String> kept = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (isPlaceholder(slot, line)) {
                placeholders.add(new Defect.InLayout(LayoutFault.PLACEHOLDER_LEFT, line));
            } else {
                kept.add(trimUnderscores(line));
            }
        }
        return Section.trim(String.join("\n", kept));
    }

    private static boolean isPlaceholder(Slot slot, String line) {
        boolean nothingWritten = line.chars().noneMatch(Character::isLetterOrDigit);
        if (nothingWritten) {
            return !Phrases.isNothing(line) && !Phrases.isUnknown(line);
        }
        String folded = Folding.fold(line);
        Optional<Slot> spelled = Word.of(folded).size() < 2 ? Optional.empty() : Labels.spelledBy(folded);
        boolean sameItem = spelled.flatMap(Slot::item).isPresent()
                && spelled.flatMap(Slot::item).equals(slot.item());
        boolean wholeItem = slot.isOf(FormItem.SENDER) || slot.isOf(FormItem.EDS);
        return sameItem && (wholeItem || spelled.filter(other -> other != slot).isPresent());
    }

    private static String trimUnderscores(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && line.charAt(start) == '_') {
            start++;
        }
        while (end > start && line.charAt(end - 1) == '_') {
            end--;
        }
        return line.substring(start, end);
    }

    /** Item 4 without labels inside: its bullets in their order, or all of it as the error. */
    private void divideDetails() {
        boolean labelled = texts.containsKey(Slot.ERROR_TEXT) || texts.containsKey(Slot.ACTIONS);
        Optional<Section> details = sections.stream()
                .filter(section -> section.slot() == Slot.DETAILS && !section.isEmpty())
                .findFirst();
        if (labelled || details.isEmpty() || !texts.containsKey(Slot.DETAILS)) {
            return;
        }
        List<String> bullets = bullets(details.get());
        if (bullets.size() >= 2) {
            put(Slot.ERROR_TEXT, bullets.get(0));
            put(Slot.ACTIONS, bullets.get(1));
            put(Slot.ADDITIONAL, String.join("\n", bullets.subList(2, bullets.size())));
        } else {
            put(Slot.ERROR_TEXT, details.get().text());
        }
        texts.remove(Slot.DETAILS);
    }

    private void put(Slot slot, String text) {
        if (!text.isBlank()) {
            texts.putIfAbsent(slot, text);
        }
    }

    private static List<String> bullets(Section details) {
        List<String> bullets = new ArrayList<>();
        for (FormLine line : details.lines()) {
            boolean begins = line.bulleted() || line.isPart();
            if (begins) {
                bullets.add(Section.trim(line.text()));
            } else if (!bullets.isEmpty() && !line.text().isBlank()) {
                bullets.set(bullets.size() - 1, bullets.getLast() + "\n" + line.text());
            }
        }
        return bullets;
    }

    private Optional<String> join(String between, Slot... slots) {
        List<String> parts = new ArrayList<>();
        for (Slot slot : slots) {
            text(slot).ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(between, parts));
    }
}
