package kz.kezek.operations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the probes ask the database. */
final class ServiceLooks {

    private final JdbcClient jdbc;

    ServiceLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the last letter was taken; empty when there never was one. */
    Optional<Instant> lastLetter() {
        return instant("select max(received_at) from custody where sha256 is not null");
    }

    /** Since when the oldest letter waits for its fate. */
    Optional<Instant> oldestUnsettled() {
        return instant("select min(received_at) from custody where fate is null");
    }

    /** The database's own clock. */
    Instant databaseTime() {
        return instant("select clock_timestamp()").orElseThrow();
    }

    private Optional<Instant> instant(String query) {
        return jdbc.sql(query)
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }
}
