package kz.kezek.sla;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;

/**
 * A running clock as a list shows it.
 *
 * @param remindedAfter how many working hours of silence the last reminder stood for; 0 before the first
 */
record OpenClock(
        TicketId ticket,
        TicketNumber number,
        TermName kind,
        int cycle,
        Instant startedAt,
        Instant dueAt,
        int remindedAfter) {

    SlaClock due(Instant newDueAt, String calendarVersion) {
        return new SlaClock(kind, cycle, startedAt, newDueAt, Optional.empty(), Verdict.RUNNING, calendarVersion);
    }
}
