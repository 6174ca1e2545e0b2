package kz.kezek.sla;

import java.util.List;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketChanged;
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
    private final SlaClocks table;
    private final Regulation regulation;
    private final CalendarVersions calendars;
    private final TimerSchedule schedule;

    ClockProjection(
            TicketRegister tickets,
            JdbcClient jdbc,
            Regulation regulation,
            CalendarVersions calendars,
            TimerSchedule schedule) {
        this.tickets = tickets;
        this.table = new SlaClocks(jdbc);
        this.regulation = regulation;
        this.calendars = calendars;
        this.schedule = schedule;
    }

    @EventListener
    void project(TicketChanged changed) {
        TicketId ticket = changed.ticket();
        // This transaction holds its ticket, so no publication runs beside it: what is newest now is newest at its
        // commit.
        BusinessCalendar calendar = calendars.refreshed();
        List<SlaClock> now = ClockFold.clocks(changed.events(), regulation, calendar);
        table.write(ticket, now, calendar);
        tickets.project(
                ticket,
                TicketClocks.running(now)
                        .map(clock -> new Ticket.RunningClock(clock.kind(), clock.startedAt(), clock.dueAt())));
        ClockTimers.next(ticket, changed.events(), now, regulation, calendar).ifPresent(schedule::schedule);
    }
}
