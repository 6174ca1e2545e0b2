package kz.kezek.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLTransientException;
import java.time.Duration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The database of the program: the external one named by {@code kezek.database.url} ({@code KEZEK_DATABASE_URL}), else the
 * embedded one in the folder {@code kezek.data}. Migrated at start; refused with one sentence when it cannot be trusted.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 16;
    /** A machine under pressure may not let us into our own database at once, though it is ready: so often for five seconds each. */
    private static final int TRIES_TO_ENTER = 12;

    /**
     * A node that vanishes leaves sessions behind, and with them rows locked: the database is to end them within 30 s as we
     * end ours, not after the two hours of its default.
     */
    private static final String NOTICE_WHEN_WE_ARE_GONE = """
            set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4;
            set tcp_user_timeout = 30000
            """;

    @Bean
    DatabaseServer databaseServer(Environment environment) {
        String url = environment.getProperty("kezek.database.url", "");
        if (url.isBlank()) {
            return EmbeddedPostgres.start(Path.of(environment.getRequiredProperty("kezek.data")));
        }
        return ExternalPostgres.read(
                url,
                environment.getProperty("kezek.database.user", PostgresCluster.NAME),
                environment.getProperty("kezek.database.password", ""));
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server) {
        HikariDataSource dataSource = new HikariDataSource(pool(server));
        try {
            enter(dataSource, server);
            return dataSource;
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    private static void enter(HikariDataSource dataSource, DatabaseServer server) {
        for (int tries = 1; ; tries++) {
            try {
                DatabaseGate.requireTrustworthy(dataSource, server);
                return;
            } catch (DatabaseUnavailable e) {
                boolean slow = server instanceof EmbeddedPostgres && e.getCause() instanceof SQLTransientException;
                if (!slow || tries == TRIES_TO_ENTER) {
                    throw e;
                }
            }
        }
    }

    @Bean
    FlywayMigrationStrategy migrateUnlessNewer() {
        return flyway -> {
            DatabaseGate.requireNotNewer(flyway);
            flyway.migrate();
        };
    }

    private static HikariConfig pool(DatabaseServer server) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("kezek");
        pool.setJdbcUrl(server.jdbcUrl());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(-1);
        // A database that is away must become a 4xx at the door within seconds, not a letter held for half a minute.
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setConnectionInitSql(NOTICE_WHEN_WE_ARE_GONE);
        pool.addDataSourceProperty("ApplicationName", "kezek");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
