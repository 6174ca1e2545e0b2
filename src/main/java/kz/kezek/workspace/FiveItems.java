package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** The five items of the form as a card: value, where it comes from, what is missing or doubtful. */
public record FiveItems(PipsView pips, List<Item> items) {

    /** One item. The source is in words: «из письма», «2 файла», «осталось 8 дней». */
    public record Item(int number, PipsView.Pip state, Optional<String> value, Optional<String> source) {

        /** The key of its name. */
        public String key() {
            return "item." + number + ".name";
        }
    }
}
