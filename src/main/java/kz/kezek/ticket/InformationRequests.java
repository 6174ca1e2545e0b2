package kz.kezek.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code information_request}. */
final class InformationRequests {

    private static final TypeReference<List<RequestedItem>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InformationRequests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(TicketId ticket, List<RequestedItem> items, String instructions, String by, Instant at) {
        return jdbc.sql("""
                insert into information_request (ticket_id, cycle, requested_at, requested_by, items, instructions)
                select :ticket, coalesce(max(cycle), 0) + 1, :at, :by, :items::jsonb, :instructions
                from information_request where ticket_id = :ticket
                returning id
                """)
                .param("ticket", ticket.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("items", json.writeValueAsString(items))
                .param("instructions", instructions)
                .query(Long.class)
                .single();
    }

    List<InformationRequest> of(TicketId ticket) {
        return jdbc.sql("select * from information_request where ticket_id = ? order by cycle")
                .param(ticket.value())
                .query((row, index) -> new InformationRequest(
                        row.getLong("id"),
                        ticket,
                        row.getInt("cycle"),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getString("requested_by"),
                        json.readValue(row.getString("items"), ITEMS),
                        row.getString("instructions")))
                .list();
    }
}
