package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.storage.BlobStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The custody ledger for those who search it: every letter ever offered, each with its one fate (R34). */
@Component
public class LedgerReading {

    private final LedgerRows rows;
    private final BlobStore blobs;
    private final Journal journal;

    LedgerReading(JdbcClient jdbc, BlobStore blobs, Journal journal) {
        this.rows = new LedgerRows(jdbc);
        this.blobs = blobs;
        this.journal = journal;
    }

    /**
     * Letters, the latest taken first.
     *
     * @param before only those with a smaller number; 0 for the first page
     */
    @Transactional(readOnly = true)
    public List<LedgerRow> page(LedgerFilter filter, long before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** The doors by which anything was ever offered. */
    @Transactional(readOnly = true)
    public List<String> doors() {
        return rows.doors();
    }

    /** One letter. */
    @Transactional(readOnly = true)
    public Optional<LedgerRow> find(CustodyId id) {
        return rows.find(id);
    }

    /**
     * The bytes of a letter as they were taken, for somebody whose look at them is journalled (R36); nothing when it was
     * refused at the door.
     *
     * @throws BlobStore.DamagedBlob when they are no longer those that were taken
     */
    @Transactional
    public Optional<byte[]> raw(CustodyId id, Actor actor, Instant at) {
        Optional<byte[]> bytes = rows.find(id).flatMap(LedgerRow::content).flatMap(blobs::get);
        if (bytes.isPresent()) {
            journal.record(act(id, "letter.downloaded"), actor, at);
        }
        return bytes;
    }

    static Act act(CustodyId id, String action) {
        return Act.of("custody:" + id, action, id.toString());
    }
}
