package kz.kezek.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.kezek.ticket.TicketEvent.AnswerWithdrawn;
import kz.kezek.ticket.TicketEvent.InformationRequestWithdrawn;
import kz.kezek.ticket.TicketEvent.StepTaken;

/**
 * What a letter taken back before it left does to a ticket: its step counts as never taken. State and clocks are folds
 * over what is left, so the ticket stands again exactly where it stood, with the clock it had.
 */
public final class Withdrawals {

    private Withdrawals() {}

    /** The events that count: without those of letters taken back, and without the taking back itself. */
    public static List<TicketEvent> without(List<? extends TicketEvent> events) {
        Set<Long> answers = events.stream()
                .filter(AnswerWithdrawn.class::isInstance)
                .map(event -> ((AnswerWithdrawn) event).answerId())
                .collect(Collectors.toSet());
        Set<Long> requests = events.stream()
                .filter(InformationRequestWithdrawn.class::isInstance)
                .map(event -> ((InformationRequestWithdrawn) event).requestId())
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> switch (event) {
                    case TicketEvent.TicketAnswered e -> !answers.contains(e.answerId());
                    case TicketEvent.InformationRequested e -> !requests.contains(e.requestId());
                    case TicketEvent.InformationRequestDelivered e -> !requests.contains(e.requestId());
                    case AnswerWithdrawn e -> false;
                    case InformationRequestWithdrawn e -> false;
                    default -> true;
                })
                .<TicketEvent>map(event -> event)
                .toList();
    }

    /** The last step that counts: its letter is the only one that can be taken back. */
    public static Optional<StepTaken> lastStep(List<? extends TicketEvent> events) {
        return without(events).stream()
                .filter(StepTaken.class::isInstance)
                .map(StepTaken.class::cast)
                .reduce((first, last) -> last);
    }

    /** The state to which taking back this letter leads; nothing when it is not the last step's, or others have followed. */
    static Optional<TicketState> stateAfter(StepTaken withdrawal, List<TicketEvent> events) {
        Optional<StepTaken> last = lastStep(events);
        boolean undoesIt = last.isPresent()
                && switch (withdrawal) {
                    case AnswerWithdrawn(var at, long id) ->
                        last.get() instanceof TicketEvent.TicketAnswered answered && answered.answerId() == id;
                    case InformationRequestWithdrawn(var at, long id) ->
                        last.get() instanceof TicketEvent.InformationRequested asked && asked.requestId() == id;
                    default -> throw new IllegalArgumentException(withdrawal.type() + " takes no letter back");
                };
        List<TicketEvent> all = new ArrayList<>(events);
        all.add(withdrawal);
        return undoesIt ? Optional.of(state(without(all))) : Optional.empty();
    }

    /** Where these events lead by the table. */
    private static TicketState state(List<TicketEvent> events) {
        TicketState state = TicketState.RECEIVED;
        for (TicketEvent event : events) {
            if (event instanceof StepTaken taken) {
                TicketState from = state;
                state = Lifecycle.find(from, taken.step())
                        .orElseThrow(() -> new IllegalStateException(
                                "no line of the table leads from " + from + " by " + taken.step()))
                        .to();
            }
        }
        return state;
    }
}
