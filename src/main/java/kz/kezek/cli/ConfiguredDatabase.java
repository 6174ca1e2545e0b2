package kz.kezek.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.kezek.identity.Identity;
import kz.kezek.storage.DatabaseServer;
import kz.kezek.storage.DatabaseUnavailable;
import kz.kezek.storage.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/**
 * The database that the program with the same settings works on, for commands that work on it: the one
 * {@code KEZEK_DATABASE_URL} names, else the embedded one of {@code --data}, running or not.
 */
final class ConfiguredDatabase {

    private static final int PORT_LINE = 3;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all data. Default: $$KEZEK_DATA, or kezek in your data folder.")
    private @Nullable Path data;

    /** Does the work on the accounts and tokens. */
    <T> T with(Function<Identity, T> work) {
        return over(database -> work.apply(Identity.over(database)));
    }

    /**
     * Does the work on the migrated database.
     *
     * @throws DatabaseUnavailable when the database cannot be used
     */
    <T> T over(Function<DataSource, T> work) {
        return bare(database -> {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return work.apply(database);
        });
    }

    /** Does the work on the database as it is, migrated or empty; the embedded one is created when there is none. */
    <T> T bare(Function<DataSource, T> work) {
        quiet();
        try (DatabaseServer server = server()) {
            var database = new PGSimpleDataSource();
            database.setUrl(server.jdbcUrl());
            database.setUser(server.user());
            database.setPassword(server.password());
            return work.apply(database);
        }
    }

    /** Whether there is one to be looked into: named, or in the folder. */
    boolean isThere() {
        return !environment("KEZEK_DATABASE_URL").isEmpty() || exists();
    }

    /** Whether the embedded database of the folder exists already. */
    boolean exists() {
        return environment("KEZEK_DATABASE_URL").isEmpty() && Files.exists(folder().resolve("database"));
    }

    private DatabaseServer server() {
        String address = environment("KEZEK_DATABASE_URL");
        if (!address.isEmpty()) {
            String user = environment("KEZEK_DATABASE_USER");
            return DatabaseServer.external(
                    address, user.isEmpty() ? "kezek" : user, environment("KEZEK_DATABASE_PASSWORD"));
        }
        Path folder = folder();
        try {
            return EmbeddedPostgres.start(folder);
        } catch (DatabaseUnavailable heldByTheProgram) {
            return running(folder).orElseThrow(() -> heldByTheProgram);
        }
    }

    /** The embedded database of a program that runs now, as PostgreSQL's own pid file tells of it. */
    private static Optional<DatabaseServer> running(Path folder) {
        try {
            List<String> postmaster = Files.readAllLines(folder.resolve("database/postmaster.pid"));
            if (postmaster.size() <= PORT_LINE) {
                return Optional.empty();
            }
            String address = "jdbc:postgresql://127.0.0.1:%s/kezek"
                    .formatted(postmaster.get(PORT_LINE).strip());
            String password =
                    Files.readString(folder.resolve("database.password")).strip();
            return Optional.of(DatabaseServer.external(address, "kezek", password));
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    private Path folder() {
        if (data != null) {
            return data;
        }
        String named = environment("KEZEK_DATA");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String home = environment("XDG_DATA_HOME");
        return (home.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(home))
                .resolve("kezek");
    }

    private static String environment(String variable) {
        return System.getenv().getOrDefault(variable, "").strip();
    }

    /** Without Spring Boot nobody has told the log how much to say, and it says all, among the answer. */
    static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
    }
}
