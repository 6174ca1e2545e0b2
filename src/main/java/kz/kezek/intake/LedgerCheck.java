package kz.kezek.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import kz.kezek.intake.LedgerBalance.Difference;
import kz.kezek.intake.LedgerBalance.Kind;
import kz.kezek.storage.BlobStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the custody ledger up, in one snapshot, beside the running program. Changes nothing. */
@Component
public class LedgerCheck {

    private static final int MOST = 1000;

    private final LedgerBalances balances;
    private final BlobStore blobs;
    private final TransactionTemplate snapshot;

    LedgerCheck(JdbcClient jdbc, BlobStore blobs, PlatformTransactionManager transactions) {
        this.balances = new LedgerBalances(jdbc);
        this.blobs = blobs;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The same over a migrated database without the rest of the program. */
    public static LedgerCheck over(DataSource database) {
        var jdbc = JdbcClient.create(database);
        return new LedgerCheck(jdbc, BlobStore.over(jdbc), new JdbcTransactionManager(database));
    }

    /**
     * The balance now.
     *
     * @param withBytes whether every kept content is also compared with its hash, which reads all of them
     * @throws kz.kezek.storage.BlobsAway when some are in a bucket that cannot be asked
     */
    public LedgerBalance balance(boolean withBytes) {
        LedgerBalance balance = Objects.requireNonNull(snapshot.execute(status -> balances.read(withBytes)));
        return withBytes ? withDamage(balance) : balance;
    }

    /** After the snapshot, which must not stay open while a bucket is read: what is kept is never changed. */
    private LedgerBalance withDamage(LedgerBalance balance) {
        List<Difference> differences = new ArrayList<>(balance.differences());
        blobs.damaged(MOST).forEach(id -> differences.add(new Difference(Kind.BYTES_DIFFER, id.hex())));
        return new LedgerBalance(
                balance.letters(),
                balance.inWork(),
                balance.fates(),
                balance.bytesChecked(),
                balance.waitingInMailboxes(),
                List.copyOf(differences));
    }
}
