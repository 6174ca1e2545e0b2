package kz.kezek.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The database's own folder: created once, complete or not at all, with one database {@code kezek} and one role
 * {@code kezek} that may sign in over loopback with a password. Its superuser cannot sign in at all.
 */
record PostgresCluster(PostgresBinaries binaries, Path data, String password) {

    /** The PostgreSQL version this release runs; the folder's format belongs to it. */
    static final int MAJOR = 18;

    static final String NAME = "kezek";

    /** Opens the cluster in {@code folder}, creating it when there is none. */
    static PostgresCluster in(DataFolder folder, PostgresBinaries binaries) {
        Path data = folder.resolve("database");
        Path passwordFile = folder.resolve("database.password");
        try {
            if (!Files.exists(data)) {
                new PostgresCluster(binaries, data, newPassword(passwordFile)).create();
            }
            requireVersion(data);
            return new PostgresCluster(
                    binaries, data, Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database folder %s cannot be read or written: check its owner and the free space on its disk."
                            .formatted(data),
                    e);
        }
    }

    /** The process that wrote {@code postmaster.pid}, when it still runs this very folder: an orphan of a killed program. */
    Optional<ProcessHandle> runningPostmaster() {
        return pidFile()
                .flatMap(lines ->
                        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())))
                .filter(process -> process.info()
                        .arguments()
                        .map(words -> List.of(words).contains(data.toString()))
                        .orElse(false));
    }

    /** Whether the postmaster of this process id has written that it takes connections. */
    boolean isReady(long pid) {
        return pidFile()
                .filter(lines -> lines.size() >= 8)
                .filter(lines -> lines.getFirst().strip().equals(Long.toString(pid)))
                .filter(lines -> lines.get(7).strip().equals("ready"))
                .isPresent();
    }

    /** Fast shutdown: open transactions are rolled back, everything committed stays; returns when it has ended. */
    void stop() {
        ChildCommand.run(
                binaries.command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "-s"));
    }

    /** Makes way for a start: ends an orphan, and removes a pid file whose number now belongs to another program. */
    void recover() {
        if (runningPostmaster().isPresent()) {
            stop();
            return;
        }
        boolean numberReused = pidFile()
                .flatMap(lines ->
                        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())))
                .isPresent();
        if (numberReused) {
            try {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the stale pid file in " + data, e);
            }
        }
    }

    private Optional<List<String>> pidFile() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            boolean startsWithNumber =
                    !lines.isEmpty() && lines.getFirst().strip().matches("\\d{1,18}");
            return startsWithNumber ? Optional.of(lines) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private void create() throws IOException {
        Path growing = data.resolveSibling("database.new");
        FileSystemUtils.deleteRecursively(growing);
        requireSuccess(ChildCommand.run(binaries.command(
                "initdb",
                "--pgdata=" + growing,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=reject")));
        Files.writeString(growing.resolve("pg_hba.conf"), "host all kezek 127.0.0.1/32 scram-sha-256\n");
        requireSuccess(ChildCommand.run(
                binaries.command("postgres", "--single", "-D", growing.toString(), "postgres"),
                """
                CREATE ROLE kezek LOGIN CREATEDB PASSWORD '%s'
                CREATE DATABASE kezek OWNER kezek
                """.formatted(password)));
        ChildCommand.run(List.of("sync", "--file-system", growing.toString()));
        Files.move(growing, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSuccess(ChildCommand.Outcome outcome) {
        if (!outcome.succeeded() || outcome.output().contains("ERROR:")) {
            throw new DatabaseUnavailable(
                    "The embedded database cannot be created in %s (%s): mend that, or set KEZEK_DATABASE_URL to a PostgreSQL 15 or newer."
                            .formatted(data, outcome.complaint()));
        }
    }

    private static String newPassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    private static void requireVersion(Path data) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(MAJOR))) {
            throw new DatabaseUnavailable(
                    "The database in %s was made by PostgreSQL %s and this Kezek runs %d: start the Kezek that made it, or choose another folder with --data."
                            .formatted(data, version, MAJOR));
        }
    }
}
