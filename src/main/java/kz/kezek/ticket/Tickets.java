package kz.kezek.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.regulation.TermName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code ticket}. */
final class Tickets {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Tickets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    TicketId insert(TicketNumber number, NewTicket ticket) {
        long id = jdbc.sql("""
                insert into ticket (number, state, channel, received_at, registered_at, language, summary,
                    applicant_name, applicant_address, applicant_id, applicant_id_kind, submission, missing_items,
                    original_ticket_id, related_ticket_id, last_event_at)
                values (:number, 'REGISTERED', :channel, :at, :at, :language, :summary,
                    :name, :address, :personalId, nullif(:personalIdKind, ''), :form::jsonb, :missing,
                    :original, :related, :at)
                returning id
                """)
                .param("number", number.toString())
                .param("channel", ticket.channel().name())
                .param("at", utc(ticket.receivedAt()))
                .param("language", ticket.language().map(Enum::name).orElse(null))
                .param("summary", ticket.summary())
                .param("name", ticket.applicant().name())
                .param("address", ticket.applicant().address())
                .param("personalId", ticket.applicant().personalId())
                .param("personalIdKind", ticket.applicant().personalIdKind())
                .param("form", json.writeValueAsString(ticket.form()))
                .param("missing", ticket.form().missing().toArray(Integer[]::new))
                .param("original", ticket.originalTicket().map(TicketId::value).orElse(null))
                .param("related", ticket.relatedTicket().map(TicketId::value).orElse(null))
                .query(Long.class)
                .single();
        return new TicketId(id);
    }

    Optional<Ticket> find(TicketId id) {
        return jdbc.sql("select * from ticket where id = ?")
                .param(id.value())
                .query(this::ticket)
                .optional();
    }

    Optional<Ticket> find(TicketNumber number) {
        return jdbc.sql("select * from ticket where number = ?")
                .param(number.toString())
                .query(this::ticket)
                .optional();
    }

    /** The ticket, locked until the end of the transaction. */
    Ticket lock(TicketId id) {
        return jdbc.sql("select * from ticket where id = ? for update")
                .param(id.value())
                .query(this::ticket)
                .single();
    }

    List<Ticket> page(Optional<TicketState> state, long afterId, int limit) {
        return jdbc.sql("""
                select * from ticket
                where id > :after and (:state::text is null or state = :state)
                order by id limit :limit
                """)
                .param("after", afterId)
                .param("state", state.map(Enum::name).orElse(null))
                .param("limit", limit)
                .query(this::ticket)
                .list();
    }

    /** The open ones among the newest, received since then, that belong to no incident; the oldest first. */
    List<Ticket> openWithoutIncident(Instant since, int ofTheNewest) {
        return jdbc.sql("""
                select * from (select * from ticket order by id desc limit :most) newest
                where received_at >= :since
                    and state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED')
                    and not exists (select from incident_ticket where ticket_id = newest.id)
                order by id
                """)
                .param("most", ofTheNewest)
                .param("since", utc(since))
                .query(this::ticket)
                .list();
    }

    /** False when there is an address already. */
    boolean giveAddress(TicketId id, String address) {
        return jdbc.sql("update ticket set applicant_address = ? where id = ? and applicant_address = ''")
                        .params(address, id.value())
                        .update()
                == 1;
    }

    void complete(TicketId id, ReadForm form, Ticket.Applicant applicant) {
        jdbc.sql("""
                update ticket set submission = :form::jsonb, missing_items = :missing, applicant_name = :name,
                    applicant_id = :personalId, applicant_id_kind = nullif(:personalIdKind, '')
                where id = :id
                """)
                .param("form", json.writeValueAsString(form))
                .param("missing", form.missing().toArray(Integer[]::new))
                .param("name", applicant.name())
                .param("personalId", applicant.personalId())
                .param("personalIdKind", applicant.personalIdKind())
                .param("id", id.value())
                .update();
    }

    void moveTo(TicketId id, TicketState state, Instant at) {
        jdbc.sql("update ticket set state = ?, last_event_at = greatest(last_event_at, ?) where id = ?")
                .params(state.name(), utc(at), id.value())
                .update();
    }

    void mergeInto(TicketId id, @Nullable TicketId other) {
        jdbc.sql("update ticket set merged_into = :other where id = :id")
                .param("other", other == null ? null : other.value())
                .param("id", id.value())
                .update();
    }

