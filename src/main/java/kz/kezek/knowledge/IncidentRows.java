package kz.kezek.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.knowledge.KnownProblem.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code incident}. */
final class IncidentRows {

    private final JdbcClient jdbc;

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its id; nothing when one of the same trouble lasts. */
    Optional<Long> insert(Instant beganAt, Texts text, String trouble, Instant at) {
        return jdbc.sql("""
                        insert into incident (began_at, text_ru, text_kk, text_en, trouble, changed_at)
                        values (:began, :ru, :kk, :en, :trouble, :at)
                        on conflict (trouble) where trouble <> '' and ended_at is null do nothing returning id
                        """)
                .param("began", time(beganAt))
                .param("ru", text.ru())
                .param("kk", text.kk())
                .param("en", text.en())
                .param("trouble", trouble)
                .param("at", time(at))
                .query(Long.class)
                .optional();
    }

    Optional<Long> lasting(Trouble trouble) {
        return jdbc.sql("select id from incident where trouble = ? and ended_at is null")
                .param(trouble.key())
                .query(Long.class)
                .optional();
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

    boolean keepAnswer(long id, Texts answer) {
        return jdbc.sql("update incident set answer_ru = :ru, answer_kk = :kk, answer_en = :en where id = :id")
                        .param("ru", answer.ru())
                        .param("kk", answer.kk())
                        .param("en", answer.en())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Incident> find(long id) {
        return jdbc.sql("select * from incident where id = ?")
                .param(id)
                .query(IncidentRows::incident)
                .optional();
    }

    /** Those that last and were proposed because of tickets, the newest first. */
    List<Incident> ofTickets() {
        return jdbc.sql(
                        "select * from incident where trouble <> '' and ended_at is null order by began_at desc, id desc")
                .query(IncidentRows::incident)
                .list();
    }

    void dismiss(Trouble trouble, Instant at) {
        jdbc.sql("""
                        insert into incident_dismissal (trouble, dismissed_at) values (:trouble, :at)
                        on conflict (trouble) do update set dismissed_at = excluded.dismissed_at
                        """).param("trouble", trouble.key()).param("at", time(at)).update();
    }

    Map<Trouble, Instant> dismissedSince(Instant at) {
        Map<Trouble, Instant> dismissed = new HashMap<>();
        jdbc.sql("select trouble, dismissed_at from incident_dismissal where dismissed_at >= ?")
                .param(time(at))
                .query(row -> {
                    dismissed.put(
                            new Trouble(row.getString("trouble")),
                            row.getObject("dismissed_at", OffsetDateTime.class).toInstant());
                });
        return dismissed;
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
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Trouble.read(row.getString("trouble")),
                new Texts(row.getString("answer_ru"), row.getString("answer_kk"), row.getString("answer_en")));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
