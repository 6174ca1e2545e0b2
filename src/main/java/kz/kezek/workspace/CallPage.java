package kz.kezek.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.ComposerView.FieldError;

/**
 * A call that is being taken: what is typed so far, what is wrong with it, and whose open tickets look like the caller's.
 *
 * @param entered what is typed, by the names of the fields
 * @param savedAt when the server kept it last, in words
 */
public record CallPage(
        Map<String, String> entered,
        Language language,
        String idempotencyKey,
        List<FieldError> errors,
        Optional<String> savedAt,
        Matches matches)
        implements Page {

    @Override
    public String template() {
        return "call";
    }

    /** What is typed in a field. */
    public String value(String field) {
        return entered.getOrDefault(field, "");
    }

    /** The error of a field, when it has one. */
    public Optional<FieldError> error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /**
     * What was found for the caller.
     *
     * @param asked whether there was anything to look for
     * @param journalled whether a person's number was looked up
     * @param doubt the key of what is doubtful in that number
     */
    public record Matches(boolean asked, boolean journalled, Optional<String> doubt, List<Match> found) {

        static final Matches NONE = new Matches(false, false, Optional.empty(), List.of());
    }

    /** An open ticket that may be the caller's, and the keys of what they have in common. */
    public record Match(
            TicketLink ticket,
            String subject,
            Language language,
            String applicant,
            String registered,
            TicketPage.Stage stage,
            List<String> by) {}
}