    Optional<TicketId> mergedInto(TicketId id) {
        return jdbc.sql("select merged_into from ticket where id = ? and merged_into is not null")
                .param(id.value())
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    /** Where the ticket is answered: itself, or the ticket at the end of its mergers. */
    TicketId survivor(TicketId id) {
        return new TicketId(jdbc.sql("""
                with recursive way (id, next) as (
                    select id, merged_into from ticket where id = ?
                    union all
                    select ticket.id, ticket.merged_into from ticket join way on ticket.id = way.next)
                select id from way where next is null
                """).param(id.value()).query(Long.class).single());
    }

    /** The tickets merged into this one, and into those, in the order of registration. */
    List<Ticket> absorbed(TicketId id) {
        return jdbc.sql("""
                with recursive absorbed (id) as (
                    select id from ticket where merged_into = ?
                    union all
                    select ticket.id from ticket join absorbed on ticket.merged_into = absorbed.id)
                select ticket.* from ticket join absorbed using (id) order by ticket.id
                """).param(id.value()).query(this::ticket).list();
    }

    void assign(TicketId id, @Nullable Long agentId) {
        jdbc.sql("update ticket set assignee_id = :agent where id = :id")
                .param("agent", agentId)
                .param("id", id.value())
                .update();
    }

    void markUndelivered(TicketId id, boolean undelivered) {
        jdbc.sql("update ticket set undelivered = :undelivered where id = :id and undelivered <> :undelivered")
                .param("undelivered", undelivered)
                .param("id", id.value())
                .update();
    }

    /** Nobody else changes any ticket, or registers one, until the end of the transaction; who only reads does not wait. */
    void holdAll() {
        jdbc.sql("lock table ticket in exclusive mode").update();
    }

    /** New deadlines for tickets whose projected clock is of the kind that moved. */
    void moveDeadlines(Map<TicketId, TicketEvent.DeadlineMoved> moves) {
        List<TicketId> ids = List.copyOf(moves.keySet());
        jdbc.sql("""
                update ticket set due_at = to_timestamp(moved.due)
                from unnest(:tickets, :kinds, :dues) as moved (ticket_id, kind, due)
                where ticket.id = moved.ticket_id and ticket.clock = moved.kind
                """)
                .param("tickets", ids.stream().map(TicketId::value).toArray(Long[]::new))
                .param("kinds", ids.stream().map(id -> kind(moves, id)).toArray(String[]::new))
                .param("dues", ids.stream().map(id -> due(moves, id)).toArray(Long[]::new))
                .update();
    }

    private static String kind(Map<TicketId, TicketEvent.DeadlineMoved> moves, TicketId id) {
        return Objects.requireNonNull(moves.get(id)).kind().name();
    }

    private static long due(Map<TicketId, TicketEvent.DeadlineMoved> moves, TicketId id) {
        return Objects.requireNonNull(moves.get(id)).to().getEpochSecond();
    }

    /** Writes nothing when nothing changed, as with most events: a row written anew is written into each of its indexes. */
    void project(TicketId id, Optional<Ticket.RunningClock> clock) {
        jdbc.sql("""
                update ticket set clock = :clock, clock_started_at = :started, due_at = :due
                where id = :id
                    and (clock, clock_started_at, due_at) is distinct from (:clock::text, :started::timestamptz, :due::timestamptz)
                """)
                .param("clock", clock.map(c -> c.kind().name()).orElse(null))
                .param("started", clock.map(c -> utc(c.startedAt())).orElse(null))
                .param("due", clock.map(c -> utc(c.dueAt())).orElse(null))
                .param("id", id.value())
                .update();
    }

    private Ticket ticket(ResultSet row, int index) throws SQLException {
        return new Ticket(
                new TicketId(row.getLong("id")),
                TicketNumber.read(row.getString("number")).orElseThrow(),
                TicketState.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                instant(row, "received_at"),
                instant(row, "registered_at"),
                Optional.ofNullable(row.getString("language")).map(Language::valueOf),
                row.getString("summary"),
                new Ticket.Applicant(
                        row.getString("applicant_name"),
                        row.getString("applicant_address"),
                        row.getString("applicant_id"),
                        Optional.ofNullable(row.getString("applicant_id_kind")).orElse("")),
                json.readValue(row.getString("submission"), ReadForm.class),
                id(row, "assignee_id"),
                clock(row),
                row.getBoolean("undelivered"),
                id(row, "original_ticket_id").map(TicketId::new),
                id(row, "related_ticket_id").map(TicketId::new));
    }

    private static Optional<Ticket.RunningClock> clock(ResultSet row) throws SQLException {
        String kind = row.getString("clock");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Ticket.RunningClock(
                        TermName.valueOf(kind), instant(row, "clock_started_at"), instant(row, "due_at")));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
