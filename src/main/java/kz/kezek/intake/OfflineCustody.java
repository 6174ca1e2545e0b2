package kz.kezek.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.kezek.regulation.Regulation;
import kz.kezek.storage.BlobId;
import kz.kezek.storage.BlobStore;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The custody ledger for commands that hand letters over beside the program, running or not: the program settles them when
 * it next looks. For one thread; database errors come out as {@link org.springframework.dao.DataAccessException}.
 */
public final class OfflineCustody implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final TransactionTemplate transaction;
    private final CustodyLedger ledger;
    private final ImportedLetters imported;
    private final OurAddresses addresses;
    private final String service;

    private OfflineCustody(DataSource database, Regulation regulation) {
        this.connection = connected(database);
        var jdbc = JdbcClient.create(connection);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
        this.ledger =
                new CustodyLedger(jdbc, JsonMapper.shared(), BlobStore.over(jdbc), transaction, heardByNobody -> {});
        this.imported = new ImportedLetters(jdbc);
        this.addresses = new OurAddresses(regulation);
        this.service = regulation.service().address();
    }

    private static SingleConnectionDataSource connected(DataSource database) {
        try {
            return new SingleConnectionDataSource(database.getConnection(), true);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("the database is away", e);
        }
    }

    /** The ledger of this migrated database. */
    public static OfflineCustody over(DataSource database, Regulation regulation) {
        return new OfflineCustody(database, regulation);
    }

    /** Those of the addresses that are ours, else the service's own: somebody decided that the letter is for us. */
    public List<String> recipients(List<String> told) {
        List<String> ours = told.stream().filter(addresses::isOurs).distinct().toList();
        return ours.isEmpty() ? List.of(service) : ours;
    }

    /** As {@link CustodyLedger#take}. */
    public CustodyId take(Envelope envelope, byte[] raw) {
        return Objects.requireNonNull(transaction.execute(status -> ledger.take(envelope, raw)));
    }

    /** As {@link CustodyLedger#refuse}. */
    public CustodyId refuse(Envelope envelope, long size, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> ledger.refuse(envelope, size, reason)));
    }

    /**
     * Takes a letter out of an archive unless these very bytes were taken from one before.
     *
     * @param occurrence how many times the same bytes stood before this in the archive: copies are letters too
     * @return nothing when it had been taken before
     */
    public Optional<CustodyId> takeOnce(byte[] raw, int occurrence, Envelope envelope) {
        return once(raw, occurrence, () -> ledger.take(envelope, raw));
    }

    /** Notes a letter of an archive that is not taken, unless that was noted before. */
    public Optional<CustodyId> refuseOnce(byte[] start, int occurrence, Envelope envelope, long size, String reason) {
        return once(start, occurrence, () -> ledger.refuse(envelope, size, reason));
    }

    private Optional<CustodyId> once(byte[] bytes, int occurrence, Supplier<CustodyId> entry) {
        byte[] hash = BlobId.of(bytes).sha256();
        return Objects.requireNonNull(transaction.execute(status -> {
            if (imported.exists(hash, occurrence)) {
                return Optional.<CustodyId>empty();
            }
            CustodyId id = entry.get();
            imported.insert(hash, occurrence, id);
            return Optional.of(id);
        }));
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
