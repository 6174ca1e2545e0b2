package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.TicketId;
import kz.kezek.workspace.ComposerView.Mode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The letter as the applicant would get it: it is really sent, by the code that sends, in a transaction that is taken back. So a
 * preview cannot differ from the letter.
 */
@Component
class Previews {

    private final Correspondence correspondence;
    private final TransactionOperations transaction;
    private final Clock clock;

    Previews(Correspondence correspondence, TransactionOperations transaction, Clock clock) {
        this.correspondence = correspondence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The letter; nothing when the ticket's state does not allow it or there is nobody to send it to. */
    Optional<OutboxLetter> of(
            TicketId ticket, Mode mode, TicketForm form, List<AttachedFile> files, SignedInAgent agent) {
        Instant at = clock.instant();
        return Optional.ofNullable(transaction.execute(status -> {
                    status.setRollbackOnly();
                    int before = correspondence.letters(ticket).size();
                    StepOutcome outcome = mode == Mode.ANSWER
                            ? correspondence.answer(ticket, form.written(), files, agent.actor(), at)
                            : correspondence.requestInformation(
                                    ticket,
                                    form.asked().stream()
                                            .map(correspondence::requestedItem)
                                            .toList(),
                                    form.written(),
                                    files,
                                    agent.actor(),
                                    at);
                    return outcome instanceof StepOutcome.Taken
                            ? correspondence.letters(ticket).stream()
                                    .skip(before)
                                    .reduce((first, last) -> last)
                            : Optional.<OutboxLetter>empty();
                }))
                .flatMap(letter -> letter);
    }
}
