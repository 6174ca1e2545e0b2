package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.Ticket.RunningClock;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open tickets as the queue shows them: by urgency, then by what runs out first. Urgency is the ordinal of a
 * {@link QueueGroup.Kind}, computed by the database from limits that the calendar gives, so that a page is one statement.
 */
@Component
class QueueRows {

    private static final int MOST_PINS = 300;
    private static final int EXCERPT = 400;

    /** Whether a row of {@code open}, or a count of such rows, is in the view of the filter. */
    private static final String IN_VIEW = """
            case :view
                when 'QUEUE' then ours
                when 'MINE' then who = 'mine'
                when 'WAITING' then not ours
                when 'FREE' then ours and who = 'free'
            end""";

    /**
     * Which tickets are open and how urgent each is; {@code ours} when the next step is the desk's. Only what index {@code
     * ticket_open} holds: the rest is fetched for the rows that are shown.
     */
    private static final String OPEN = """
            with open as (
                select id, number, clock, due_at, assignee_id,
                    state <> 'AWAITING_APPLICANT' as ours, date_trunc('second', coalesce(due_at, '-infinity')) as due,
                    case when assignee_id = :me then 'mine' when assignee_id is null then 'free' else '' end as who,
                    case
                        when undelivered or (due_at is null and state <> 'AWAITING_APPLICANT') then 0
                        when state = 'AWAITING_APPLICANT' then 5
                        when due_at < :worked then 1
                        when clock = 'FIRST_ANSWER' and due_at < :firstAnswerSoon then 2
                        when clock = 'ANSWER_AFTER_INFORMATION' and due_at < :answerAfterInformationSoon then 2
                        when due_at <= :closing then 3
                        else 4
                    end as urgency
                from ticket
                where state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED')
            )
            """;

    /** Those of them that the filter's view holds. */
    private static final String VIEWED = """
            , viewed as (
                select *,
                    :stage = '' or coalesce(clock, '') = :stage as stage_chosen,
                    :who = '' or :who = who as who_chosen
                from open
                where (""" + IN_VIEW + """
            ))
            """;

    /** The open tickets counted once by all that is asked for; a few dozen rows. */
    private static final String COUNTED = OPEN + """
            , counted as (
                select ours, coalesce(clock, '') as clock, who, urgency, due_at is not null and due < :tomorrow as today,
                    due >= :tomorrow as later, count(*) as tickets
                from open group by 1, 2, 3, 4, 5, 6
            ), chosen as (
                select *, :stage = '' or clock = :stage as stage_chosen, :who = '' or :who = who as who_chosen
                from counted
                where (""" + IN_VIEW + """
            )), rail as (
                select coalesce(sum(tickets) filter (where ours), 0) as queue,
                    coalesce(sum(tickets) filter (where who = 'mine'), 0) as mine,
                    coalesce(sum(tickets) filter (where not ours), 0) as waiting,
                    coalesce(sum(tickets) filter (where ours and who = 'free'), 0) as free,
                    coalesce(sum(tickets) filter (where urgency = 1), 0) as breached,
                    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'tickets',
                            (select coalesce(sum(tickets), 0) from counted c
                            where (s.stage = '' or s.stage = c.clock) and (s.who = '' or s.who = c.who) and case s.way
                                when 'QUEUE' then ours when 'MINE' then c.who = 'mine' when 'WAITING' then not ours
                                else ours and c.who = 'free' end)) order by lower(s.name), s.id), '[]')
                        from saved_view s where s.agent_id = :me or s.shared)::text as views
                from counted
            )
            """;

    private static final TypeReference<List<Pin>> PINS = new TypeReference<>() {};
    private static final TypeReference<List<Saved>> VIEWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CalendarInForce calendars;
    private final Regulation regulation;

    QueueRows(JdbcClient jdbc, JsonMapper json, CalendarInForce calendars, Regulation regulation) {
        this.jdbc = jdbc;
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

        Cursor cursor() {
            return new Cursor(urgency.ordinal(), clock.map(RunningClock::dueAt), id.value());
        }
    }

