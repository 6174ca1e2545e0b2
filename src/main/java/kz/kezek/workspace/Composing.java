package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;

/**
 * What an agent is writing in a ticket, as a form holds it between two requests.
 *
 * @param asked the checked items of a Запрос; absent when the form is new, so that what is missing is checked
 */
record Composing(Mode mode, String text, Optional<List<String>> asked, String idempotencyKey, List<FieldError> errors) {

    static Composing begin(Mode mode) {
        return new Composing(mode, "", Optional.empty(), UUID.randomUUID().toString(), List.of());
    }

    /** The same form with what was written before. */
    Composing with(String written, Optional<List<String>> items) {
        return new Composing(mode, written, items, idempotencyKey, errors);
    }

    Composing with(List<FieldError> found) {
        return new Composing(mode, text, asked, idempotencyKey, List.copyOf(found));
    }
}
