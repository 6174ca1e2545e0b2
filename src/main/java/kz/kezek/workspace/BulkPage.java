package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * An act on many tickets: asked about before it is done, and what became of it.
 *
 * @param act the word of the act, {@code take}, {@code assign} and so on
 * @param asking what is to be said and chosen first; empty once it was done
 * @param done on how many tickets it was done
 * @param skipped on which it was not, and in which state they stand
 */
public record BulkPage(String act, Optional<Asking> asking, int done, List<Skipped> skipped, String back)
        implements Page {

    @Override
    public String template() {
        return "bulk";
    }

    /** The tickets that the act is meant for, those who can be chosen for it, and the key that makes a double sending one. */
    public record Asking(List<TicketLink> tickets, List<StepView.Choice> agents, String key) {}

    /** A ticket on which the act was not possible. */
    public record Skipped(TicketLink ticket, TicketPage.Stage stage) {}

    /** The key of one of its texts. */
    public String key(String part) {
        return "bulk." + act + "." + part;
    }
}
