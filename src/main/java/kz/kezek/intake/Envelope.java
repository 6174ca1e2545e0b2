package kz.kezek.intake;

import java.time.Instant;
import java.util.List;

/**
 * How a letter was offered.
 *
 * @param door which door: {@code SMTP}, …; {@link #ARCHIVE} for letters that nothing is sent for
 * @param receivedAt the moment the door takes it (A2)
 * @param peer who offered it, such as an address and a greeting; for the ledger only
 * @param from the envelope sender; empty for the null sender
 * @param recipients the envelope recipients
 */
public record Envelope(String door, Instant receivedAt, String peer, String from, List<String> recipients) {

    /** The door of letters out of an old archive that were answered elsewhere: nobody is written to because of them. */
    public static final String ARCHIVE = "ARCHIVE";

    /** The door of what is said on the telephone; who says it may have no address. */
    public static final String PHONE = "PHONE";

    /** The door of what is filled in on the applicants' pages. */
    public static final String PORTAL = "PORTAL";

    /** Whether a caller said it. */
    boolean isCall() {
        return door.equals(PHONE);
    }

    /** Whether nobody is written to because of the letter. */
    public boolean isArchived() {
        return door.equals(ARCHIVE);
    }
}
