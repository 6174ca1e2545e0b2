package kz.kezek.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens when a timer fires: the ticket's events are asked again whether it is still meant, so that a timer of a
 * clock that has since ended or moved does nothing.
 */
@Component
class DueTimers {

    private final TicketRegister tickets;
    private final TicketClocks clocks;
    private final Regulation regulation;
    private final CalendarVersions calendars;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    DueTimers(
            TicketRegister tickets,
            TicketClocks clocks,
            Regulation regulation,
            CalendarVersions calendars,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.regulation = regulation;
        this.calendars = calendars;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional
    void fire(ClockTimer timer) {
        tickets.lock(timer.ticketId());
        List<RecordedEvent> recorded = tickets.events(timer.ticketId());
        List<TicketEvent> events = recorded.stream().map(RecordedEvent::event).toList();
        // A node behind its calendar would take the timer of a moved deadline for one no longer meant.
        BusinessCalendar calendar = calendars.refreshed();
        List<SlaClock> now = ClockFold.clocks(events, regulation, calendar);
        if (timer.rule().equals(ClockTimer.TELL_MOVED)) {
            tellMoved(timer.ticketId(), now, clock.instant());
            return;
        }
        Optional<ClockTimer> meant = ClockTimers.next(timer.ticketId(), events, now, regulation, calendar);
        if (meant.isEmpty() || !meant.get().equals(timer)) {
            return;
        }
        SlaClock running = TicketClocks.running(now).orElseThrow();
        publisher.publishEvent(effect(timer, running, calendar, clock.instant()));
    }

    /** A deadline that has passed meanwhile is no news to anybody. */
    private void tellMoved(TicketId ticket, List<SlaClock> now, Instant at) {
        TicketClocks.running(now)
                .filter(running -> at.isBefore(running.dueAt()))
                .ifPresent(running -> publisher.publishEvent(new DeadlineMoveDue(ticket, running, at)));
    }

    /** After an outage of ours only the latest reminder goes out, and none once the time is over. */
    private Object effect(ClockTimer timer, SlaClock running, BusinessCalendar calendar, Instant at) {
        boolean over = timer.rule().equals(ClockTimer.DISCONTINUE) || !clocks.isWithin(running, at);
        return over
                ? new ApplicantReplyExpired(timer.ticketId(), running.dueAt(), at)
                : new ReminderDue(timer.ticketId(), ClockTimers.latestReminder(running, at, regulation, calendar), at);
    }
}
