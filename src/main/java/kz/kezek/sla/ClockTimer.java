package kz.kezek.sla;

import java.io.Serializable;
import java.time.Instant;
import kz.kezek.ticket.TicketId;

/**
 * What the next timer of a ticket is for. The triple (ticket, rule, due) is the timer's name in the database, so each
 * fires once whatever happens.
 *
 * @param rule {@code remind-24}, {@code remind-48}, {@code remind-64}, {@code discontinue} or {@code tell-moved}
 */
record ClockTimer(long ticket, String rule, Instant at) implements Serializable {

    static final String DISCONTINUE = "discontinue";
    static final String REMIND = "remind-";
    static final String TELL_MOVED = "tell-moved";

    TicketId ticketId() {
        return new TicketId(ticket);
    }

    String name() {
        return ticket + "/" + rule + "/" + at.getEpochSecond();
    }
}
