package kz.kezek.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FormItem;
import kz.kezek.ticket.ReadForm;

/**
 * The five items of the form as a card: value, where it comes from, what is missing or doubtful.
 *
 * @param facts what was read of each fact, to be mended; empty when nothing of it was kept
 */
public record FiveItems(PipsView pips, List<Item> items, Map<FactKind, String> facts) {

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
