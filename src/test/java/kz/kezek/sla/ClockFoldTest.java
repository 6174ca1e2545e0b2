package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketEvent.AcceptanceNoticeDelivered;
import kz.kezek.ticket.TicketEvent.AnswerWithdrawn;
import kz.kezek.ticket.TicketEvent.InformationRequestDelivered;
import kz.kezek.ticket.TicketEvent.InformationRequestUndelivered;
import kz.kezek.ticket.TicketEvent.InformationRequestWithdrawn;
import kz.kezek.ticket.TicketEvent.InformationRequested;
import kz.kezek.ticket.TicketEvent.InformationSupplied;
import kz.kezek.ticket.TicketEvent.InformationSuppliedInTime;
import kz.kezek.ticket.TicketEvent.MarkUndone;
import kz.kezek.ticket.TicketEvent.MarkedNotARequest;
import kz.kezek.ticket.TicketEvent.TicketAnswered;
import kz.kezek.ticket.TicketEvent.TicketDiscontinued;
import kz.kezek.ticket.TicketEvent.TicketRegistered;
import kz.kezek.ticket.TicketEvent.TicketReopened;
import org.junit.jupiter.api.Test;

/** The clocks C0–C3 from events alone (regulation §2; R20–R23, A4–A13). Monday is 13.07.2026. */
class ClockFoldTest {

    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();

    @Test
    void startsC0AndC1AtTheReceipt() {
        var clocks = clocks(registered("13T10:00"));

        assertThat(clocks).extracting(SlaClock::kind).containsExactly(TermName.ACCEPTANCE, TermName.FIRST_ANSWER);
        assertThat(clocks.get(0).dueAt()).isEqualTo(at("13T11:00"));
        assertThat(clocks.get(1).dueAt()).isEqualTo(at("13T13:00"));
        assertThat(clocks).allMatch(SlaClock::isRunning);
    }

    @Test
    void meetsC0RoundTheClock() {
        assertThat(verdicts(registered("11T23:00"), new AcceptanceNoticeDelivered(at("12T00:00"))))
                .containsExactly(Verdict.MET, Verdict.RUNNING);
        assertThat(verdicts(registered("11T23:00"), new AcceptanceNoticeDelivered(at("12T00:00:01"))))
                .containsExactly(Verdict.BREACHED, Verdict.RUNNING);
    }

