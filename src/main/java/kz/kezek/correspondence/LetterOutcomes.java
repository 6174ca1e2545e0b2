package kz.kezek.correspondence;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.journal.Actor;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketEvent.StepTaken;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketState;
import org.springframework.stereotype.Component;

/** What the delivery of a letter, or its failure, does to the ticket: C0 is met, C3 begins or is void (A8, A27). */
@Component
class LetterOutcomes {

    private static final Actor OUTBOX = new Actor.SystemActor("outbox");

    private final TicketRegister tickets;

    LetterOutcomes(TicketRegister tickets) {
        this.tickets = tickets;
    }

    /** The next mail server accepted the letter. */
    void delivered(Letters.Waiting letter, Instant at) {
        letter.ticket().ifPresent(ticket -> delivered(ticket, letter, at));
    }

    private void delivered(TicketId ticket, Letters.Waiting letter, Instant at) {
        switch (letter.kind()) {
            case ACCEPTANCE_NOTICE, ACCEPTANCE_NOTICE_INCOMPLETE ->
                record(ticket, new TicketEvent.AcceptanceNoticeDelivered(at));
            case INFORMATION_REQUEST -> requestDelivered(ticket, letter, at);
            case ANSWER, OUT_OF_SCOPE -> tickets.markUndelivered(ticket, false);
            case REMINDER,
                    DISCONTINUATION,
                    REOPENED,
                    DEADLINE_MOVED,
                    UNREADABLE,
                    PRIVATE_KEY_REFUSED,
                    ALARM,
                    ADDRESS_CONFIRMATION,
                    STATUS_LINK -> {}
        }
    }

    private void requestDelivered(TicketId ticket, Letters.Waiting letter, Instant at) {
        TicketState state = tickets.lock(ticket).state();
        tickets.markUndelivered(ticket, false);
        if (state == TicketState.AWAITING_APPLICANT) {
            record(
                    ticket,
                    new TicketEvent.InformationRequestDelivered(
                            at, letter.requestId().orElseThrow()));
        }
    }

    private void record(TicketId ticket, TicketEvent event) {
        tickets.lock(ticket);
        tickets.record(ticket, event, OUTBOX);
    }

    /** The letter cannot be delivered: the ticket is marked, and where we wait for it to be read, back at work. */
    void undelivered(TicketId ticket, LetterKind kind, Optional<Long> requestId, Instant at) {
        tickets.lock(ticket);
        step(kind, requestId, at).ifPresent(event -> tickets.take(ticket, event, Party.SYSTEM, OUTBOX));
        tickets.markUndelivered(ticket, true);
    }

    private static Optional<StepTaken> step(LetterKind kind, Optional<Long> requestId, Instant at) {
        return switch (kind) {
            case INFORMATION_REQUEST ->
                Optional.of(new TicketEvent.InformationRequestUndelivered(at, requestId.orElseThrow()));
            case ANSWER -> Optional.of(new TicketEvent.AnswerUndelivered(at));
            case ACCEPTANCE_NOTICE,
                    ACCEPTANCE_NOTICE_INCOMPLETE,
                    REMINDER,
                    DISCONTINUATION,
                    REOPENED,
                    DEADLINE_MOVED,
                    UNREADABLE,
                    PRIVATE_KEY_REFUSED,
                    OUT_OF_SCOPE,
                    ALARM,
                    ADDRESS_CONFIRMATION,
                    STATUS_LINK -> Optional.empty();
        };
    }
}
