package kz.kezek.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;

/**
 * Which timer of a ticket comes next, as a pure function of its events: reminders while the applicant is silent (A14),
 * then the end of consideration (R23). Never outside working hours: an instant that falls on the end of a working
 * interval belongs to the next one.
 */
final class ClockTimers {

    private ClockTimers() {}

    static Optional<ClockTimer> next(
            TicketId ticket,
            List<? extends TicketEvent> events,
            List<SlaClock> clocks,
            Regulation regulation,
            BusinessCalendar calendar) {
        return clocks.stream()
                .filter(clock -> clock.kind() == TermName.APPLICANT_REPLY && clock.isRunning())
                .findFirst()
                .map(clock -> next(ticket, clock, remindedAfter(events, clock.startedAt()), regulation, calendar));
    }

    /** How many working hours of silence the latest reminder that is due at this instant stands for. */
    static int latestReminder(SlaClock clock, Instant at, Regulation regulation, BusinessCalendar calendar) {
        BusinessTime silence = calendar.between(clock.startedAt(), at);
        return regulation.reminders().stream()
                .filter(threshold -> threshold.compareTo(silence) <= 0)
                .mapToInt(ClockTimers::hours)
                .max()
                .orElseThrow(() -> new IllegalStateException("no reminder is due after " + silence));
    }

    private static int hours(BusinessTime time) {
        return (int) (time.seconds() / 3600);
    }

    /** The same for a ticket whose last reminder stood for so many working hours; 0 before the first. */
    static ClockTimer next(
            TicketId ticket, SlaClock clock, int remindedAfter, Regulation regulation, BusinessCalendar calendar) {
        return regulation.reminders().stream()
                .map(ClockTimers::hours)
                .filter(hours -> hours > remindedAfter)
                .findFirst()
                .map(hours -> new ClockTimer(
                        ticket.value(),
                        ClockTimer.REMIND + hours,
                        whenOpen(calendar, calendar.dueAt(clock.startedAt(), TimeLimit.BusinessHours.of(hours)))))
                .orElseGet(() -> new ClockTimer(
                        ticket.value(), ClockTimer.DISCONTINUE, firstSecondBeyond(calendar, clock.dueAt())));
    }

    /** The applicant learns of a moved deadline at once, or when the next working day begins: by then once, however often it moved. */
    static ClockTimer tellMoved(TicketId ticket, Instant at, BusinessCalendar calendar) {
        return new ClockTimer(ticket.value(), ClockTimer.TELL_MOVED, whenOpen(calendar, at));
    }

    private static int remindedAfter(List<? extends TicketEvent> events, Instant since) {
        return events.stream()
                .filter(TicketEvent.ApplicantReminded.class::isInstance)
                .map(TicketEvent.ApplicantReminded.class::cast)
                .filter(reminder -> !reminder.at().isBefore(since))
                .mapToInt(TicketEvent.ApplicantReminded::afterHours)
                .max()
                .orElse(0);
    }

    private static Instant whenOpen(BusinessCalendar calendar, Instant at) {
        return calendar.isOpen(at) ? at : calendar.nextOpening(at);
    }

    /** A reply at the deadline itself, or in the night after it, is in time (A4): silence is proven a second later. */
    private static Instant firstSecondBeyond(BusinessCalendar calendar, Instant dueAt) {
        return calendar.plus(dueAt, BusinessTime.ofSeconds(1));
    }
}
