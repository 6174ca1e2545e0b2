package kz.kezek.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.kezek.ticket.Lifecycle.ClockCue;
import kz.kezek.ticket.Lifecycle.LetterCue;
import kz.kezek.ticket.Lifecycle.Transition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R30: one state machine. What is possible is written here once more, by hand, and compared cell by cell. */
class LifecycleTest {

    private static final Map<TicketState, Set<Step>> POSSIBLE = Map.ofEntries(
            Map.entry(TicketState.RECEIVED, EnumSet.of(Step.REGISTER)),
            Map.entry(
                    TicketState.REGISTERED,
                    EnumSet.of(
                            Step.TAKE,
                            Step.REQUEST_INFORMATION,
                            Step.ANSWER,
                            Step.MARK_NOT_A_REQUEST,
                            Step.MARK_DUPLICATE,
                            Step.MERGE)),
            Map.entry(
                    TicketState.IN_PROGRESS,
                    EnumSet.of(
                            Step.RELEASE,
                            Step.REQUEST_INFORMATION,
                            Step.ANSWER,
                            Step.MARK_NOT_A_REQUEST,
                            Step.MARK_DUPLICATE,
                            Step.MERGE)),
            Map.entry(
                    TicketState.AWAITING_APPLICANT,
                    EnumSet.of(
                            Step.SUPPLY_INFORMATION,
                            Step.EXPIRE,
                            Step.REQUEST_UNDELIVERED,
                            Step.ANSWER,
                            Step.WITHDRAW_REQUEST)),
            Map.entry(TicketState.INFORMATION_SUPPLIED, EnumSet.of(Step.REQUEST_INFORMATION, Step.ANSWER, Step.MERGE)),
            Map.entry(
                    TicketState.ANSWERED,
                    EnumSet.of(
                            Step.REPLY_AFTER_ANSWER,
                            Step.ANSWER_UNDELIVERED,
                            Step.ANSWER,
                            Step.CLOSE,
                            Step.REOPEN,
                            Step.WITHDRAW_ANSWER)),
            Map.entry(TicketState.CLOSED, EnumSet.of(Step.REOPEN)),
            Map.entry(
                    TicketState.DISCONTINUED, EnumSet.of(Step.SUPPLY_IN_TIME_AFTER_EXPIRY, Step.UNDO_DISCONTINUATION)),
            Map.entry(TicketState.NOT_A_REQUEST, EnumSet.of(Step.UNDO_MARK)),
            Map.entry(TicketState.DUPLICATE, EnumSet.of(Step.UNDO_MARK)),
            Map.entry(TicketState.MERGED, EnumSet.of(Step.UNDO_MERGER)));

    private static final Set<Step> WITHDRAWALS = EnumSet.of(Step.WITHDRAW_ANSWER, Step.WITHDRAW_REQUEST);

    @TestFactory
    Stream<DynamicTest> allowsInEachStateTheStepsOfTheRegulationAndNoOther() {
        return Arrays.stream(TicketState.values())
                .flatMap(state -> Arrays.stream(Step.values())
                        .map(step -> DynamicTest.dynamicTest(
                                state + " × " + step,
                                () -> assertThat(Lifecycle.find(state, step).isPresent())
                                        .isEqualTo(
                                                Set.copyOf(POSSIBLE.get(state)).contains(step)))));
    }

    @Test
    void knowsEachStepOnlyOncePerState() {
        Set<List<Object>> seen = new HashSet<>();
        for (Transition transition : Lifecycle.transitions()) {
            if (WITHDRAWALS.contains(transition.step())) {
                continue;
            }
            assertThat(seen.add(List.of(transition.from(), transition.step())))
                    .as("%s × %s", transition.from(), transition.step())
                    .isTrue();
        }
    }

    @Test
    void leadsALetterTakenBackToEveryStateItMayHaveBeenSentFrom() {
        for (Step withdrawal : WITHDRAWALS) {
            Step letter = withdrawal == Step.WITHDRAW_ANSWER ? Step.ANSWER : Step.REQUEST_INFORMATION;
            var sentFrom = Lifecycle.transitions().stream().filter(t -> t.step() == letter);
            assertThat(Lifecycle.transitions())
                    .filteredOn(t -> t.step() == withdrawal)
                    .extracting(t -> List.of(t.from(), t.to()))
                    .containsExactlyInAnyOrderElementsOf(
                            sentFrom.map(t -> List.of(t.to(), t.from())).toList());
        }
    }

    @Test
    void letsEverySentLetterBeCausedByAStepAndTheNoticeByRegistrationOnly() {
        assertThat(Lifecycle.transitions())
                .filteredOn(t -> t.letter() == LetterCue.ACCEPTANCE_NOTICE)
                .extracting(Transition::step)
                .containsExactly(Step.REGISTER);
        assertThat(Lifecycle.transitions())
                .filteredOn(t -> t.step() == Step.EXPIRE)
                .allSatisfy(t -> {
                    assertThat(t.letter()).isEqualTo(LetterCue.DISCONTINUATION);
                    assertThat(t.by()).isEqualTo(Party.SYSTEM);
                    assertThat(t.clock()).isEqualTo(ClockCue.NONE);
                });
    }

    @Test
    void givesAgentsNoStepThatOnlyApplicantsOrClocksMayTake() {
        assertThat(Lifecycle.steps(TicketState.AWAITING_APPLICANT, Party.AGENT))
                .containsExactlyInAnyOrder(Step.ANSWER, Step.WITHDRAW_REQUEST);
        assertThat(Lifecycle.steps(TicketState.AWAITING_APPLICANT, Party.APPLICANT))
                .containsExactly(Step.SUPPLY_INFORMATION);
    }
}
