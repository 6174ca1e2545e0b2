package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts numbered items without labels in their places when the applicant numbered them in another order: told by what stands in them. */
final class Permutation {

    private static final Lexicon CONTENT = Lexicon.of("content");

    private Permutation() {}

    static List<Section> inPlace(List<Section> sections) {
        Set<FormItem> settled = EnumSet.noneOf(FormItem.class);
        for (Section section : sections) {
            if (section.labelled()
                    || content(section).equals(section.slot().item())
                    || content(section).isEmpty()) {
                section.slot().item().ifPresent(settled::add);
            }
        }
        List<Section> placed = new ArrayList<>();
        for (Section section : sections) {
            Optional<FormItem> meant = content(section).filter(item -> !section.labelled() && !settled.contains(item));
            placed.add(meant.isPresent() ? section.movedTo(Slot.of(meant.get())) : section);
        }
        return placed;
    }

    /** The item this text can only belong to, if the words in it tell. */
    private static Optional<FormItem> content(Section section) {
        Set<FormItem> items = EnumSet.noneOf(FormItem.class);
        for (Word word : Word.of(Folding.fold(section.text()))) {
            CONTENT.groupOf(word.text()).map(FormItem::valueOf).ifPresent(items::add);
        }
        boolean browser = Browser.in(section.text()).isPresent();
        if (browser) {
            items.add(FormItem.BROWSER);
        }
        return items.size() == 1 ? Optional.of(items.iterator().next()) : Optional.empty();
    }
}
