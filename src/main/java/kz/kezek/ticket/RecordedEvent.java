package kz.kezek.ticket;

import java.time.Instant;

/** An event with its place in the ticket's log and who caused it ({@code agent:7}, {@code system}, …). */
public record RecordedEvent(int seq, String actor, TicketEvent event) {

    /** When the thing happened. */
    public Instant at() {
        return event.at();
    }
}
