package kz.kezek.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kz.kezek.identity.AgentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What concerns an agent just now: a letter that came into one of his tickets, a deadline of his that is near, and, if he asks for
 * it, a ticket that nobody has. Each has a name of its own, so that a browser tells it once however often it asks.
 */
@Component
class Notifications {

    private static final Duration NEWS = Duration.ofMinutes(15);
    private static final Duration NEAR = Duration.ofMinutes(15);
    private static final int MOST = 20;

    private static final String OF_MINE = """
            from ticket t %s
            where t.assignee_id = :me
                and t.state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED')
            """;

    private static final String ALL = """
            select 'letter' as kind, t.number, t.summary, m.id as name
            """ + OF_MINE.formatted("""
            join lateral (
                select id from received_message where ticket_id = t.id and received_at > :since order by id desc limit 1) m on true
            """) + """
                and exists (select from received_message first where first.ticket_id = t.id and first.id < m.id)
            union all
            select 'due', t.number, t.summary, extract(epoch from t.due_at)::bigint
            """ + OF_MINE.formatted("") + """
                and t.state <> 'AWAITING_APPLICANT' and t.due_at > :now and t.due_at <= :near
            union all
            select 'free', number, summary, id from ticket
            where :free and assignee_id is null and state = 'REGISTERED' and registered_at > :since
            limit :most
            """;

    private final JdbcClient jdbc;

    Notifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing to tell: {@code letter}, {@code due} or {@code free}, and a name that no other thing has. */
    record Told(String kind, String number, String summary, long name) {}

    List<Told> of(AgentId agent, boolean free, Instant now) {
        return jdbc.sql(ALL)
                .param("me", agent.value())
                .param("free", free)
                .param("since", utc(now.minus(NEWS)))
                .param("now", utc(now))
                .param("near", utc(now.plus(NEAR)))
                .param("most", MOST)
                .query((row, index) -> new Told(
                        row.getString("kind"), row.getString("number"), row.getString("summary"), row.getLong("name")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
