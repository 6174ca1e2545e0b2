package kz.kezek.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes everything the database keeps into a folder while the program runs: every table as of one moment, letters, files
 * and the installation's secrets among them; only the sessions of signed-in people are left out, and what lies in a bucket,
 * whose number it names. The folder appears whole or not at all, and only its owner may read it.
 */
public final class Backup {

    private Backup() {}

    /**
     * Takes a backup.
     *
     * @param folder must not exist yet
     * @throws DatabaseUnavailable when the folder cannot be written
     */
    public static BackupReport write(DataSource database, Path folder, Instant at) {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new DatabaseUnavailable(
                    "There is something at %s already: name a folder that does not exist yet.".formatted(target));
        }
        Path growing = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(growing.resolveSibling(""));
            Files.createDirectory(
                    growing, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            BackupManifest manifest = copy(database, growing, at);
            write(growing.resolve(BackupManifest.FILE), manifest.text());
            ChildCommand.run(List.of("sync", "--file-system", growing.toString()));
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
            return BackupReport.of(manifest);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The backup cannot be written to %s (%s): check the free space and the owner; what was written lies in %s."
                            .formatted(target, e.getMessage(), growing),
                    e);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The backup was not finished, the database answered: %s.".formatted(e.getMessage()), e);
        }
    }

    private static BackupManifest copy(DataSource database, Path folder, Instant at) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Schema schema = Schema.of(connection);
            List<BackupManifest.Table> tables = new ArrayList<>();
            for (Schema.Table table : schema.tables()) {
                tables.add(copy(connection, table, folder));
            }
            // Last, because they count on beside every snapshot: a number given meanwhile must not be given again.
            Map<String, Long> sequences = schema.sequences(connection);
            long inBucket = inBucket(connection);
            connection.rollback();
            return new BackupManifest(schema.version(), at.toString(), tables, sequences, inBucket);
        }
    }

    private static long inBucket(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from blob where bytes is null and encoded_in is null")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static BackupManifest.Table copy(Connection connection, Schema.Table table, Path folder)
            throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        MessageDigest digest = Sha256.digest();
        var empty = new BackupManifest.Table(table.name(), 0, "", table.columns());
        long rows;
        try (OutputStream file = open(folder.resolve(empty.file()));
                OutputStream out = new Compressed(new DigestOutputStream(file, digest))) {
            rows = copy.copyOut(table.copyOut(), out);
        }
        return new BackupManifest.Table(table.name(), rows, Sha256.hex(digest.digest()), table.columns());
    }

    private static OutputStream open(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    private static void write(Path file, String text) throws IOException {
        try (OutputStream out = open(file)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Whether a backup of this program may lie there: its manifest is not changed, its files have their hashes. */
    public static BackupReport verify(Path folder) {
        BackupManifest manifest = BackupManifest.read(folder);
        Set<String> damaged = new java.util.TreeSet<>();
        for (BackupManifest.Table table : manifest.tables()) {
            if (!hash(folder.resolve(table.file())).equals(table.sha256())) {
                damaged.add(table.file());
            }
        }
        if (!damaged.isEmpty()) {
            throw new DamagedBackup("The backup in %s is damaged: %s no longer has the bytes that were written"
                    .formatted(folder, String.join(", ", damaged)));
        }
        return BackupReport.of(manifest);
    }

    private static String hash(Path file) {
        MessageDigest digest = Sha256.digest();
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Sha256.hex(digest.digest());
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Fast compression; the driver hands rows over one by one. */
    private static final class Compressed extends FilterOutputStream {
        Compressed(OutputStream out) throws IOException {
            super(new GZIPOutputStream(out, 1 << 16) {
                {
                    def.setLevel(java.util.zip.Deflater.BEST_SPEED);
                }
            });
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
