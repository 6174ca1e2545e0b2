package kz.kezek.sla;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.regulation.TermName;

/**
 * One clock of one ticket: C0–C3 of the regulation, computed from the ticket's events and the calendar.
 *
 * @param cycle the first, second, … clock of its kind in this ticket
 * @param dueAt when its budget is consumed
 * @param endedAt when it stopped; empty while it runs
 * @param calendarVersion the id of the calendar it counts by; once ended, the one it was judged by (A24)
 */
public record SlaClock(
        TermName kind,
        int cycle,
        Instant startedAt,
        Instant dueAt,
        Optional<Instant> endedAt,
        Verdict verdict,
        String calendarVersion) {

    /** Whether it still runs. */
    public boolean isRunning() {
        return endedAt.isEmpty();
    }
}