    /** Where a page of the queue ended: the next begins after it. */
    record Cursor(int urgency, Optional<Instant> due, long id) {

        /** {@code 3.1795500000.17}, or nothing when this text is no cursor. */
        static Optional<Cursor> read(String text) {
            String[] parts = text.split("\\.", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Cursor(
                                Integer.parseInt(parts[0]),
                                parts[1].isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[1]))),
                                Long.parseLong(parts[2])))
                        : Optional.empty();
            } catch (NumberFormatException | java.time.DateTimeException notACursor) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return urgency + "."
                    + due.map(at -> Long.toString(at.getEpochSecond())).orElse("") + "." + id;
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

    /** The neighbours of a ticket in the queue, and its place. */
    record Place(int number, int of, Optional<String> previous, Optional<String> following) {}

    List<Row> page(QueueFilter filter, OfficeTime office, Optional<Cursor> after, int limit) {
        return bound(OPEN + VIEWED + """
                , page as (
                    select id as ticket_id, urgency, due from viewed
                    where stage_chosen and who_chosen
                        and (:fromStart or (urgency, due, id) > (:urgency, :due::timestamptz, :id))
                    order by urgency, due, id
                    limit :limit
                )
                select v.*, p.urgency, a.initials, a.display_name,
                    coalesce(m.received_at, v.received_at) as last_received_at,
                    d.text as draft,
                    coalesce(case when m.only then v.submission -> 'items' ->> '4.ERROR_TEXT' end, m.excerpt, '') as excerpt,
                    jsonb_path_query_array(v.submission, '$.defects[*].code')::text as defect_codes,
                    concat_ws(' ', v.submission -> 'items' ->> '1',
                        jsonb_path_query_first(v.submission, '$.facts[*] ? (@.kind == "EDS_VALIDITY").value') #>> '{}') as eds
                from page p
                join ticket v on v.id = p.ticket_id
                left join agent a on a.id = v.assignee_id
                left join lateral (
                    select received_at, left(reply_text, :excerpt) as excerpt, lag(id) over (order by id) is null as only
                    from received_message where ticket_id = v.id order by id desc limit 1) m on true
                left join lateral (
                    select left(text, :excerpt) as text from draft
                    where agent_id = :me and ticket_id = v.id order by saved_at desc limit 1) d on true
                order by p.urgency, p.due, v.id
                """, filter, office)
                .param("excerpt", EXCERPT)
                .param("fromStart", after.isEmpty())
                .param("urgency", after.map(Cursor::urgency).orElse(0))
                .param(
                        "due",
                        after.flatMap(Cursor::due)
                                .map(QueueRows::utc)
                                .map(Object::toString)
                                .orElse("-infinity"))
                .param("id", after.map(Cursor::id).orElse(0L))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    Totals totals(QueueFilter filter, OfficeTime office) {
        return bound(COUNTED + VIEWED + """
                select rail.*,
                    array(select coalesce(sum(tickets) filter (where stage_chosen and who_chosen and urgency = g), 0)::bigint
                        from generate_series(0, 5) g left join chosen on true group by g order by g) as groups,
                    counts.*,
                    (select coalesce(json_agg(json_build_object('number', number,
                            'due', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'urgency', urgency)), '[]')
                        from (select * from viewed where stage_chosen and who_chosen and due >= :today and due < :tomorrow
                            order by due limit :pins) of_today)::text as pins
                from rail, (
                    select coalesce(sum(tickets) filter (where who_chosen), 0) as stage_all,
                        coalesce(sum(tickets) filter (where who_chosen and clock = 'FIRST_ANSWER'), 0) as stage_first,
                        coalesce(sum(tickets) filter (where who_chosen and clock = 'ANSWER_AFTER_INFORMATION'), 0) as stage_after,
                        coalesce(sum(tickets) filter (where stage_chosen), 0) as who_all,
                        coalesce(sum(tickets) filter (where stage_chosen and who = 'mine'), 0) as who_mine,
                        coalesce(sum(tickets) filter (where stage_chosen and who = 'free'), 0) as who_free,
                        coalesce(sum(tickets) filter (where stage_chosen and who_chosen and ours and today), 0) as today,
                        coalesce(sum(tickets) filter (where stage_chosen and who_chosen and ours and later), 0) as later
                    from chosen) counts
                """, filter, office)
                .param("tomorrow", utc(midnight(office, 1)))
                .param("today", utc(midnight(office, 0)))
                .param("pins", MOST_PINS)
                .query(this::totals)
                .single();
    }

    private Instant midnight(OfficeTime office, int daysAhead) {
        ZoneId zone = calendars.current().zone();
        return office.at()
                .atZone(zone)
                .toLocalDate()
                .plusDays(daysAhead)
                .atStartOfDay(zone)
                .toInstant();
    }

    Rail rail(long agentId, OfficeTime office) {
        return bound(COUNTED + "select * from rail", QueueFilter.everything(agentId), office)
                .param("tomorrow", utc(midnight(office, 1)))
                .query(this::rail)
                .single();
    }

    /** Where a ticket stands in the whole queue; nothing when it is not the desk's turn. */
    Optional<Place> place(TicketId ticket, OfficeTime office) {
        return bound(OPEN + VIEWED + """
                select
                    (select count(*) from viewed v where (v.urgency, v.due, v.id) <= (here.urgency, here.due, here.id)) as place,
                    (select count(*) from viewed) as total,
                    (select number from viewed v where (v.urgency, v.due, v.id) < (here.urgency, here.due, here.id)
                        order by urgency desc, due desc, id desc limit 1) as previous,
                    (select number from viewed v where (v.urgency, v.due, v.id) > (here.urgency, here.due, here.id)
                        order by urgency, due, id limit 1) as following
                from viewed here where id = :ticket
                """, QueueFilter.everything(0), office)
                .param("ticket", ticket.value())
                .query((row, index) -> new Place(
                        row.getInt("place"),
                        row.getInt("total"),
                        Optional.ofNullable(row.getString("previous")),
                        Optional.ofNullable(row.getString("following"))))
                .optional();
    }

    private StatementSpec bound(String sql, QueueFilter filter, OfficeTime office) {
        return jdbc.sql(sql)
                .param("view", filter.way().name())
                .param("stage", filter.stage().map(Enum::name).orElse(""))
                .param("who", filter.who().word())
                .param("me", filter.agentId())
                .param("worked", utc(office.worked()))
                .param("closing", utc(office.closing()))
                .param("firstAnswerSoon", soon(TermName.FIRST_ANSWER, office))
                .param("answerAfterInformationSoon", soon(TermName.ANSWER_AFTER_INFORMATION, office));
    }

    private OffsetDateTime soon(TermName term, OfficeTime office) {
        return utc(calendars.current().plus(office.at(), regulation.term(term).warnBefore()));
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

    private Totals totals(ResultSet row, int index) throws SQLException {
        return new Totals(
                rail(row, index),
                Arrays.stream((Long[]) row.getArray("groups").getArray())
                        .map(Long::intValue)
                        .toList(),
                new Stages(row.getInt("stage_all"), row.getInt("stage_first"), row.getInt("stage_after")),
                new Owners(row.getInt("who_all"), row.getInt("who_mine"), row.getInt("who_free")),
                json.readValue(row.getString("pins"), PINS),
                row.getInt("today"),
                row.getInt("later"));
    }

    private Rail rail(ResultSet row, int index) throws SQLException {
        return new Rail(
                row.getInt("queue"),
                row.getInt("mine"),
                row.getInt("waiting"),
                row.getInt("free"),
                row.getInt("breached"),
                json.readValue(row.getString("views"), VIEWS));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
