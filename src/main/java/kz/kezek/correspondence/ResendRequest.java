package kz.kezek.correspondence;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * The request to send a letter again that could not be made into a ticket.
 *
 * @param custodyId its number in the custody ledger
 * @param language the sender's, as far as the letter shows it
 * @param messageId the letter's own, without brackets; empty for none
 */
public record ResendRequest(
        long custodyId,
        Recipient recipient,
        Optional<Language> language,
        UnreadableReason reason,
        Instant receivedAt,
        String messageId) {}
