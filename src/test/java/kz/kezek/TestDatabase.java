package kz.kezek;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import kz.kezek.storage.DatabaseServer;
import kz.kezek.storage.DatabaseUnavailable;
import kz.kezek.storage.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, migrated database for one test. One server serves the whole test run: the embedded one under {@code target/},
 * or the one {@code KEZEK_DATABASE_URL} names, whose user must be allowed to create databases.
 *
 * <p>For a Spring context: {@code properties.add("kezek.database.url", database::url)} and so on.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE =
            "kezek_template_" + ProcessHandle.current().pid();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database with all migrations applied and no rows but theirs. */
    public static TestDatabase fresh() {
        TestDatabase database = new TestDatabase(
                "kezek_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT));
        execute("CREATE DATABASE %s TEMPLATE %s".formatted(database.name, Server.TEMPLATE_NAME));
        return database;
    }

    /** The JDBC address without user and password. */
    public String url() {
        return urlOf(name);
    }

    public String user() {
        return Server.RUNNING.user();
    }

    public String password() {
        return Server.RUNNING.password();
    }

    /** A plain source of connections, without a pool. */
    public DataSource dataSource() {
        return dataSourceOf(name);
    }

    /** Cuts every connection and takes no new ones, as when the server has gone away. */
    public void goAway() {
        execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(name));
        execute(("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        + " AND usename = current_user")
                .formatted(name));
    }

    /** Takes connections again. */
    public void comeBack() {
        execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true".formatted(name));
    }

    /**
     * Drops the database, cutting the connections still open. Not {@code WITH (FORCE)}: that ends in an error when
     * autovacuum is at work there, whose process only a superuser may end; a plain drop stops it and waits.
     */
    @Override
    public void close() {
        goAway();
        execute("DROP DATABASE " + name);
    }

    private static String urlOf(String database) {
        return Server.RUNNING.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    }

    private static DataSource dataSourceOf(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(urlOf(database));
        source.setUser(Server.RUNNING.user());
        source.setPassword(Server.RUNNING.password());
        return source;
    }

    private static void execute(String sql) {
        DatabaseServer server = Server.RUNNING;
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started at the first use, stopped by the end of the JVM. */
    private static final class Server {
        static final DatabaseServer RUNNING = start();
        static final String TEMPLATE_NAME = template();

        private static DatabaseServer start() {
            String address = System.getenv().getOrDefault("KEZEK_DATABASE_URL", "");
            if (!address.isBlank()) {
                return DatabaseServer.external(
                        address,
                        System.getenv().getOrDefault("KEZEK_DATABASE_USER", "kezek"),
                        System.getenv().getOrDefault("KEZEK_DATABASE_PASSWORD", ""));
            }
            Path folder = Path.of("target", "test-database");
            try {
                return EmbeddedPostgres.start(folder);
            } catch (DatabaseUnavailable usedByAnotherRun) {
                return EmbeddedPostgres.start(folder.resolveSibling(
                        "test-database-" + ProcessHandle.current().pid()));
            }
        }

        private static String template() {
            dropLeftovers();
            execute("CREATE DATABASE %s".formatted(TEMPLATE));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> execute("DROP DATABASE " + TEMPLATE)));
            Flyway.configure()
                    .dataSource(dataSourceOf(TEMPLATE))
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(false)
                    .load()
                    .migrate();
            return TEMPLATE;
        }

        /** What an earlier run left when it was killed; only our own server can be known to serve no other run. */
        private static void dropLeftovers() {
            if (RUNNING instanceof EmbeddedPostgres) {
                for (String name : names("SELECT datname FROM pg_database WHERE datname LIKE 'kezek\\_%'")) {
                    execute("DROP DATABASE " + name);
                }
            }
        }
    }

    private static List<String> names(String sql) {
        DatabaseServer server = Server.RUNNING;
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
