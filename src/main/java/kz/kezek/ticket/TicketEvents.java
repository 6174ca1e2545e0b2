package kz.kezek.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

    /** Appends one event to each of many tickets; the caller holds them all. */
    void appendEach(Map<TicketId, ? extends TicketEvent> events, String type, Instant at, String actor) {
        List<TicketId> ids = List.copyOf(events.keySet());
        jdbc.sql("""
                insert into ticket_event (ticket_id, seq, type, at, actor, data)
                select added.ticket_id,
                    (select coalesce(max(seq), 0) + 1 from ticket_event where ticket_id = added.ticket_id),
                    :type, :at, :actor, added.data::jsonb
                from unnest(:tickets, :data) as added (ticket_id, data)
                """)
                .param("tickets", ids.stream().map(TicketId::value).toArray(Long[]::new))
                .param(
                        "data",
                        ids.stream()
                                .map(id -> json.writeValueAsString(events.get(id)))
                                .toArray(String[]::new))
                .param("type", type)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
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
