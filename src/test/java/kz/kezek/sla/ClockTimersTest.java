package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** A14, R23: reminders after 24, 48 and 64 working hours of silence, the end after 72, never outside working hours. */
class ClockTimersTest {

    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();

    private final List<TicketEvent> events = new ArrayList<>(List.of(
            new TicketEvent.TicketRegistered(at("13T09:00"), Channel.MAIL),
            new TicketEvent.InformationRequested(at("13T09:00"), 1),
            new TicketEvent.InformationRequestDelivered(at("13T09:00"), 1)));

    @Test
    void remindsThreeTimesAndThenEndsConsideration() {
        assertThat(next()).contains(new ClockTimer(7, "remind-24", at("15T14:00")));
        events.add(new TicketEvent.ApplicantReminded(at("15T14:00"), 24));
        assertThat(next()).contains(new ClockTimer(7, "remind-48", at("20T09:30")));
        events.add(new TicketEvent.ApplicantReminded(at("20T09:30"), 48));
        assertThat(next()).contains(new ClockTimer(7, "remind-64", at("21T16:00")));
        events.add(new TicketEvent.ApplicantReminded(at("21T16:00"), 64));
        assertThat(next()).contains(new ClockTimer(7, "discontinue", at("22T14:30:01")));
    }

    @Test
    void waitsForTheMorningWhenTheDeadlineIsAtClosing() {
        events.clear();
        events.add(new TicketEvent.TicketRegistered(at("13T13:00"), Channel.MAIL));
        events.add(new TicketEvent.InformationRequested(at("13T13:00"), 1));
        events.add(new TicketEvent.InformationRequestDelivered(at("13T13:00"), 1));
        events.add(new TicketEvent.ApplicantReminded(at("22T10:00"), 64));

        assertThat(next()).contains(new ClockTimer(7, "discontinue", at("23T09:00:01")));
    }

    @Test
    void hasNothingToDoOnceTheApplicantReplied() {
        events.add(new TicketEvent.InformationSupplied(at("14T10:00")));

        assertThat(next()).isEmpty();
    }

    private Optional<ClockTimer> next() {
        return ClockTimers.next(new TicketId(7), events, ClockFold.clocks(events, RULES, CALENDAR), RULES, CALENDAR);
    }

    private static Instant at(String dayAndTime) {
        return OffsetDateTime.parse("2026-07-" + dayAndTime + "+05:00").toInstant();
    }
}
