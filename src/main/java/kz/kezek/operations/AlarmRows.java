package kz.kezek.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code alarm}. */
final class AlarmRows {

    private final JdbcClient jdbc;

    AlarmRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the alarm, or notes that it goes on; true for the one node that began it. */
    boolean begin(Finding finding, Instant at) {
        return jdbc.sql("""
                        insert into alarm (kind, subject, detail, began_at, seen_at)
                        values (:kind, :subject, :detail, :at, :at)
                        on conflict (kind, subject) where ended_at is null
                        do update set seen_at = :at, detail = excluded.detail
                        returning xmax = 0
                        """)
                .param("kind", finding.kind().name())
                .param("subject", finding.subject())
                .param("detail", Long.toString(finding.amount()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Ends it; empty when another node has. */
    Optional<Alarm> end(Alarm alarm, Instant at) {
        return jdbc.sql("""
                update alarm set ended_at = :at where kind = :kind and subject = :subject and ended_at is null
                returning *
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", alarm.kind().name())
                .param("subject", alarm.subject())
                .query(AlarmRows::alarm)
                .optional();
    }

    List<Alarm> ringing() {
        return jdbc.sql("select * from alarm where ended_at is null order by id")
                .query(AlarmRows::alarm)
                .list();
    }

    /** Those of this kind that ring and that nobody has seen since then: what is wrong on one node is not wrong on another. */
    List<Alarm> notSeenSince(AlarmKind kind, Instant since) {
        return jdbc.sql("select * from alarm where ended_at is null and kind = :kind and seen_at <= :since")
                .param("kind", kind.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(AlarmRows::alarm)
                .list();
    }

    private static Alarm alarm(ResultSet row, int index) throws SQLException {
        return new Alarm(
                AlarmKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                Long.parseLong(row.getString("detail")),
                row.getTimestamp("began_at").toInstant());
    }
}
