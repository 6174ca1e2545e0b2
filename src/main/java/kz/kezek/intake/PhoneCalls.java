package kz.kezek.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code phone_call}. */
final class PhoneCalls {

    private final JdbcClient jdbc;

    PhoneCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a call; nothing when this form was carried out before. A twin posted at once waits here. */
    Optional<Long> begin(long agentId, String key, String caller, Optional<PhoneNumber> phone, Instant at) {
        return jdbc.sql("""
                insert into phone_call (agent_id, idempotency_key, called_at, caller, phone)
                values (:agent, :key, :at, :caller, :phone) on conflict do nothing returning id
                """)
                .param("agent", agentId)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("caller", caller)
                .param("phone", phone.map(PhoneNumber::digits).orElse(""))
                .query(Long.class)
                .optional();
    }

    void became(long id, Optional<CustodyId> custody, TicketId ticket) {
        jdbc.sql("update phone_call set custody_id = :custody, ticket_id = :ticket where id = :id")
                .param("custody", custody.map(CustodyId::value).orElse(null))
                .param("ticket", ticket.value())
                .param("id", id)
                .update();
    }

    /** The ticket that the call of this form became, or went to. */
    Optional<TicketId> ticketOf(long agentId, String key) {
        return jdbc.sql("select ticket_id from phone_call where agent_id = ? and idempotency_key = ?")
                .params(agentId, key)
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    /** Whether the call of this form became a letter, and not a note. */
    boolean isLetter(long agentId, String key) {
        return jdbc.sql("select custody_id is not null from phone_call where agent_id = ? and idempotency_key = ?")
                .params(agentId, key)
                .query(Boolean.class)
                .single();
    }

    /** The number from which somebody called last about this ticket. */
    Optional<PhoneNumber> lastOf(TicketId ticket) {
        return jdbc.sql("select phone from phone_call where ticket_id = ? and phone <> '' order by id desc limit 1")
                .param(ticket.value())
                .query(String.class)
                .optional()
                .map(PhoneNumber::new);
    }
}
