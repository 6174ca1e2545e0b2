package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.Lifecycle;
import kz.kezek.ticket.Lifecycle.ClockCue;
import kz.kezek.ticket.Lifecycle.Transition;
import kz.kezek.ticket.Step;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketState;
import kz.kezek.ticket.Withdrawals;
import org.junit.jupiter.api.Test;

/**
 * State × step × clock: after each step of the table, on every way there of up to six steps, the clock runs that the table
 * names. The table and the fold over events are written apart; here they meet.
 */
class ClockTableTest {

    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();
    private static final Instant MONDAY_TEN = Instant.parse("2026-07-13T05:00:00Z");
    private static final int STEPS = 6;

    private final Set<Step> taken = EnumSet.noneOf(Step.class);
    private final List<String> broken = new ArrayList<>();

    @Test
    void runsTheClockThatTheTableNames() {
        walk(TicketState.RECEIVED, List.of(), "");

        assertThat(broken).isEmpty();
        assertThat(taken).isEqualTo(EnumSet.allOf(Step.class));
    }

    private void walk(TicketState state, List<TicketEvent> before, String way) {
        if (way.chars().filter(c -> c == ' ').count() == STEPS) {
            return;
        }
        Lifecycle.transitions().stream().filter(line -> line.from() == state).forEach(line -> {
            if (isWithdrawal(line) && !leadsBack(line, before)) {
                return;
            }
            List<TicketEvent> after = new ArrayList<>(before);
            after.addAll(events(line.step(), before));
            taken.add(line.step());
            String path = way + line.step() + " ";
            if (!expected(line, before).equals(running(after))) {
                broken.add(path + "should run " + expected(line, before) + ", runs " + running(after));
            }
            walk(line.to(), after, path);
        });
    }

    private static boolean isWithdrawal(Transition line) {
        return line.step() == Step.WITHDRAW_ANSWER || line.step() == Step.WITHDRAW_REQUEST;
    }

    /** Only the last step's letter can be taken back, and only to where the ticket stood before it. */
    private static boolean leadsBack(Transition line, List<TicketEvent> before) {
        Step letter = line.step() == Step.WITHDRAW_ANSWER ? Step.ANSWER : Step.REQUEST_INFORMATION;
        return Withdrawals.lastStep(before)
                        .filter(last -> last.step() == letter)
                        .isPresent()
                && stateBeforeLetter(before) == line.to();
    }

    private static TicketState stateBeforeLetter(List<TicketEvent> before) {
        TicketState state = TicketState.RECEIVED;
        for (TicketEvent event : withoutLetter(before)) {
            if (event instanceof TicketEvent.StepTaken taken) {
                state = Lifecycle.find(state, taken.step()).orElseThrow().to();
            }
        }
        return state;
    }

    private static List<TicketEvent> withoutLetter(List<TicketEvent> before) {
        List<TicketEvent> counting = Withdrawals.without(before);
        int letter = counting.lastIndexOf(Withdrawals.lastStep(before).orElseThrow());
        return counting.subList(0, letter);
    }

    /** What is undone gives back the clock that it stopped; none, where the ticket had none. */
    private static Optional<TermName> expected(Transition line, List<TicketEvent> before) {
        return switch (line.clock()) {
            case NONE -> Optional.empty();
            case UNCHANGED -> running(before);
            case RESUMED -> running(isWithdrawal(line) ? withoutLetter(before) : before.subList(0, before.size() - 1));
            case FIRST_ANSWER, ANSWER_AFTER_INFORMATION, APPLICANT_REPLY -> Optional.of(kind(line.clock()));
        };
    }

    private static TermName kind(ClockCue cue) {
        return TermName.valueOf(cue.name());
    }

    private static Optional<TermName> running(List<TicketEvent> events) {
        List<SlaClock> clocks = ClockFold.clocks(events, RULES, CALENDAR);
        assertThat(clocks.stream().filter(SlaClock::isRunning).filter(clock -> clock.kind() != TermName.ACCEPTANCE))
                .as("clocks that run at once")
                .hasSizeLessThanOrEqualTo(1);
        return TicketClocks.running(clocks).map(SlaClock::kind);
    }

    private static TicketEvent last(List<TicketEvent> before) {
        return Withdrawals.lastStep(before).orElseThrow();
    }

    /** What is recorded when the step is taken; a Запрос with its delivery, which starts its clock (A8). */
    private static List<TicketEvent> events(Step step, List<TicketEvent> before) {
        Instant at = MONDAY_TEN.plusSeconds(60L * before.size());
        int id = before.size();
        return switch (step) {
            case REGISTER -> List.of(new TicketEvent.TicketRegistered(at, Channel.MAIL));
            case TAKE -> List.of(new TicketEvent.TicketTaken(at, 1));
            case RELEASE -> List.of(new TicketEvent.TicketReleased(at));
            case REQUEST_INFORMATION ->
                List.of(
                        new TicketEvent.InformationRequested(at, id),
                        new TicketEvent.InformationRequestDelivered(at, id));
            case SUPPLY_INFORMATION -> List.of(new TicketEvent.InformationSupplied(at));
            case ANSWER -> List.of(new TicketEvent.TicketAnswered(at, id));
            case REPLY_AFTER_ANSWER -> List.of(new TicketEvent.ApplicantRepliedAfterAnswer(at));
            case EXPIRE -> List.of(new TicketEvent.TicketDiscontinued(at, at));
            case SUPPLY_IN_TIME_AFTER_EXPIRY -> List.of(new TicketEvent.InformationSuppliedInTime(at));
            case UNDO_DISCONTINUATION -> List.of(new TicketEvent.DiscontinuationUndone(at));
            case CLOSE -> List.of(new TicketEvent.TicketClosed(at));
            case REOPEN -> List.of(new TicketEvent.TicketReopened(at));
            case MARK_NOT_A_REQUEST -> List.of(new TicketEvent.MarkedNotARequest(at));
            case MARK_DUPLICATE -> List.of(new TicketEvent.MarkedDuplicate(at, "СК-26-000002"));
            case UNDO_MARK -> List.of(new TicketEvent.MarkUndone(at));
            case MERGE -> List.of(new TicketEvent.TicketMerged(at, "СК-26-000002"));
            case UNDO_MERGER -> List.of(new TicketEvent.MergerUndone(at));
            case REQUEST_UNDELIVERED -> List.of(new TicketEvent.InformationRequestUndelivered(at, 1));
            case WITHDRAW_ANSWER ->
                List.of(new TicketEvent.AnswerWithdrawn(at, ((TicketEvent.TicketAnswered) last(before)).answerId()));
            case WITHDRAW_REQUEST ->
                List.of(new TicketEvent.InformationRequestWithdrawn(
                        at, ((TicketEvent.InformationRequested) last(before)).requestId()));
            case ANSWER_UNDELIVERED -> List.of(new TicketEvent.AnswerUndelivered(at));
        };
    }
}
