package kz.kezek.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.ds.PGSimpleDataSource;

/** What a database must be before Kezek trusts it with letters: new enough, honest about commits (S8), not ahead of us. */
public final class DatabaseGate {

    private static final int OLDEST = 15;

    private DatabaseGate() {}

    /**
     * Connects once, refuses what {@code serve} would refuse, and changes nothing.
     *
     * @return what the database is, for people: version and number of changes applied
     * @throws DatabaseUnavailable when it cannot be reached or must not be used
     */
    public static String admit(DatabaseServer server) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.jdbcUrl());
        dataSource.setUser(server.user());
        dataSource.setPassword(server.password());
        dataSource.setConnectTimeout(5);
        String version = requireTrustworthy(dataSource, server);
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(false)
                .load();
        requireNotNewer(flyway);
        return "%s: PostgreSQL %s, %d changes applied, %d to come"
                .formatted(
                        server,
                        version,
                        flyway.info().applied().length,
                        flyway.info().pending().length);
    }

    /** Refuses a server that is older than 15, keeps no UTF-8, or acknowledges commits early; tells its version. */
    static String requireTrustworthy(DataSource dataSource, DatabaseServer server) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            requireVersion(Integer.parseInt(show(statement, "server_version_num")));
            if (!show(statement, "server_encoding").equals("UTF8")) {
                throw new DatabaseUnavailable(
                        "The database does not keep UTF-8: create another with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 and name it in KEZEK_DATABASE_URL.");
            }
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                if (show(statement, setting).equals("off")) {
                    throw new DatabaseUnavailable(
                            "The database runs with %s off and may lose letters it has acknowledged: set %s = on and reload it."
                                    .formatted(setting, setting));
                }
            }
            return show(statement, "server_version");
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database cannot be reached (%s, %s): check that it runs and that address, user and password are right."
                            .formatted(server, e.getMessage()),
                    e);
        }
    }

    static void requireVersion(int number) {
        int major = number / 10_000;
        if (major < OLDEST) {
            throw new DatabaseUnavailable(
                    "The database is PostgreSQL %d, and Kezek needs %d or newer: upgrade it, or unset KEZEK_DATABASE_URL to use the embedded one."
                            .formatted(major, OLDEST));
        }
    }

    /** Refuses a database migrated by a newer program; older ones are migrated afterwards. */
    static void requireNotNewer(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().applied()) {
            if (migration.getState().isFailed()) {
                throw new DatabaseUnavailable(
                        "The database's change %s was left half done: restore the last backup, then start again."
                                .formatted(migration.getVersion()));
            }
            if (migration.getVersion() != null && !migration.getState().isResolved()) {
                throw new DatabaseUnavailable(
                        "The database was used by a newer Kezek (change %s is unknown here): start that newer Kezek, or choose another folder with --data."
                                .formatted(migration.getVersion()));
            }
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
