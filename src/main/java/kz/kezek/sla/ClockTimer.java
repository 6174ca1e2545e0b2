package kz.kezek.sla;

import java.time.Instant;
import kz.kezek.ticket.TicketId;

/**
 * What the next timer of a ticket is for. The triple (ticket, rule, due) is the timer's name in the database, so each
 * fires once whatever happens.
 *
 * @param rule {@code remind-24}, {@code remind-48}, {@code remind-64}, {@code discontinue} or {@code tell-moved}
 */
record ClockTimer(long ticket, String rule, Instant at) {

    static final String DISCONTINUE = "discontinue";
    static final String REMIND = "remind-";
    static final String TELL_MOVED = "tell-moved";

    TicketId ticketId() {
        return new TicketId(ticket);
    }

    String name() {
        return ticket + "/" + rule + "/" + at.getEpochSecond();
    }

    /**
     * The timer of this name.
     *
     * @throws IllegalArgumentException when it is the name of none
     */
    static ClockTimer named(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no timer has the name " + name);
        }
        return new ClockTimer(Long.parseLong(parts[0]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }
}
