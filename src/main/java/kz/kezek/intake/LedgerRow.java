package kz.kezek.intake;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.storage.BlobId;

/**
 * One letter of the ledger as people look at it.
 *
 * @param peer who offered it, as the door saw it
 * @param sender who wrote it, as far as it says; else the envelope sender; empty for neither
 * @param subject its subject; empty until it is read
 * @param content the raw letter; empty when it was refused at the door
 * @param fate its one fate; empty while that is being settled
 * @param ticketNumber the number of the ticket it belongs to
 * @param quarantine why it is in quarantine and what was done about it
 */
public record LedgerRow(
        CustodyId id,
        String door,
        Instant receivedAt,
        String peer,
        String envelopeFrom,
        String sender,
        String subject,
        String messageId,
        long size,
        Optional<BlobId> content,
        Optional<String> fate,
        String detail,
        Optional<String> ticketNumber,
        Optional<Quarantine> quarantine) {

    /** The quarantine of a letter. */
    public record Quarantine(QuarantineReason reason, Optional<Handled> handled) {}

    /** How a quarantined letter was dealt with, by whom and when; it can be taken back. */
    public record Handled(Handling how, String actor, Instant at) {}

    /** What an agent may decide about a letter that becomes no ticket. */
    public enum Handling {
        SPAM,
        RESEND_ASKED
    }
}
