package kz.kezek.identity;

import java.time.Instant;
import java.util.List;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Where an agent is signed in, from the table {@code spring_session}. */
final class OpenSessions {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final TransactionOperations transaction;

    OpenSessions(JdbcClient jdbc, Journal journal, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** Those that have not run out: Spring Session counts their time by the machine's own clock, not by ours. */
    List<OpenSession> of(String login, String currentId) {
        return jdbc.sql("""
                select creation_time, last_access_time, session_id = :current as current from spring_session
                where principal_name = :login and expiry_time > extract(epoch from now()) * 1000 order by last_access_time desc
                """)
                .param("login", login)
                .param("current", currentId)
                .query((row, index) -> new OpenSession(
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getBoolean("current")))
                .list();
    }

    int endOthers(SignedInAgent agent, String currentId, Instant at) {
        Integer ended = transaction.execute(status -> {
            int count = jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                    .params(agent.login(), currentId)
                    .update();
            var act = Act.of("agent:" + agent.id(), "agent.signed-out-elsewhere", agent.login())
                    .with("sessions", Integer.toString(count));
            journal.record(act, agent.actor(), at);
            return count;
        });
        return ended == null ? 0 : ended;
    }
}
