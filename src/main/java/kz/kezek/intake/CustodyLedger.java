package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kz.kezek.mail.PrivateKeys;
import kz.kezek.mail.Redaction;
import kz.kezek.storage.BlobId;
import kz.kezek.storage.BlobStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where every door hands over what it was offered. A letter is in custody once {@link #take} returns: its bytes and
 * envelope are committed, and only then may the door say yes (S1). What it means is found out later, from what is kept.
 */
@Component
public class CustodyLedger {

    private final LedgerEntries entries;
    private final BlobStore blobs;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher publisher;

    CustodyLedger(
            JdbcClient jdbc,
            JsonMapper json,
            BlobStore blobs,
            TransactionOperations transaction,
            ApplicationEventPublisher publisher) {
        this.entries = new LedgerEntries(jdbc, json);
        this.blobs = blobs;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /**
     * Takes a letter into custody. Private keys in it are replaced before anything is stored (R37).
     *
     * @throws org.springframework.dao.DataAccessException when the database or the bucket is away: the door asks to try again
     *     later
     */
    public CustodyId take(Envelope envelope, byte[] raw) {
        Redaction redaction = PrivateKeys.redact(raw);
        BlobStore.Stored stored = blobs.store(redaction.raw());
        return Objects.requireNonNull(
                transaction.execute(status -> take(envelope, raw.length, redaction, blobs.put(stored))));
    }

    private CustodyId take(Envelope envelope, long size, Redaction redaction, BlobId content) {
        List<LedgerEntry.RefusedFile> refused = redaction.refused().stream()
                .map(key -> new LedgerEntry.RefusedFile(key.fileName(), key.size(), key.sha256(), "private-key"))
                .toList();
        CustodyId id = entries.insertTaken(envelope, size, content, refused, redaction.passwordMasked());
        publisher.publishEvent(new LetterTaken(id, redaction.raw()));
        return id;
    }

    /** Notes a letter that a door did not take, with the code it answered. */
    @Transactional
    public CustodyId refuse(Envelope envelope, long size, String reason) {
        return entries.insertRefused(envelope, size, reason);
    }

    /** The entries received since an instant, in the order of the ledger, after the given one. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> since(Instant since, CustodyId after, int limit) {
        return entries.since(since, after.value(), limit);
    }
}
