package kz.kezek.journal;

import java.util.Optional;
import kz.kezek.journal.Verification.Broken;
import kz.kezek.journal.Verification.Fault;

/** One stream while it is read from its beginning: each entry must follow from the one before it. */
final class Chain {

    private long seq;
    private String previousHash = JournalEntry.NO_HASH;

    /** The next entry; what is wrong with it, if it does not follow. */
    Optional<Broken> follow(JournalEntry entry) {
        seq++;
        Optional<Fault> fault = fault(entry);
        previousHash = entry.hash();
        return fault.map(found -> new Broken(seq, found));
    }

    long length() {
        return seq;
    }

    private Optional<Fault> fault(JournalEntry entry) {
        if (entry.seq() != seq) {
            return Optional.of(Fault.MISSING);
        }
        if (!entry.computedHash().equals(entry.hash())) {
            return Optional.of(Fault.ALTERED);
        }
        return entry.previousHash().equals(previousHash) ? Optional.empty() : Optional.of(Fault.UNCHAINED);
    }
}
