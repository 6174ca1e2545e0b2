package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.journal.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tickets of incidents of the service. Belonging to one moves no clock and ends nothing: each ticket is answered by itself.
 * Changes run in the transaction of the caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class IncidentTickets {

    /** More than come in within any window; nothing older is looked at. */
    private static final int MOST = 2000;

    private final TicketRegister register;
    private final Tickets tickets;
    private final IncidentTicketRows rows;

    IncidentTickets(TicketRegister register, JdbcClient jdbc, JsonMapper json) {
        this.register = register;
        this.tickets = new Tickets(jdbc, json);
        this.rows = new IncidentTicketRows(jdbc);
    }

    /** Counts the ticket among those of the incident; false when it belongs to one already. */
    public boolean add(TicketId ticket, long incident, Actor agent, Instant at) {
        register.lock(ticket);
        boolean added = rows.add(ticket, incident);
        if (added) {
            register.record(ticket, new TicketEvent.IncidentJoined(at, incident), agent);
        }
        return added;
    }

    /** Takes it out of them; false when it was not among them. */
    public boolean remove(TicketId ticket, long incident, Actor agent, Instant at) {
        register.lock(ticket);
        boolean removed = rows.remove(ticket, incident);
        if (removed) {
            register.record(ticket, new TicketEvent.IncidentLeft(at, incident), agent);
        }
        return removed;
    }

    /** The tickets of the incident, in the order of registration. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Ticket> of(long incident) {
        return rows.of(incident).stream().map(register::get).toList();
    }

    /** The incident that the ticket belongs to. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Long> incidentOf(TicketId ticket) {
        return rows.incidentOf(ticket);
    }

    /** The open tickets received since then that belong to no incident, in the order of registration. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Ticket> openWithoutIncident(Instant since) {
        return tickets.openWithoutIncident(since, MOST);
    }
}
