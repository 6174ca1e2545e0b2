package kz.kezek.identity;

import javax.sql.DataSource;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and tokens over a migrated database without the rest of the program: for the command line. */
public record Identity(Accounts accounts, TokenIssuer tokens, Directory directory) {

    /** The same operations as in the running program, with the same journal. */
    public static Identity over(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        var journal = new Journal(jdbc);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Identity(
                new Accounts(jdbc, journal, transaction, new Passwords()),
                new TokenIssuer(jdbc, journal, transaction),
                new Directory(jdbc));
    }
}
