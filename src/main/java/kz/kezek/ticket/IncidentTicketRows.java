package kz.kezek.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code incident_ticket}: which tickets belong to an incident of the service. */
final class IncidentTicketRows {

    private final JdbcClient jdbc;

    IncidentTicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the ticket belongs to one already. */
    boolean add(TicketId ticket, long incident) {
        return jdbc.sql("insert into incident_ticket (ticket_id, incident_id) values (?, ?) on conflict do nothing")
                        .params(ticket.value(), incident)
                        .update()
                == 1;
    }

    boolean remove(TicketId ticket, long incident) {
        return jdbc.sql("delete from incident_ticket where ticket_id = ? and incident_id = ?")
                        .params(ticket.value(), incident)
                        .update()
                == 1;
    }

    List<TicketId> of(long incident) {
        return jdbc
                .sql("select ticket_id from incident_ticket where incident_id = ? order by ticket_id")
                .param(incident)
                .query(Long.class)
                .list()
                .stream()
                .map(TicketId::new)
                .toList();
    }

    Optional<Long> incidentOf(TicketId ticket) {
        return jdbc.sql("select incident_id from incident_ticket where ticket_id = ?")
                .param(ticket.value())
                .query(Long.class)
                .optional();
    }
}
