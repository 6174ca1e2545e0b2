package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobId;
import kz.kezek.ticket.TicketId;

/**
 * One letter in the custody ledger.
 *
 * @param size of the letter as offered, in bytes
 * @param content the raw letter; empty when it was refused at the door
 * @param passwordMasked whether a password stood beside a refused key and was masked
 * @param fate what became of it; empty while that is being settled
 */
public record LedgerEntry(
        CustodyId id,
        Envelope envelope,
        long size,
        Optional<BlobId> content,
        String messageId,
        List<RefusedFile> refusedFiles,
        boolean passwordMasked,
        Optional<String> fate,
        String detail,
        Optional<TicketId> ticket,
        Optional<Instant> settledAt,
        int attempts) {

    /** A file whose bytes were replaced before anything was stored (R37): what is left of it. */
    public record RefusedFile(String fileName, long size, String sha256, String reason) {}
}
