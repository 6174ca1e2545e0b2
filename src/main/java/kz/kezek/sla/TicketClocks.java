package kz.kezek.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.Explanation;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of tickets, always computed from their events; the same for page, letter, API and report. */
@Component
public class TicketClocks {

    private final TicketRegister tickets;
    private final Regulation regulation;
    private final CalendarVersions calendars;
    private final SlaClocks table;

    TicketClocks(TicketRegister tickets, Regulation regulation, CalendarVersions calendars, JdbcClient jdbc) {
        this.tickets = tickets;
        this.regulation = regulation;
        this.calendars = calendars;
        this.table = new SlaClocks(jdbc);
    }

    /** All clocks of the ticket, in the order in which they started. */
    public List<SlaClock> of(TicketId ticket) {
        return of(ticket, tickets.events(ticket));
    }

    /** The same from events already at hand. A clock that has ended is as it was judged, whatever the calendar says now. */
    public List<SlaClock> of(TicketId ticket, List<RecordedEvent> events) {
        List<TicketEvent> plain = events.stream().map(RecordedEvent::event).toList();
        List<SlaClock> judged = table.judged(ticket);
        return ClockFold.clocks(plain, regulation, calendars.current()).stream()
                .map(clock -> judged.stream()
                        .filter(known -> isSame(known, clock))
                        .findFirst()
                        .orElse(clock))
                .toList();
    }

    private static boolean isSame(SlaClock judged, SlaClock computed) {
        return judged.kind() == computed.kind() && judged.cycle() == computed.cycle() && !computed.isRunning();
    }

    /** The calendar a clock counts by; today's when that of another program is no longer known. */
    private BusinessCalendar calendar(SlaClock clock) {
        return calendars.named(clock.calendarVersion()).orElseGet(calendars::current);
    }

    /** Why the clock ends when it does. */
    public Explanation explain(SlaClock clock) {
        return regulation
                .term(clock.kind())
                .deadline(calendar(clock), clock.startedAt())
                .explanation();
    }

    /** Working time left until the clock's deadline; zero when it has passed. */
    public BusinessTime left(SlaClock clock, Instant at) {
        return at.isBefore(clock.dueAt()) ? calendar(clock).between(at, clock.dueAt()) : BusinessTime.ZERO;
    }

    /** Working time consumed beyond the deadline; zero when in time. */
    public BusinessTime overdue(SlaClock clock, Instant at) {
        return at.isAfter(clock.dueAt()) ? calendar(clock).between(clock.dueAt(), at) : BusinessTime.ZERO;
    }

    /** When a Запрос delivered at this instant would end consideration: what an agent is told before sending it. */
    public Instant applicantReplyDue(Instant deliveredAt) {
        return calendars
                .current()
                .dueAt(deliveredAt, regulation.applicantReply().limit());
    }

    /** The clock that would run after this event: what an agent is told before a step. */
    public Optional<SlaClock> runningAfter(List<RecordedEvent> events, TicketEvent event) {
        List<TicketEvent> after = Stream.concat(events.stream().map(RecordedEvent::event), Stream.of(event))
                .toList();
        return running(ClockFold.clocks(after, regulation, calendars.current()));
    }

    /** Whether a reply received at this instant is within the clock (A4). */
    public boolean isWithin(SlaClock clock, Instant at) {
        return ClockFold.isWithin(clock.kind(), clock.dueAt(), at, calendar(clock));
    }

    /** The clock that runs for the queue: C1, C2 or C3. */
    static Optional<SlaClock> running(List<SlaClock> clocks) {
        return clocks.stream()
                .filter(SlaClock::isRunning)
                .filter(clock -> clock.kind() != TermName.ACCEPTANCE)
                .findFirst();
    }
}
