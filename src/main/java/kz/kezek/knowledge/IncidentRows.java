package kz.kezek.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.knowledge.KnownProblem.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code incident}. */
final class IncidentRows {

    private final JdbcClient jdbc;

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Instant beganAt, Texts text, Instant at) {
        return jdbc.sql("""
                        insert into incident (began_at, text_ru, text_kk, text_en, changed_at)
                        values (:began, :ru, :kk, :en, :at) returning id
                        """)
                .param("began", time(beganAt))
                .param("ru", text.ru())
                .param("kk", text.kk())
                .param("en", text.en())
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    boolean end(long id, Instant endedAt, Instant at) {
        return jdbc.sql("update incident set ended_at = :ended, changed_at = :at where id = :id and began_at < :ended")
                        .param("ended", time(endedAt))
                        .param("at", time(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean rewrite(long id, Texts text, Instant at) {
        return jdbc.sql("""
                        update incident set text_ru = :ru, text_kk = :kk, text_en = :en, changed_at = :at where id = :id
                        """)
                        .param("ru", text.ru())
                        .param("kk", text.kk())
                        .param("en", text.en())
                        .param("at", time(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those that began by then and had not ended before the first moment, the newest first. */
    List<Incident> between(Instant first, Instant last) {
        return jdbc.sql("""
                        select * from incident where began_at <= :last and (ended_at is null or ended_at > :first)
                        order by began_at desc, id desc
                        """)
                .param("first", time(first))
                .param("last", time(last))
                .query(IncidentRows::incident)
                .list();
    }

    private static Incident incident(ResultSet row, int index) throws SQLException {
        return new Incident(
                row.getLong("id"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Texts(row.getString("text_ru"), row.getString("text_kk"), row.getString("text_en")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
