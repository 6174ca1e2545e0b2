package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The deadlines of many tickets moved at once by a new calendar (A24): each ticket gets its event, its journal entry with
 * the old and the new deadline, and its place in the queue. For the clocks only; runs in the caller's transaction.
 */
public final class DeadlineMoves {

    private final Tickets tickets;
    private final TicketEvents events;
    private final Journal journal;

    private DeadlineMoves(Tickets tickets, TicketEvents events, Journal journal) {
        this.tickets = tickets;
        this.events = events;
        this.journal = journal;
    }

    /** Over a migrated database, in the running program or beside it. */
    public static DeadlineMoves over(JdbcClient jdbc, JsonMapper json, Journal journal) {
        return new DeadlineMoves(new Tickets(jdbc, json), new TicketEvents(jdbc, json), journal);
    }

    /**
     * Shuts out every other change of any ticket until the transaction ends. A lock for each of 100,000 tickets would not
     * fit into the database's lock table, and taken one after another they would invite deadlocks.
     */
    public void holdAllTickets() {
        tickets.holdAll();
    }

    /** Records one move for each ticket; the caller has called {@link #holdAllTickets}. */
    public void record(Map<TicketId, TicketEvent.DeadlineMoved> moves, Actor actor, Instant at) {
        if (moves.isEmpty()) {
            return;
        }
        String type = TicketEvent.DeadlineMoved.class.getSimpleName();
        events.appendEach(moves, type, at, actor.code());
        tickets.moveDeadlines(moves);
        List<Act> acts = moves.entrySet().stream()
                .map(move -> act(move.getKey(), type, move.getValue()))
                .toList();
        journal.recordEach(acts, actor, at);
    }

    private static Act act(TicketId id, String type, TicketEvent.DeadlineMoved moved) {
        return TicketRegister.act(id, type)
                .with("clock", moved.kind().name())
                .with("from", moved.from().toString())
                .with("to", moved.to().toString())
                .with("calendar", moved.calendarVersion());
    }
}
