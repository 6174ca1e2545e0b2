package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last full look into a folder found against what the ledger has: the matter of reconciliation. It balances when
 * {@code found} is {@code accounted} and nothing waits.
 *
 * @param found how many letters the server counted
 * @param accounted how many of the letters found have a row in the custody ledger
 * @param waiting the UIDs of those that have none yet, each to be tried again by itself; at most 100 of them
 * @param lookedAt when that look was; empty before the first
 */
public record MailboxCount(
        String door,
        String account,
        String folder,
        long uidValidity,
        int found,
        int accounted,
        List<String> waiting,
        Optional<Instant> lookedAt) {

    /** Whether every letter found is accounted for. */
    public boolean balances() {
        return found == accounted && waiting.isEmpty();
    }
}
