package kz.kezek.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.drawing.RibbonView;
import kz.kezek.ticket.TicketState;

/** An applicant's own page of a ticket, reached by its secret link: what happens now, what is asked, what was written. */
public record StatusPage(
        String link,
        String number,
        TicketState state,
        Optional<DueView> due,
        Asked asked,
        List<Entry> entries,
        List<Ahead> ahead,
        List<Line> wrote,
        Composing composing)
        implements PublicPage {

    @Override
    public String template() {
        return "status";
    }

    @Override
    public boolean personal() {
        return true;
    }

    /** The key of a text about the state. */
    public String stateKey(String what) {
        return "status." + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + what;
    }

    /** Whether there is still something to withdraw. */
    public boolean mayWithdraw() {
        return composing.open()
                && switch (state) {
                    case REGISTERED, IN_PROGRESS, AWAITING_APPLICANT, INFORMATION_SUPPLIED -> true;
                    case RECEIVED, ANSWERED, CLOSED, DISCONTINUED, NOT_A_REQUEST, DUPLICATE, MERGED -> false;
                };
    }

    /** The running deadline: whose it is, until when, what is left, in words and as a share, and why. */
    public record DueView(boolean ours, String when, String left, int percentLeft, RibbonView ribbon, String why) {}

    /** What the last Запрос asks; empty when nothing is awaited. */
    public record Asked(List<String> items, String instructions) {}

    /** What happened or was written, in the order of time; folded when the page shows the same elsewhere. */
    public record Entry(Kind kind, String time, List<String> paragraphs, List<FileLink> files, boolean folded) {}

    /** What comes next: what is waited for now, or what will be done after that; the keys of its words, and until when. */
    public record Ahead(boolean waiting, String key, String time) {}

    /** What an entry is. */
    public enum Kind {
        ACCEPTED,
        WRITTEN,
        REQUEST,
        ANSWER,
        ENDED;

        /** The key of its heading. */
        public String key() {
            return "status.entry." + name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The icon of its mark. */
        public String icon() {
            return switch (this) {
                case ACCEPTED, REQUEST, ANSWER -> "check";
                case WRITTEN -> "user";
                case ENDED -> "lock";
            };
        }
    }

    /** A file of the applicant's own; without an address when its bytes were not kept. */
    public record FileLink(String name, Optional<String> href) {}

    /** A line of the form as it was read; the label's key, the value, empty when missing. */
    public record Line(String key, String value) {}

    /**
     * The form to write with.
     *
     * @param open whether anything can be written
     * @param entered what was entered, by field, when something was wrong
     * @param problems the keys of what is wrong
     * @param sent whether a message has just been taken
     */
    public record Composing(boolean open, Map<String, String> entered, List<String> problems, boolean sent) {

        /** What was entered in a field. */
        public String value(String field) {
            return entered.getOrDefault(field, "");
        }
    }
}
