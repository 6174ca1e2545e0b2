package kz.kezek.workspace;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FormItem;
import kz.kezek.ticket.ReadForm;
import kz.kezek.workspace.ComposerView.FieldError;

/**
 * The five items of the form as a card: value, where it comes from, what is missing or doubtful.
 *
 * @param facts what was read of each fact, to be mended; empty when nothing of it was kept
 * @param errors what is wrong with what was typed in the place of facts
 */
public record FiveItems(PipsView pips, List<Item> items, Map<FactKind, String> facts, List<FieldError> errors) {

    /** Items that nobody mends. */
    public FiveItems(PipsView pips, List<Item> items, Map<FactKind, String> facts) {
        this(pips, items, facts, List.of());
    }

    /** What an agent has typed over facts, and what is wrong with it. */
    record Mending(Map<FactKind, String> typed, List<FieldError> errors) {

        static final Mending NONE = new Mending(Map.of(), List.of());
    }

    /** The same with what was typed in its place. */
    FiveItems with(Mending mending) {
        Map<FactKind, String> shown = new EnumMap<>(FactKind.class);
        shown.putAll(facts);
        shown.putAll(mending.typed());
        return new FiveItems(pips, items, shown, mending.errors());
    }

    /** The id of the field in which a fact is mended. */
    public static String field(FactKind kind) {
        return "fact-" + kind.name();
    }

    /** The key of a fact's name. */
    public static String nameKey(FactKind kind) {
        return "fact." + SlaView.dashed(kind.name());
    }

    /** What is wrong in the place of a fact. */
    public Optional<FieldError> error(FactKind kind) {
        return errors.stream()
                .filter(error -> error.field().equals(field(kind)))
                .findFirst();
    }

    /** Whether something typed in one of the item's facts is wrong. */
    public boolean wrong(Item item) {
        return item.facts().stream().anyMatch(kind -> error(kind).isPresent());
    }

    /** What was read of a fact, as it stands where it can be mended; a person's number is masked and a date as it was written. */
    static String shown(ReadForm form, FactKind kind) {
        return form.fact(kind)
                .map(fact ->
                        kind == FactKind.FULL_NAME || kind == FactKind.APPLICANT_ID ? fact.value() : fact.quotation())
                .map(Masking::of)
                .map(text ->
                        kind.item() == FormItem.DETAILS ? text.replace("\r\n", "\n") : text.replaceAll("\\s+", " "))
                .orElse("")
                .strip();
    }

    /** What was read of a fact, to be mended. */
    public String fact(FactKind kind) {
        return facts.getOrDefault(kind, "");
    }

    /** One item. The source is in words: «из письма», «2 файла», «осталось 8 дней». */
    public record Item(int number, PipsView.Pip state, Optional<String> value, Optional<String> source) {

        /** The key of its name. */
        public String key() {
            return "item." + number + ".name";
        }

        /** The facts it asks for, in order. */
        public List<FactKind> facts() {
            return Stream.of(FactKind.values())
                    .filter(kind -> kind.item().number() == number)
                    .toList();
        }
    }
}
