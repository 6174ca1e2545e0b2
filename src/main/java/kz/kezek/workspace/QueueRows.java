package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.Ticket.RunningClock;
import kz.kezek.ticket.TicketId;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.Queue.Limits;
import kz.kezek.workspace.Queue.Placed;
import kz.kezek.workspace.QueueFilter.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open tickets as the queue shows them, page by page: their order and counts from those that this node has at hand, the
 * rest from the database for the rows that are shown, so that a page is two statements.
 */
@Component
class QueueRows {

    private static final int MOST_PINS = 300;
    private static final int EXCERPT = 400;
    private static final long ANYBODY = 0;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OpenTickets tickets;
    private final CalendarInForce calendars;
    private final Regulation regulation;

    QueueRows(JdbcClient jdbc, JsonMapper json, OpenTickets tickets, CalendarInForce calendars, Regulation regulation) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.json = json;
        this.calendars = calendars;
        this.regulation = regulation;
    }

    /** How many tickets each way of the rail leads to, and the agent's saved views. */
    record Rail(int queue, int mine, int waiting, int free, int breached, List<Saved> views) {
        static final Rail EMPTY = new Rail(0, 0, 0, 0, 0, List.of());
    }

    /** A saved view and how many tickets it shows. */
    record Saved(long id, String name, int tickets) {}

    /** One open ticket. */
    record Row(
            TicketId id,
            String number,
            QueueGroup.Kind urgency,
            String state,
            kz.kezek.ticket.Channel channel,
            Optional<Language> language,
            String summary,
            String applicant,
            String excerpt,
            Optional<String> draft,
            Instant receivedAt,
            Optional<RunningClock> clock,
            ItemsRead items,
            Optional<Avatar> assignee) {

        Queue.Place place() {
            return new Queue.Place(
                    urgency.ordinal(),
                    clock.map(running -> running.dueAt().getEpochSecond()).orElse(OpenTicket.NEVER),
                    id.value());
        }
    }

    /** A deadline of today. */
    record Pin(String number, Instant due, int urgency) {}

    /** Counts of a view: per group, per choice of each filter, and today's deadlines. */
    record Totals(
            Rail rail, List<Integer> groups, Stages stages, Owners owners, List<Pin> pins, int today, int later) {}

    /** Counts of the choices of the filter by clock. */
    record Stages(int all, int firstAnswer, int afterInformation) {}

    /** Counts of the choices of the filter by assignee. */
    record Owners(int all, int mine, int free) {}

    /** A page of the queue with the counts around it. */
    record Shown(List<Row> rows, Totals totals) {}

    Shown page(QueueFilter filter, OfficeTime office, Optional<Queue.Place> after, int limit) {
        OpenTickets.Standing standing = tickets.standing(filter.agentId());
        Queue queue = new Queue(standing.tickets(), limits(office), filter.agentId());
        return new Shown(
                rows(queue.page(filter, after, limit), filter.agentId()),
                totals(queue, filter, rail(queue, standing.views(), filter.agentId())));
    }

    Rail rail(long agentId, OfficeTime office) {
        OpenTickets.Standing standing = tickets.standing(agentId);
        return rail(new Queue(standing.tickets(), limits(office), agentId), standing.views(), agentId);
    }

    /** How many open tickets are as urgent as this. */
    int count(QueueGroup.Kind kind, OfficeTime office) {
        return new Queue(tickets.standing(ANYBODY).tickets(), limits(office), ANYBODY)
                .count(group -> group.urgency() == kind);
    }

    /** Where a ticket stands in the whole queue; nothing when it is not the desk's turn. */
    Optional<Queue.Standing> place(TicketId ticket, OfficeTime office) {
        return new Queue(tickets.standing(ANYBODY).tickets(), limits(office), ANYBODY).standing(ticket.value());
    }

    private Limits limits(OfficeTime office) {
        return new Limits(
                office.worked().getEpochSecond(),
                soon(TermName.FIRST_ANSWER, office),
                soon(TermName.ANSWER_AFTER_INFORMATION, office),
                office.closing().getEpochSecond(),
                midnight(office, 0),
                midnight(office, 1));
    }

    private long soon(TermName term, OfficeTime office) {
        return calendars
                .current()
                .plus(office.at(), regulation.term(term).warnBefore())
                .getEpochSecond();
    }

    private long midnight(OfficeTime office, int daysAhead) {
        ZoneId zone = calendars.current().zone();
        return office.at()
                .atZone(zone)
                .toLocalDate()
                .plusDays(daysAhead)
                .atStartOfDay(zone)
                .toEpochSecond();
    }

    private static Rail rail(Queue queue, List<OpenTickets.Saved> views, long agentId) {
        return new Rail(
                queue.count(QueueFilter.whole(Way.QUEUE, agentId)),
                queue.count(QueueFilter.whole(Way.MINE, agentId)),
                queue.count(QueueFilter.whole(Way.WAITING, agentId)),
                queue.count(QueueFilter.whole(Way.FREE, agentId)),
                queue.count(group -> group.urgency() == QueueGroup.Kind.BREACHED),
                views.stream()
                        .map(view -> new Saved(view.id(), view.name(), queue.count(view.filter(agentId))))
                        .toList());
    }

    private static Totals totals(Queue queue, QueueFilter filter, Rail rail) {
        return new Totals(
                rail,
                Stream.of(QueueGroup.Kind.values())
                        .map(kind -> queue.count(group -> group.isIn(filter) && group.urgency() == kind))
                        .toList(),
                new Stages(
                        queue.count(filter.with(Optional.empty())),
                        queue.count(filter.with(Optional.of(TermName.FIRST_ANSWER))),
                        queue.count(filter.with(Optional.of(TermName.ANSWER_AFTER_INFORMATION)))),
                new Owners(
                        queue.count(filter.with(Who.ALL)),
                        queue.count(filter.with(Who.MINE)),
                        queue.count(filter.with(Who.FREE))),
                queue.today(filter, MOST_PINS).stream()
                        .map(placed -> new Pin(
                                placed.ticket().number(),
                                Instant.ofEpochSecond(placed.ticket().due()),
                                placed.place().urgency()))
                        .toList(),
                queue.count(group -> group.isIn(filter) && !group.awaiting() && group.day() == Queue.Day.UNTIL_TODAY),
                queue.count(group -> group.isIn(filter) && !group.awaiting() && group.day() == Queue.Day.LATER));
    }

    private List<Row> rows(List<Placed> page, long agentId) {
        return jdbc.sql("""
                select v.*, p.urgency, a.initials, a.display_name,
                    coalesce(m.received_at, v.received_at) as last_received_at,
                    d.text as draft,
                    coalesce(case when m.only then v.submission -> 'items' ->> '4.ERROR_TEXT' end, m.excerpt, '') as excerpt,
                    jsonb_path_query_array(v.submission, '$.defects[*].code')::text as defect_codes,
                    concat_ws(' ', v.submission -> 'items' ->> '1',
                        jsonb_path_query_first(v.submission, '$.facts[*] ? (@.kind == "EDS_VALIDITY").value') #>> '{}') as eds
                from unnest(:ids::bigint[], :urgencies::integer[]) with ordinality as p (ticket_id, urgency, place)
                join ticket v on v.id = p.ticket_id
                left join agent a on a.id = v.assignee_id
                left join lateral (
                    select received_at, left(reply_text, :excerpt) as excerpt, lag(id) over (order by id) is null as only
                    from received_message where ticket_id = v.id order by id desc limit 1) m on true
                left join lateral (
                    select left(text, :excerpt) as text from draft
                    where agent_id = :me and ticket_id = v.id order by saved_at desc limit 1) d on true
                order by p.place
                """)
                .param("ids", page.stream().map(placed -> placed.ticket().id()).toArray(Long[]::new))
                .param(
                        "urgencies",
                        page.stream().map(placed -> placed.place().urgency()).toArray(Integer[]::new))
                .param("excerpt", EXCERPT)
                .param("me", agentId)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String name = row.getString("display_name");
        return new Row(
                new TicketId(row.getLong("id")),
                row.getString("number"),
                QueueGroup.Kind.values()[row.getInt("urgency")],
                row.getString("state"),
                kz.kezek.ticket.Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("language")).map(Language::valueOf),
                row.getString("summary"),
                row.getString("applicant_name"),
                row.getString("excerpt"),
                Optional.ofNullable(row.getString("draft")),
                row.getTimestamp("last_received_at").toInstant(),
                clock(row),
                new ItemsRead(
                        Arrays.stream((Short[]) row.getArray("missing_items").getArray())
                                .map(Short::intValue)
                                .toList(),
                        json.readValue(row.getString("defect_codes"), new TypeReference<List<String>>() {}),
                        row.getString("eds")),
                name == null
                        ? Optional.empty()
                        : Optional.of(Avatars.of(row.getLong("assignee_id"), row.getString("initials"), name)));
    }

    private static Optional<RunningClock> clock(ResultSet row) throws SQLException {
        String kind = row.getString("clock");
        if (kind == null) {
            return Optional.empty();
        }
        Timestamp started = row.getTimestamp("clock_started_at");
        Timestamp due = row.getTimestamp("due_at");
        return Optional.of(new RunningClock(TermName.valueOf(kind), started.toInstant(), due.toInstant()));
    }
}
