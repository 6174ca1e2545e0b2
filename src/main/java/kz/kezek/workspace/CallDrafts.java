package kz.kezek.workspace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import kz.kezek.identity.AgentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code call_draft}: the call that an agent is taking. */
@Component
class CallDrafts {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CallDrafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A call as it was kept last. */
    record Kept(CallForm form, Instant savedAt) {}

    Optional<Kept> of(AgentId agent) {
        return jdbc.sql("select fields, saved_at from call_draft where agent_id = ?")
                .param(agent.value())
                .query((row, index) -> new Kept(
                        new CallForm(json.readValue(row.getString("fields"), FIELDS)),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /** Keeps a call over the one before; false when the call of this form was taken: a saving that comes late brings nothing back. */
    boolean save(AgentId agent, CallForm form, String key, Instant at) {
        return jdbc.sql("""
                insert into call_draft (agent_id, fields, saved_at)
                select :agent, :fields::jsonb, :at
                where not exists (select from phone_call where agent_id = :agent and idempotency_key = :key)
                on conflict (agent_id) do update set fields = excluded.fields, saved_at = excluded.saved_at
                """)
                        .param("agent", agent.value())
                        .param("fields", json.writeValueAsString(form.fields()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("key", key)
                        .update()
                == 1;
    }

    /** Forgets it, in the caller's transaction when there is one. */
    void remove(AgentId agent) {
        jdbc.sql("delete from call_draft where agent_id = ?")
                .param(agent.value())
                .update();
    }
}
