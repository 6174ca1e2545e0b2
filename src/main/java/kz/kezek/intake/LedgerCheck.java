package kz.kezek.intake;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the custody ledger up, in one snapshot, beside the running program. Changes nothing. */
@Component
public class LedgerCheck {

    private final LedgerBalances balances;
    private final TransactionTemplate snapshot;

    LedgerCheck(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.balances = new LedgerBalances(jdbc);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The same over a migrated database without the rest of the program. */
    public static LedgerCheck over(DataSource database) {
        return new LedgerCheck(JdbcClient.create(database), new JdbcTransactionManager(database));
    }

    /**
     * The balance now.
     *
     * @param withBytes whether every kept content is also compared with its hash, which reads all of them
     */
    public LedgerBalance balance(boolean withBytes) {
        return Objects.requireNonNull(snapshot.execute(status -> balances.read(withBytes)));
    }
}