    @Test
    void meetsC1AtItsDeadlineAndBreachesItASecondLater() {
        assertThat(last(registered("13T10:00"), new TicketAnswered(at("13T13:00"), 1))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(last(registered("13T10:00"), new TicketAnswered(at("13T13:00:01"), 1))
                        .verdict())
                .isEqualTo(Verdict.BREACHED);
    }

    @Test
    void countsNoSecondOfTheNightAfterADeadlineAtClosing() {
        assertThat(last(registered("13T15:30"), new TicketAnswered(at("13T23:00"), 1))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(last(registered("13T15:30"), new TicketAnswered(at("14T09:00:01"), 1))
                        .verdict())
                .isEqualTo(Verdict.BREACHED);
    }

    @Test
    void takesARequestForInformationAsTheFirstAnswer() {
        assertThat(verdicts(registered("13T10:00"), new InformationRequested(at("13T11:00"), 1)))
                .containsExactly(Verdict.RUNNING, Verdict.MET);
    }

    @Test
    void startsC3OnlyWhenTheRequestWasDelivered() {
        var waiting = last(
                registered("10T10:00"),
                new InformationRequested(at("10T11:00"), 1),
                new InformationRequestDelivered(at("13T09:00"), 1));

        assertThat(waiting.kind()).isEqualTo(TermName.APPLICANT_REPLY);
        assertThat(waiting.dueAt()).isEqualTo(at("22T14:30"));
    }

    @Test
    void voidsC3WhenTheRequestBounced() {
        assertThat(last(
                                registered("13T10:00"),
                                new InformationRequested(at("13T11:00"), 1),
                                new InformationRequestDelivered(at("13T11:01"), 1),
                                new InformationRequestUndelivered(at("13T11:30"), 1))
                        .verdict())
                .isEqualTo(Verdict.VOID);
    }

    @Test
    void startsC2AtTheReceiptOfTheReplyInEveryCycle() {
        var clocks = clocks(
                registered("13T10:00"),
                new InformationRequested(at("13T11:00"), 1),
                new InformationRequestDelivered(at("13T11:00"), 1),
                new InformationSupplied(at("14T10:00")),
                new InformationRequested(at("14T12:00"), 2),
                new InformationRequestDelivered(at("14T12:00"), 2),
                new InformationSupplied(at("15T10:00")));

        assertThat(clocks)
                .extracting(clock -> clock.kind() + "/" + clock.cycle() + " " + clock.verdict())
                .containsExactly(
                        "ACCEPTANCE/1 RUNNING",
                        "FIRST_ANSWER/1 MET",
                        "APPLICANT_REPLY/1 MET",
                        "ANSWER_AFTER_INFORMATION/1 MET",
                        "APPLICANT_REPLY/2 MET",
                        "ANSWER_AFTER_INFORMATION/2 RUNNING");
        assertThat(clocks.getLast().dueAt()).isEqualTo(at("17T10:00"));
    }

    @Test
    void takesAReplyFoundAfterTheEndAsGivenWhenItWasReceived() {
        var clocks = clocks(
                registered("13T09:00"),
                new InformationRequested(at("13T09:00"), 1),
                new InformationRequestDelivered(at("13T09:00"), 1),
                new TicketDiscontinued(at("22T14:30:01"), at("22T14:30")),
                new InformationSuppliedInTime(at("22T14:29:59")));

        assertThat(clocks.get(2).verdict()).isEqualTo(Verdict.MET);
        assertThat(clocks.getLast().kind()).isEqualTo(TermName.ANSWER_AFTER_INFORMATION);
        assertThat(clocks.getLast().startedAt()).isEqualTo(at("22T14:29:59"));
    }

    @Test
    void resumesTheOldClockWhenAMarkIsUndone() {
        var clock = last(registered("13T10:00"), new MarkedNotARequest(at("13T10:30")), new MarkUndone(at("13T12:00")));

        assertThat(clock.startedAt()).isEqualTo(at("13T10:00"));
        assertThat(clock.verdict()).isEqualTo(Verdict.RUNNING);
    }

    @Test
    void startsANewC1WhenATicketIsReopened() {
        var clock =
                last(registered("13T10:00"), new TicketAnswered(at("13T11:00"), 1), new TicketReopened(at("14T10:00")));

        assertThat(clock.kind()).isEqualTo(TermName.FIRST_ANSWER);
        assertThat(clock.cycle()).isEqualTo(2);
        assertThat(clock.dueAt()).isEqualTo(at("14T13:00"));
    }

    private static TicketRegistered registered(String time) {
        return new TicketRegistered(at(time), Channel.MAIL);
    }

    private static List<SlaClock> clocks(TicketEvent... events) {
        return ClockFold.clocks(Arrays.asList(events), RULES, CALENDAR);
    }

    @Test
    void givesTheOldClockBackWhenALetterIsTakenBack() {
        var answered = clocks(
                registered("13T10:00"),
                new TicketAnswered(at("13T14:00"), 1),
                new AnswerWithdrawn(at("13T14:00:09"), 1));
        var asked = clocks(
                registered("13T10:00"),
                new InformationRequested(at("13T11:00"), 1),
                new InformationRequestWithdrawn(at("13T11:00:09"), 1));

        assertThat(answered).isEqualTo(clocks(registered("13T10:00")));
        assertThat(asked).isEqualTo(clocks(registered("13T10:00")));
    }

    @Test
    void judgesTheAnswerThatWasSentAndNotTheOneTakenBack() {
        assertThat(last(
                                registered("13T10:00"),
                                new TicketAnswered(at("13T12:59:55"), 1),
                                new AnswerWithdrawn(at("13T12:59:59"), 1),
                                new TicketAnswered(at("13T13:00:30"), 2))
                        .verdict())
                .isEqualTo(Verdict.BREACHED);
    }

    @Test
    void letsTheApplicantsTimeGoOnWhenAnAnswerToHimIsTakenBack() {
        TicketEvent[] waiting = {
            registered("13T10:00"),
            new InformationRequested(at("13T11:00"), 1),
            new InformationRequestDelivered(at("13T11:00"), 1)
        };
        var all = new java.util.ArrayList<>(List.of(waiting));
        all.add(new TicketAnswered(at("14T11:00"), 1));
        all.add(new AnswerWithdrawn(at("14T11:00:05"), 1));

        assertThat(clocks(all.toArray(TicketEvent[]::new))).isEqualTo(clocks(waiting));
    }

    private static SlaClock last(TicketEvent... events) {
        return clocks(events).getLast();
    }

    private static List<Verdict> verdicts(TicketEvent... events) {
        return clocks(events).stream().map(SlaClock::verdict).toList();
    }

    /** A day and time of July 2026 in Astana, {@code 13T10:00}. */
    private static Instant at(String dayAndTime) {
        return OffsetDateTime.parse("2026-07-" + dayAndTime + "+05:00").toInstant();
    }
}
