package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a letter's text as the five items: outline, texts of the items, facts, and how it differs from the template in its layout. */
final class FormReader {

    private static final Set<FactKind> GUESSED =
            EnumSet.of(FactKind.BROWSER, FactKind.JAVA, FactKind.ERROR_TEXT, FactKind.ACTIONS, FactKind.FULL_NAME);

    private final String clean;
    private final Outline outline;
    private final FormTexts texts;
    private final Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
    private final Map<FormItem, String> written = new EnumMap<>(FormItem.class);
    private final List<Defect> defects = new ArrayList<>();

    private FormReader(String clean, Set<FormItem> asked) {
        this.clean = clean;
        this.outline = Outline.of(FormLines.of(clean), asked);
        this.texts = FormTexts.of(outline);
    }

    static FormReader of(String clean, Set<FormItem> asked) {
        FormReader reader = new FormReader(clean, asked);
        reader.readItems();
        reader.readFreeText();
        reader.noteLayout();
        return reader;
    }

    Map<FactKind, Fact> facts() {
        return facts;
    }

    Map<FormItem, String> written() {
        return written;
    }

    List<Defect> defects() {
        return defects;
    }

    Optional<String> text(FormItem item) {
        return Optional.ofNullable(written.get(item));
    }

    /** What stands outside the items. */
    String freeText() {
        return outline.preamble().text() + "\n" + outline.closing().text();
    }

    /** What was written without number or label, greetings left out: the answer when one thing alone was asked. */
    String bareAnswer() {
        List<String> lines = new ArrayList<>();
        for (FormLine line : outline.preamble().lines()) {
            if (!line.quoted() && !line.text().isBlank() && !Phrases.greets(line.folded())) {
                lines.add(line.text());
            }
        }
        return String.join("\n", lines);
    }

    /** The applicant's own words: what stands in the items, the sender's name left out, and outside them. */
    String ownWords() {
        List<String> words = new ArrayList<>();
        for (Section section : outline.sections()) {
            if (!section.slot().isOf(FormItem.SENDER) && section.slot() != Slot.OTHER && !section.fromQuotation()) {
                words.add(section.text());
            }
        }
        words.add(outline.preamble().text());
        return String.join("\n", words);
    }

    /** The subject, when the applicant wrote it into the text. */
    Optional<String> subject() {
        return texts.sections().stream()
                .filter(section -> section.slot() == Slot.SUBJECT)
                .flatMap(section -> section.text().lines().limit(1))
                .findFirst()
                .or(() -> outline.preamble().lines().stream()
                        .map(FormLine::text)
                        .filter(SubjectReader::isWhole)
                        .findFirst());
    }

    String allWords() {
        return clean;
    }

    private void readItems() {
        FactReader reader = new FactReader();
        for (FormItem item : FormItem.values()) {
            texts.text(item).ifPresent(text -> {
                written.put(item, text);
                readItem(reader, item, text);
            });
        }
        readDetails(reader);
        facts.putAll(reader.facts());
        defects.addAll(reader.defects());
        written.remove(FormItem.DETAILS);
        facts.replaceAll((kind, fact) -> texts.isQuoted(kind.item()) ? fact.doubted() : fact);
    }

    private static void readItem(FactReader reader, FormItem item, String text) {
        switch (item) {
            case EDS -> reader.readEds(text);
            case BROWSER -> reader.readBrowser(text);
            case JAVA -> reader.readJava(text);
            case DETAILS -> {
                // Item 4 is read by its three bullets.
            }
            case SENDER -> reader.readSender(text);
        }
    }

    private void readDetails(FactReader reader) {
        texts.text(Slot.ERROR_TEXT).ifPresent(text -> reader.readRequired(FactKind.ERROR_TEXT, text));
        texts.text(Slot.ACTIONS).ifPresent(text -> reader.readRequired(FactKind.ACTIONS, text));
        texts.text(Slot.ADDITIONAL).ifPresent(reader::readAdditional);
    }

    private void readFreeText() {
        if (facts.keySet().containsAll(GUESSED)) {
            return;
        }
        boolean noDetails = !facts.containsKey(FactKind.ERROR_TEXT) && !facts.containsKey(FactKind.ACTIONS);
        String text = freeLines(outline.preamble());
        FreeText free = new FreeText(text);
        if (noDetails) {
            free.errorText().ifPresent(this::put);
            free.actions().ifPresent(this::put);
        }
        guess(FactKind.BROWSER, free.browser());
        guess(FactKind.JAVA, free.java());
        if (!facts.containsKey(FactKind.FULL_NAME)) {
            Signature.nameIn(outline.closing().lines()).ifPresent(name -> {
                put(Fact.inBody(FactKind.FULL_NAME, name, name));
                written.putIfAbsent(FormItem.SENDER, name);
            });
        }
    }

    private void guess(FactKind kind, Optional<Fact> guess) {
        if (!facts.containsKey(kind) && guess.isPresent()) {
            put(guess.get());
            written.putIfAbsent(kind.item(), guess.get().quotation());
        }
    }

    private void put(Fact fact) {
        facts.putIfAbsent(fact.kind(), fact);
    }

    private static String freeLines(Section preamble) {
        List<String> lines = new ArrayList<>();
        for (FormLine line : preamble.lines()) {
            String marker = line.marker().isEmpty() ? "" : line.marker() + ") ";
            lines.add(marker + line.text());
        }
        return String.join("\n", lines);
    }

    private void noteLayout() {
        defects.addAll(texts.placeholders());
        List<Section> labelled = texts.sections().stream()
                .filter(s -> s.slot().item().isPresent())
                .toList();
        if (labelled.isEmpty()) {
            defects.add(new Defect.InLayout(LayoutFault.FORM_NOT_USED, ""));
            return;
        }
        if (labelled.stream().noneMatch(section -> section.number() > 0)) {
            defects.add(new Defect.InLayout(LayoutFault.ITEMS_UNNUMBERED, ""));
        } else {
            noteNumbers(labelled);
        }
        if (outline.anyInline()) {
            defects.add(new Defect.InLayout(LayoutFault.ITEMS_IN_ONE_LINE, ""));
        }
        if (labelled.stream().anyMatch(Section::fromQuotation)) {
            defects.add(new Defect.InLayout(LayoutFault.ITEMS_IN_QUOTED_TEXT, ""));
        }
    }

    private void noteNumbers(List<Section> sections) {
        for (Section section : sections) {
            int expected = section.slot().item().map(FormItem::number).orElse(0);
            if (section.number() > 0 && section.number() != expected) {
                String quotation = section.number() + ") " + section.text();
                defects.add(new Defect.InLayout(LayoutFault.ITEMS_RENUMBERED, quotation));
                return;
            }
        }
    }
}
