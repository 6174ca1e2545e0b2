package kz.kezek.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** Fills an empty database from a backup, in one transaction: all of it or nothing. The next start migrates it further. */
public final class Restore {

    private Restore() {}

    /**
     * Restores a backup.
     *
     * @param database with no tables, or with empty ones
     * @throws DamagedBackup when the backup is damaged, from a newer program, or does not fit
     * @throws DatabaseUnavailable when the database holds something already
     */
    public static BackupReport into(DataSource database, Path folder) {
        Backup.verify(folder);
        BackupManifest manifest = BackupManifest.read(folder);
        migrate(database, manifest);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            requireEmpty(connection);
            for (BackupManifest.Table table : manifest.tables()) {
                fill(connection, table, folder);
            }
            setSequences(connection, manifest.sequences());
            connection.commit();
            return BackupReport.of(manifest);
        } catch (SQLException | IOException e) {
            throw new DatabaseUnavailable(
                    "The backup was not restored, and the database is as empty as before: %s."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static void migrate(DataSource database, BackupManifest manifest) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(manifest.schema())
                .load();
        boolean known = java.util.Arrays.stream(flyway.info().all())
                .anyMatch(change -> change.getVersion() != null
                        && change.getVersion().getVersion().equals(manifest.schema()));
        if (!known) {
            throw new DamagedBackup(
                    "The backup was taken by a newer Kezek (change %s is unknown here): restore it with that one"
                            .formatted(manifest.schema()));
        }
        flyway.migrate();
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        for (Schema.Table table : Schema.of(connection).tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select exists (select from " + Schema.quoted(table.name()) + ")")) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new DatabaseUnavailable(
                            "The database holds data already (%s): restore into an empty one, or into another folder with --data."
                                    .formatted(table.name()));
                }
            }
        }
    }

    private static void fill(Connection connection, BackupManifest.Table table, Path folder)
            throws SQLException, IOException {
        String copyIn = new Schema.Table(table.name(), table.columns()).copyIn();
        try (InputStream in = new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(table.file()))), 1 << 16)) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyIn, in);
            if (rows != table.rows()) {
                throw new DamagedBackup(
                        "The backup has %d rows of %s and should have %d".formatted(rows, table.name(), table.rows()));
            }
        }
    }

    private static void setSequences(Connection connection, Map<String, Long> sequences) throws SQLException {
        for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create sequence if not exists " + Schema.quoted(sequence.getKey()));
            }
            try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
                statement.setString(1, Schema.quoted(sequence.getKey()));
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
    }
}
