package kz.kezek.sla;

import java.util.List;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketChanged;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what lists and timers need in step with the events of a ticket, in the transaction that recorded them. It can be
 * run again at any time: everything it writes follows from the events.
 */
@Component
class ClockProjection {

    private final TicketRegister tickets;
    private final TicketClocks clocks;
    private final SlaClocks table;
    private final Regulation regulation;
    private final BusinessCalendar calendar;
    private final TimerSchedule schedule;

    ClockProjection(
            TicketRegister tickets,
            TicketClocks clocks,
            JdbcClient jdbc,
            Regulation regulation,
            BusinessCalendar calendar,
            TimerSchedule schedule) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.table = new SlaClocks(jdbc);
        this.regulation = regulation;
        this.calendar = calendar;
        this.schedule = schedule;
    }

    @EventListener
    void project(TicketChanged changed) {
        TicketId ticket = changed.ticket();
        List<RecordedEvent> events = tickets.events(ticket);
        List<SlaClock> now = clocks.of(events);
        table.write(ticket, now, calendar);
        tickets.project(
                ticket,
                TicketClocks.running(now)
                        .map(clock -> new Ticket.RunningClock(clock.kind(), clock.startedAt(), clock.dueAt())));
        List<TicketEvent> plain = events.stream().map(RecordedEvent::event).toList();
        ClockTimers.next(ticket, plain, now, regulation, calendar).ifPresent(schedule::schedule);
    }
}
