package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;
import org.jspecify.annotations.Nullable;

/** What the composer's form brings: an answer, a Запрос or a note. */
record TicketForm(
        @Nullable String text,
        @Nullable List<String> items,
        @Nullable String idempotencyKey,
        @Nullable String lastSeen) {

    static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_DRAFT = 100_000;
    private static final int LONGEST_KEY = 100;
    private static final int MOST_ITEMS = 50;

    /** The text with plain line ends. NUL, which no keyboard types and no database keeps, is dropped. */
    String written() {
        return raw().strip();
    }

    /** The same with the spaces around it: a text that is still being written. */
    String raw() {
        return text == null ? "" : text.replace("\0", "").replace("\r\n", "\n");
    }

    /** Whether it is small enough to be kept as a draft; one that is too long to be sent is kept all the same. */
    boolean keepable() {
        return raw().length() <= LONGEST_DRAFT
                && asked().size() <= MOST_ITEMS
                && asked().stream().allMatch(TicketForm::isKey);
    }

    private static boolean isKey(String item) {
        return item.length() <= LONGEST_KEY && item.indexOf('\0') < 0;
    }

    List<String> asked() {
        return items == null ? List.of() : items.stream().distinct().toList();
    }

    /** The key of this form; nothing when what came is no form of ours. */
    Optional<String> key() {
        return Optional.ofNullable(idempotencyKey)
                .map(given -> given.replace("\0", ""))
                .filter(given -> !given.isBlank() && given.length() <= LONGEST_KEY);
    }

    Optional<LastSeen> seen() {
        return Optional.ofNullable(lastSeen).flatMap(LastSeen::read);
    }

    /** Everything that is wrong, at once. A Запрос may go without words of its own, but not without items. */
    List<FieldError> errors(Mode mode) {
        List<FieldError> errors = new ArrayList<>();
        if (mode == Mode.REQUEST && asked().isEmpty()) {
            errors.add(new FieldError("items", "error.items.empty"));
        }
        if (mode != Mode.REQUEST && written().isEmpty()) {
            errors.add(new FieldError("text", "error.text.empty"));
        }
        if (written().codePointCount(0, written().length()) > LONGEST_TEXT) {
            errors.add(new FieldError("text", "error.text.long"));
        }
        return errors;
    }

    Composing composing(Mode mode, List<FieldError> errors) {
        return new Composing(mode, written(), Optional.of(asked()), key().orElse(""), errors);
    }
}
