package kz.kezek.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;

/** The rules of clocks and timers, as the program computes them, for tests that let a whole service run by them. */
public final class TimerRules {

    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();

    private TimerRules() {}

    /** A timer as it is kept: two with the same parts are the same. */
    public record Kept(long ticket, String rule, Instant at) {
        public boolean ends() {
            return rule.equals(ClockTimer.DISCONTINUE);
        }
    }

    public static BusinessCalendar calendar() {
        return CALENDAR;
    }

    public static List<SlaClock> clocks(List<TicketEvent> events) {
        return ClockFold.clocks(events, RULES, CALENDAR);
    }

    public static Optional<Kept> next(long ticket, List<TicketEvent> events) {
        return ClockTimers.next(new TicketId(ticket), events, clocks(events), RULES, CALENDAR)
                .map(timer -> new Kept(timer.ticket(), timer.rule(), timer.at()));
    }

    public static Optional<SlaClock> running(List<TicketEvent> events) {
        return TicketClocks.running(clocks(events));
    }

    public static boolean isWithin(SlaClock clock, Instant at) {
        return ClockFold.isWithin(clock.kind(), clock.dueAt(), at, CALENDAR);
    }

    public static int latestReminder(SlaClock clock, Instant at) {
        return ClockTimers.latestReminder(clock, at, RULES, CALENDAR);
    }
}
