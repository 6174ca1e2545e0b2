package kz.kezek.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import kz.kezek.regulation.TermName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open tickets as this node has them at hand, made equal to table {@code ticket} each time somebody looks: counting and
 * sorting all of them is a matter of memory then, and the database is asked for what has changed only. That is whatever was
 * written by a transaction that was not over when it was asked last, whichever node wrote it.
 */
@Component
class OpenTickets {

    private static final long NOTHING = 0;

    private static final TypeReference<List<Changed>> CHANGED = new TypeReference<>() {};
    private static final TypeReference<List<Saved>> VIEWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Long, OpenTicket> open = new HashMap<>();
    private final SortedSet<OpenTicket> inOrder = new TreeSet<>(OpenTicket.BY_DEADLINE);
    private final ReentrantLock lock = new ReentrantLock();
    private long seen = NOTHING;
    private String server = "";
    private List<OpenTicket> tickets = List.of();

    OpenTickets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The open tickets {@link OpenTicket#BY_DEADLINE by deadline}, and the saved views that this agent may open. */
    record Standing(List<OpenTicket> tickets, List<Saved> views) {}

    /** A saved view, in the words of its table. */
    record Saved(long id, String name, String way, String stage, String who) {

        QueueFilter filter(long agentId) {
            return SavedViews.filter(way, stage, who, agentId);
        }
    }

    private record Changed(
            long id,
            String number,
            String state,
            @Nullable String clock,
            @Nullable Long due,
            @Nullable Long assignee,
            boolean undelivered) {

        boolean isOpen() {
            return switch (state) {
                case "REGISTERED", "IN_PROGRESS", "AWAITING_APPLICANT", "INFORMATION_SUPPLIED" -> true;
                default -> false;
            };
        }

        OpenTicket ticket() {
            return new OpenTicket(
                    id,
                    number,
                    state.equals("AWAITING_APPLICANT"),
                    undelivered,
                    Optional.ofNullable(clock).map(TermName::valueOf),
                    due == null ? OpenTicket.NEVER : due,
                    assignee == null ? OpenTicket.NOBODY : assignee);
        }
    }

    /**
     * @param server when it was started, which tells servers apart; a number of a transaction does not, once the other has caught up
     */
    private record Answer(String server, long seen, List<Changed> changed, List<Saved> views) {}

    /** Asks for what has changed, one at a time: an older answer would undo a newer one. */
    Standing standing(long agentId) {
        lock.lock();
        try {
            Answer answer = ask(agentId);
            if (seen != NOTHING && !answer.server().equals(server)) {
                forget();
                answer = ask(agentId);
            }
            if (!answer.changed().isEmpty()) {
                answer.changed().forEach(this::note);
                tickets = List.copyOf(inOrder);
            }
            seen = answer.seen();
            server = answer.server();
            return new Standing(tickets, answer.views());
        } finally {
            lock.unlock();
        }
    }

    /** Another server may go on from a copy that was behind: what was seen of the first one need not hold. */
    private void forget() {
        open.clear();
        inOrder.clear();
        tickets = List.of();
        seen = NOTHING;
    }

    private void note(Changed changed) {
        Optional.ofNullable(open.remove(changed.id())).ifPresent(inOrder::remove);
        if (changed.isOpen()) {
            open.put(changed.id(), changed.ticket());
            inOrder.add(changed.ticket());
        }
    }

    /** Rows of transactions to come are those of a database that was copied from another: they count as seen. */
    private Answer ask(long agentId) {
        return jdbc.sql(
                        """
                        select pg_postmaster_start_time()::text as server,
                            pg_snapshot_xmin(pg_current_snapshot())::text as seen,
                            (select coalesce(json_agg(changed), '[]') from (
                                select id, number, state, clock, floor(extract(epoch from due_at))::bigint as due,
                                    assignee_id as assignee, undelivered
                                from ticket where %s) changed)::text as changed,
                            (select coalesce(json_agg(view), '[]') from (
                                select id, name, way, stage, who from saved_view
                                where agent_id = :me or shared order by lower(name), id) view)::text as views
                        """.formatted(
                                        seen == NOTHING
                                                ? "state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED')"
                                                : "changed_by >= :seen::xid8 and changed_by < pg_snapshot_xmax(pg_current_snapshot())"))
                .param("me", agentId)
                .param("seen", Long.toString(seen))
                .query((row, index) -> new Answer(
                        row.getString("server"),
                        row.getLong("seen"),
                        json.readValue(row.getString("changed"), CHANGED),
                        json.readValue(row.getString("views"), VIEWS)))
                .single();
    }
}
