package kz.kezek.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
                from information_request where ticket_id = :ticket and withdrawn_at is null
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
        return jdbc.sql("select * from information_request where ticket_id = ? and withdrawn_at is null order by cycle")
                .param(ticket.value())
                .query(this::request)
                .list();
    }

    void withdraw(TicketId ticket, long requestId, Instant at) {
        jdbc.sql("update information_request set withdrawn_at = ? where ticket_id = ? and id = ?")
                .params(at.atOffset(ZoneOffset.UTC), ticket.value(), requestId)
                .update();
    }

    Optional<InformationRequest> withdrawn(TicketId ticket, long requestId) {
        return jdbc.sql("select * from information_request where ticket_id = ? and id = ? and withdrawn_at is not null")
                .params(ticket.value(), requestId)
                .query(this::request)
                .optional();
    }

    private InformationRequest request(ResultSet row, int index) throws SQLException {
        return new InformationRequest(
                row.getLong("id"),
                new TicketId(row.getLong("ticket_id")),
                row.getInt("cycle"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("requested_by"),
                json.readValue(row.getString("items"), ITEMS),
                row.getString("instructions"));
    }
}
