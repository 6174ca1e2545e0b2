package kz.kezek.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code second_factor} and {@code recovery_code}. */
final class SecondFactorRows {

    private final JdbcClient jdbc;

    SecondFactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The factor of an agent. */
    @SuppressWarnings("ArrayRecordComponent")
    record Factor(byte[] secret, boolean confirmed, long lastStep) {}

    /** The factor, locked: of two sign-ins with one code the second must see the first. */
    Optional<Factor> lock(AgentId agent) {
        return jdbc.sql("select * from second_factor where agent_id = ? for update")
                .param(agent.value())
                .query((row, index) -> new Factor(
                        row.getBytes("secret"), row.getObject("confirmed_at") != null, row.getLong("last_step")))
                .optional();
    }

    boolean isConfirmed(AgentId agent) {
        return jdbc.sql("select exists (select from second_factor where agent_id = ? and confirmed_at is not null)")
                .param(agent.value())
                .query(Boolean.class)
                .single();
    }

    /** A new secret in place of one that was never confirmed. */
    void begin(AgentId agent, byte[] secret, Instant at) {
        jdbc.sql("""
                insert into second_factor (agent_id, secret, begun_at) values (:agent, :secret, :at)
                on conflict (agent_id) do update set secret = excluded.secret, begun_at = excluded.begun_at
                where second_factor.confirmed_at is null
                """)
                .param("agent", agent.value())
                .param("secret", secret)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void confirm(AgentId agent, Instant at, List<byte[]> recoveryCodes) {
        jdbc.sql("update second_factor set confirmed_at = ? where agent_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), agent.value())
                .update();
        recoveryCodes.forEach(code -> jdbc.sql("insert into recovery_code (agent_id, sha256) values (?, ?)")
                .params(agent.value(), code)
                .update());
    }

    void take(AgentId agent, long step) {
        jdbc.sql("update second_factor set last_step = ? where agent_id = ?")
                .params(step, agent.value())
                .update();
    }

    /** Takes a recovery code; false when there is none such, or it was taken before. */
    boolean takeRecoveryCode(AgentId agent, byte[] sha256, Instant at) {
        return jdbc.sql("update recovery_code set used_at = ? where agent_id = ? and sha256 = ? and used_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), agent.value(), sha256)
                        .update()
                == 1;
    }

    void remove(AgentId agent) {
        jdbc.sql("delete from second_factor where agent_id = ?")
                .param(agent.value())
                .update();
    }
}
