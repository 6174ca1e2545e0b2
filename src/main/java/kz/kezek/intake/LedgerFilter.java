package kz.kezek.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * Which letters of the ledger are looked for; what is empty chooses all.
 *
 * @param words a part of the sender's address or of the subject, in any case, or a whole Message-ID
 * @param ticket a ticket's number as people write it
 * @param fate a fate's name, or {@link #IN_WORK}
 * @param door a door's name
 * @param from received at or after
 * @param until received before
 */
public record LedgerFilter(
        String words, String ticket, String fate, String door, Optional<Instant> from, Optional<Instant> until) {

    /** The fate of those that have none yet. */
    public static final String IN_WORK = "IN_WORK";

    /** Every letter. */
    public static LedgerFilter everything() {
        return new LedgerFilter("", "", "", "", Optional.empty(), Optional.empty());
    }
}
