package kz.kezek.intake.archive;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.mail.DeliveryTrace;

/**
 * A letter as it lies in an archive.
 *
 * @param raw its bytes; cut one byte beyond the limit when it is larger
 * @param size of the whole letter
 * @param envelopeFrom the sender as the archive tells it beside the letter; empty for the null sender or none
 * @param storedAt when the archive got it, as the archive tells
 */
public record ArchivedLetter(byte[] raw, long size, String envelopeFrom, Optional<Instant> storedAt) {

    /**
     * The receipt (A2): what the server that received it wrote on it, with its time zone; else what the archive says. Never
     * the author's {@code Date}, never later than now.
     */
    public Instant receivedAt(DeliveryTrace trace, Instant now) {
        return trace.receivedAt()
                .or(() -> storedAt)
                .filter(at -> !at.isAfter(now))
                .orElse(now);
    }
}
