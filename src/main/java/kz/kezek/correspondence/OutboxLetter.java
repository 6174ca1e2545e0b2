package kz.kezek.correspondence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.ticket.TicketId;

/**
 * A letter in the outbox: what was written, to whom, and what became of it.
 *
 * @param ticket the ticket it is about; empty for an answer to a letter that became none, and for alarms
 * @param ticketNumber its number, or empty
 * @param relayReply what the next mail server answered last; empty before the first attempt
 */
public record OutboxLetter(
        UUID id,
        Optional<TicketId> ticket,
        String ticketNumber,
        LetterKind kind,
        String messageId,
        String recipient,
        String subject,
        String text,
        String html,
        State state,
        Instant createdAt,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> deliveredAt,
        String relayReply) {

    /** What became of a letter. */
    public enum State {
        /** Waits to be handed over, for the first time or again. */
        QUEUED,
        /** The next mail server accepted it. */
        DELIVERED,
        /** Given up: refused for good, or not accepted for days. */
        FAILED,
        /** Accepted, and later reported as undeliverable. */
        BOUNCED,
        /** Taken back by its writer before it was handed over. */
        WITHDRAWN
    }
}
