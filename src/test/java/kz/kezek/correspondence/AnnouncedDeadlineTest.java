package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.Verdict;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.TicketEvent;
import org.junit.jupiter.api.Test;

/** A24: the applicant learns what he was told before and what holds now, and nothing when nothing changed for him. */
class AnnouncedDeadlineTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant LATER_THAT_NIGHT = Instant.parse("2026-11-23T19:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T04:30:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T04:30:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-26T04:30:00Z");
    private static final TicketEvent REGISTERED = new TicketEvent.TicketRegistered(RECEIVED, Channel.MAIL);

    @Test
    void isTheFirstOfAllDeadlinesThatMovedSinceHeWasTold() {
        List<TicketEvent> events = List.of(
                REGISTERED, move(MONDAY_NIGHT, TUESDAY, WEDNESDAY), move(LATER_THAT_NIGHT, WEDNESDAY, THURSDAY));

        assertThat(AnnouncedDeadline.before(events, due(THURSDAY), Instant.MIN)).contains(TUESDAY);
        assertThat(AnnouncedDeadline.before(events, due(THURSDAY), MONDAY_NIGHT))
                .contains(WEDNESDAY);
        assertThat(AnnouncedDeadline.before(events, due(THURSDAY), LATER_THAT_NIGHT))
                .isEmpty();
    }

    @Test
    void isNothingWhenTheDeadlineMovedBack() {
        List<TicketEvent> events =
                List.of(REGISTERED, move(MONDAY_NIGHT, TUESDAY, WEDNESDAY), move(LATER_THAT_NIGHT, WEDNESDAY, TUESDAY));

        assertThat(AnnouncedDeadline.before(events, due(TUESDAY), Instant.MIN)).isEmpty();
    }

    @Test
    void isNothingForAMachine() {
        List<TicketEvent> events = List.of(
                REGISTERED, new TicketEvent.AcceptanceNoticeNotOwed(RECEIVED), move(MONDAY_NIGHT, TUESDAY, WEDNESDAY));

        assertThat(AnnouncedDeadline.before(events, due(WEDNESDAY), Instant.MIN))
                .isEmpty();
    }

    @Test
    void isNothingWhenAnotherClockMoved() {
        List<TicketEvent> events = List.of(
                REGISTERED,
                new TicketEvent.DeadlineMoved(MONDAY_NIGHT, TermName.APPLICANT_REPLY, TUESDAY, WEDNESDAY, "kz+1"));

        assertThat(AnnouncedDeadline.before(events, due(WEDNESDAY), Instant.MIN))
                .isEmpty();
    }

    private static TicketEvent move(Instant at, Instant from, Instant to) {
        return new TicketEvent.DeadlineMoved(at, TermName.FIRST_ANSWER, from, to, "kz+1");
    }

    private static SlaClock due(Instant dueAt) {
        return new SlaClock(TermName.FIRST_ANSWER, 1, RECEIVED, dueAt, Optional.empty(), Verdict.RUNNING, "kz+1");
    }
}
