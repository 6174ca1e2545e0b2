package kz.kezek.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.sla.SlaClock;
import kz.kezek.ticket.TicketEvent;

/** Which deadline the applicant was told before calendars moved it (A24). Pure. */
final class AnnouncedDeadline {

    private AnnouncedDeadline() {}

    /**
     * The deadline that the applicant still believes in; nothing when it has not moved since he was last told, has moved
     * back, or nobody is there to be told.
     *
     * @param lastTold when he was last written to about a moved deadline
     */
    static Optional<Instant> before(List<TicketEvent> events, SlaClock clock, Instant lastTold) {
        boolean aMachineWrote = events.stream().anyMatch(TicketEvent.AcceptanceNoticeNotOwed.class::isInstance);
        if (aMachineWrote) {
            return Optional.empty();
        }
        return events.stream()
                .filter(TicketEvent.DeadlineMoved.class::isInstance)
                .map(TicketEvent.DeadlineMoved.class::cast)
                .filter(moved -> moved.kind() == clock.kind())
                .filter(moved ->
                        !moved.at().isBefore(clock.startedAt()) && moved.at().isAfter(lastTold))
                .findFirst()
                .map(TicketEvent.DeadlineMoved::from)
                .filter(before -> !before.equals(clock.dueAt()));
    }
}
