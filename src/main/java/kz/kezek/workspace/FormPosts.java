package kz.kezek.workspace;

import java.time.Instant;
import java.time.ZoneOffset;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code form_post}: which forms have been carried out. */
@Component
class FormPosts {

    private final JdbcClient jdbc;

    FormPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the key in the caller's transaction; false when it was taken before. A twin posted at once waits here. */
    boolean take(AgentId agent, String key, TicketId ticket, Instant at) {
        return jdbc.sql("""
                insert into form_post (agent_id, idempotency_key, ticket_id, posted_at)
                values (:agent, :key, :ticket, :at) on conflict do nothing
                """)
                        .param("agent", agent.value())
                        .param("key", key)
                        .param("ticket", ticket.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
