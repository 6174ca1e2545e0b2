package kz.kezek.ticket;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code ticket_event}: appended to, never changed. */
final class TicketEvents {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TicketEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Appends; the caller holds the lock on the ticket (or has just inserted it), so numbers never collide. */
    void append(TicketId ticket, TicketEvent event, String actor) {
        jdbc.sql("""
                insert into ticket_event (ticket_id, seq, type, at, actor, data)
                select :ticket, coalesce(max(seq), 0) + 1, :type, :at, :actor, :data::jsonb
                from ticket_event where ticket_id = :ticket
                """)
                .param("ticket", ticket.value())
                .param("type", event.type())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("data", json.writeValueAsString(event))
                .update();
    }

    List<RecordedEvent> of(TicketId ticket) {
        return jdbc.sql("select seq, type, actor, data from ticket_event where ticket_id = ? order by seq")
                .param(ticket.value())
                .query((row, index) -> new RecordedEvent(
                        row.getInt("seq"),
                        row.getString("actor"),
                        json.readValue(
                                row.getString("data"), TicketEvent.types().get(row.getString("type")))))
                .list();
    }
}
