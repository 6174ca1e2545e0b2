package kz.kezek.workspace;

import java.util.List;

/**
 * A ticket's case file, to be printed: head, five items, terms, correspondence and events.
 *
 * @param printed when, in words
 */
public record PrintPage(TicketPage ticket, List<Term> terms, String printed) implements Page {

    @Override
    public String template() {
        return "print";
    }

    /** One clock: its name, and in words when it ran, until when it had to, and how much working time it counted. */
    public record Term(String name, String from, String to, String due, String counted, boolean runs) {}
}
