package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.drawing.Phrases;

/**
 * The place to write: closed, or one of three surfaces that cannot be mistaken for each other.
 *
 * @param ticket the address of the ticket's page
 * @param allowed the surfaces that the ticket's state allows
 * @param files what goes along with the letter
 * @param lastSeen the newest entry the agent has seen: a newer one stops the sending (409)
 */
public record ComposerView(
        Mode mode,
        List<Mode> allowed,
        TicketLink ticket,
        Recipient recipient,
        Draft draft,
        Optional<Asking> asking,
        List<FieldError> errors,
        String lastSeen,
        List<Attached> files) {

    /** A file that goes along: its name, its size in words, whether it can be shown, and its address. */
    public record Attached(String name, String size, boolean picture, String href) {}

    /** What is being written. */
    public enum Mode {
        CLOSED("", "", "", ""),
        ANSWER("answers", "reply", "KeyR", "R"),
        REQUEST("information-requests", "list-checks", "KeyQ", "Q"),
        NOTE("notes", "sticky-note", "KeyM", "M");

        private final String noun;
        private final String icon;
        private final String code;
        private final String cap;

        Mode(String noun, String icon, String code, String cap) {
            this.noun = noun;
            this.icon = icon;
            this.code = code;
            this.cap = cap;
        }

        /** The word for addresses and style classes. */
        public String word() {
            return SlaView.dashed(name());
        }

        /** The resource a form of this mode posts to, below the ticket. */
        public String noun() {
            return noun;
        }

        /** Its icon in the sprite. */
        public String icon() {
            return icon;
        }

        /** The physical key that opens it. */
        public String code() {
            return code;
        }

        /** What is printed on that key. */
        public String cap() {
            return cap;
        }

        /** The key of one of its texts. */
        public String key(String part) {
            return "composer." + word() + "." + part;
        }
    }

    /** To whom a letter would go, and in which language. */
    public record Recipient(String address, Language language) {}

    /**
     * The text so far and the key that makes a double sending one.
     *
     * @param savedAt when the server kept it last, in words
     * @param kept the surfaces on which something unsent is kept
     */
    public record Draft(String text, String idempotencyKey, Optional<String> savedAt, List<Mode> kept) {

        /** A text that the server has not kept yet. */
        public Draft(String text, String idempotencyKey) {
            this(text, idempotencyKey, Optional.empty(), List.of());
        }
    }

    /** The checklist of a Запрос, when silence would end the ticket, in words, and after how many working hours that is. */
    public record Asking(List<AskedItem> items, String terminationDue, int replyHours) {}

    /** One thing to ask for (R15–R19, or a missing item of the form). */
    public record AskedItem(String value, String key, boolean checked, boolean missing) {}

    /** What is wrong: the id of the field or of the entry to look at, and the key of the sentence with its arguments. */
    public record FieldError(String field, String key, List<Object> arguments) {

        /** An error whose sentence needs no arguments. */
        public FieldError(String field, String key) {
            this(field, key, List.of());
        }

        /** The sentence in the page's language. */
        public String sentence(Phrases words) {
            return words.text(key, arguments.toArray());
        }
    }

    /** The error of a field, when it has one. */
    public Optional<FieldError> error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /** Whether the sending was stopped because somebody wrote or did something meanwhile. */
    public boolean stopped() {
        return errors.stream().anyMatch(error -> error.key().equals(NewerEntries.KEY));
    }

    /** Whether a letter can go to the applicant: who called may have no address. */
    public boolean reachable() {
        return !recipient.address().isBlank();
    }

    /** The key of a text of the surface that is open. */
    public String key(String part) {
        return key(mode, part);
    }

    /** The key of a text of a surface: an answer to somebody without an address is told and not sent. */
    public String key(Mode of, String part) {
        return of == Mode.ANSWER && !reachable() ? "composer.told." + part : of.key(part);
    }

    /** Where the form posts to. */
    public String action() {
        return ticket.href() + "/" + mode.noun();
    }

    /** Where its draft is kept. */
    public String draftHref() {
        return ticket.href() + "/drafts/" + mode.word();
    }

    /** The address that opens a mode. */
    public String href(Mode other) {
        return ticket.href() + "?compose=" + other.word() + "#composer";
    }
}
