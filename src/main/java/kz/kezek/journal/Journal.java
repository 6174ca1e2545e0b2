package kz.kezek.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.journal.Verification.Broken;
import kz.kezek.journal.Verification.Intact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only, hash-chained audit trail (R30). Each stream is a chain of its own; the database refuses to change or
 * remove an entry, and {@link #verify} finds what was changed behind its back. The end of a stream cut off by the owner of
 * the database is seen only by comparing the last hash with a copy kept elsewhere.
 */
@Component
public final class Journal {

    private static final int PAGE = 1000;

    private final JournalEntries entries;

    public Journal(JdbcClient jdbc) {
        this.entries = new JournalEntries(jdbc);
    }

    /**
     * Writes one act at the end of its stream, in the caller's transaction: the act and its trace are committed together or
     * not at all. Other transactions that write to the same stream wait for this one to end; who writes to several streams
     * in one transaction does so in one order everywhere.
     *
     * @throws IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException when a detail is named like a secret
     */
    public JournalEntry record(Act act, Actor actor, Instant at) {
        requireTransaction(act);
        Act discreet = Redaction.of(act);
        entries.hold(discreet.stream());
        Optional<JournalEntry> last = entries.last(discreet.stream());
        String previousHash = last.map(JournalEntry::hash).orElse(JournalEntry.NO_HASH);
        long seq = last.map(JournalEntry::seq).orElse(0L) + 1;
        var entry = JournalEntry.after(previousHash, seq, at, actor, discreet);
        entries.append(entry);
        return entry;
    }

    /**
     * Writes the first act of a stream that nobody else can know yet, because what it is about was made in the caller's
     * transaction: as {@link #record}, without a look at how the stream ends.
     *
     * @throws IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException when a detail is named like a secret
     */
    public JournalEntry begin(Act act, Actor actor, Instant at) {
        requireTransaction(act);
        var entry = JournalEntry.after(JournalEntry.NO_HASH, 1, at, actor, Redaction.of(act));
        entries.append(entry);
        return entry;
    }

    /**
     * Writes one act at the end of each of many streams, in few statements. The streams are not held one by one: the caller
     * has shut out everybody else who writes to them until the transaction ends.
     *
     * @throws IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException when a detail is named like a secret, or two acts belong to one stream
     */
    public void recordEach(List<Act> acts, Actor actor, Instant at) {
        acts.stream().findFirst().ifPresent(Journal::requireTransaction);
        List<Act> discreet = acts.stream().map(Redaction::of).toList();
        Map<String, JournalEntries.End> ends =
                entries.ends(discreet.stream().map(Act::stream).toList());
        Map<String, JournalEntry> written = LinkedHashMap.newLinkedHashMap(discreet.size());
        for (Act act : discreet) {
            JournalEntries.End end = ends.getOrDefault(act.stream(), JournalEntries.End.OF_AN_EMPTY_STREAM);
            var entry = JournalEntry.after(end.hash(), end.seq() + 1, at, actor, act);
            if (written.put(act.stream(), entry) != null) {
                throw new IllegalArgumentException("journal: two acts of " + act.stream() + " at once");
            }
        }
        entries.appendAll(List.copyOf(written.values()));
    }

    private static void requireTransaction(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("journal: " + act.action() + " outside a transaction");
        }
    }

    /** The entries of a stream after the given place, oldest first; {@code after} 0 starts at the beginning. */
    public List<JournalEntry> entries(String stream, long after, int limit) {
        return entries.after(stream, after, limit);
    }

    /** Reads the whole stream and says whether the chain holds, or where it first does not. */
    public Verification verify(String stream) {
        var chain = new Chain();
        long last = 0;
        while (true) {
            List<JournalEntry> page = entries.after(stream, last, PAGE);
            for (JournalEntry entry : page) {
                Optional<Broken> broken = chain.follow(entry);
                if (broken.isPresent()) {
                    return broken.get();
                }
                last = entry.seq();
            }
            if (page.size() < PAGE) {
                return new Intact(chain.length());
            }
        }
    }

    /** Reads everything that was ever written, stream after stream, and says which chains do not hold. */
    public Examination examine() {
        Map<String, Broken> broken = new LinkedHashMap<>();
        long streams = 0;
        long read = 0;
        String stream = "";
        long last = 0;
        var chain = new Chain();
        List<JournalEntry> page;
        do {
            page = entries.afterInAll(stream, last, PAGE);
            for (JournalEntry entry : page) {
                if (!entry.act().stream().equals(stream)) {
                    stream = entry.act().stream();
                    chain = new Chain();
                    streams++;
                }
                last = entry.seq();
                read++;
                String now = stream;
                chain.follow(entry).ifPresent(found -> broken.putIfAbsent(now, found));
            }
        } while (page.size() == PAGE);
        return new Examination(streams, read, broken);
    }
}
