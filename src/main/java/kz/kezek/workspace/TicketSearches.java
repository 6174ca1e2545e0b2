package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds tickets, the newest first. Each kind of writing gives at most a page of tickets by its own index, then the page is put
 * together, so that a word that everybody writes costs no more than a page.
 */
@Component
class TicketSearches {

    /** The marks around a found word: two characters that no letter has, drawn as a mark by the page. */
    static final char BEGIN = '\u0002';

    static final char END = '\u0003';

    private static final String MARKS =
            "MaxFragments=1,MaxWords=24,MinWords=12,FragmentDelimiter=…,StartSel=" + BEGIN + ",StopSel=" + END;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private static final String SHOWN = """
            select t.id, t.number, t.state, t.summary, t.applicant_name, t.applicant_address, t.language, t.received_at,
                coalesce(e.excerpt, '') as excerpt
            """;

    private static final String WANTED = """
            (:anyState or t.state = any(:states))
            and (:noAttachment or exists (
                select from received_message f join attachment on received_message_id = f.id where f.ticket_id = t.id))
            and t.received_at >= :after and t.received_at < :before
            """;

    private static final String WORDS = "to_tsquery('russian', :words)";

    private static final String WITH_WORDS = "with found as (" + hits("received_message") + " union " + hits("answer")
            + " union " + hits("internal_note") + " union " + hits("information_request") + " union "
            + hits("attachment_text w join received_message r on r.id = w.received_message_id", "r.ticket_id")
            + " order by ticket_id desc limit :limit) "
            + SHOWN.replace("coalesce(e.excerpt", "coalesce(case when not e.found then f.excerpt end, e.excerpt")
            + """
            from found join ticket t on t.id = found.ticket_id
            left join lateral (
                select ts_headline('russian', left(reply_text, 4000), WORDS, :marks) as excerpt, m.search @@ WORDS as found
                from received_message m where m.ticket_id = t.id order by m.search @@ WORDS desc, m.id desc limit 1) e on true
            left join lateral (
                select a.file_name || ': ' || ts_headline('russian', left(w.text, 20000), WORDS, :marks) as excerpt
                from received_message m join attachment_text w on w.received_message_id = m.id
                    join attachment a on a.received_message_id = w.received_message_id and a.position = w.position
                where m.ticket_id = t.id and w.search @@ WORDS limit 1) f on true
            order by t.id desc
            """.replace("WORDS", WORDS);

    private static final String FROM = """
            from ticket t
            left join lateral (
                select left(reply_text, 200) as excerpt
                from received_message m where m.ticket_id = t.id order by m.id desc limit 1) e on true
            """;

    private static final String WITHOUT_WORDS =
            SHOWN + FROM + " where t.id < :beforeId and " + WANTED + " order by t.id desc limit :limit";

    private static final String OF_APPLICANT =
            SHOWN + FROM + " where t.applicant_id = :identifier order by t.id desc limit :limit";

    private static final String OF_NUMBER = SHOWN + FROM + " where t.number = :number";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final CalendarInForce calendars;

    TicketSearches(JdbcClient jdbc, TransactionOperations transaction, CalendarInForce calendars) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.calendars = calendars;
    }

    /** One ticket found. */
    record Found(
            long id,
            String number,
            TicketState state,
            String summary,
            String applicant,
            Optional<Language> language,
            Instant receivedAt,
            String excerpt) {}

    private static String hits(String table) {
        return hits(table + " w", "w.ticket_id");
    }

    /** Asks each hit's own ticket, and only when there is something to ask: joined, all tickets would be read for a rare word. */
    private static String hits(String from, String ticket) {
        return "(select " + ticket + " from " + from + " where w.search @@ " + WORDS + " and " + ticket + " < :beforeId"
                + " and (:anyTicket or exists (select from ticket t where t.id = " + ticket + " and " + WANTED
                + " offset 0)) group by " + ticket + " order by " + ticket + " desc limit :limit)";
    }

    /** At most so many tickets before this id. */
    List<Found> find(SearchQuery query, long beforeId, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // A rare word is found by its index and a common one by going back in time: that is decided word by word.
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
            return statement(query)
                    .param("anyTicket", query.isOnlyWords())
                    .param("anyState", query.states().isEmpty())
                    .param("states", query.states().stream().map(Enum::name).toArray(String[]::new))
                    .param("noAttachment", !query.attachment())
                    .param("after", day(query.after(), Instant.EPOCH))
                    .param("before", day(query.before(), END_OF_TIME))
                    .param("beforeId", beforeId)
                    .param("limit", limit)
                    .query(TicketSearches::found)
                    .list();
        }));
    }

    private StatementSpec statement(SearchQuery query) {
        String words = query.tsquery();
        return words.isEmpty()
                ? jdbc.sql(WITHOUT_WORDS)
                : jdbc.sql(WITH_WORDS).param("words", words).param("marks", MARKS);
    }

    private OffsetDateTime day(Optional<LocalDate> day, Instant otherwise) {
        return day.map(this::startOf).orElse(otherwise).atOffset(ZoneOffset.UTC);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendars.current().zone()).toInstant();
    }

    /** The newest tickets of exactly this ИИН or БИН. */
    List<Found> of(ApplicantId identifier, int limit) {
        return jdbc.sql(OF_APPLICANT)
                .param("identifier", identifier.digits())
                .param("limit", limit)
                .query(TicketSearches::found)
                .list();
    }

    /** The ticket of this number. */
    Optional<Found> of(TicketNumber number) {
        return jdbc.sql(OF_NUMBER)
                .param("number", number.toString())
                .query(TicketSearches::found)
                .optional();
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getString("number"),
                TicketState.valueOf(row.getString("state")),
                row.getString("summary"),
                row.getString("applicant_name"),
                Optional.ofNullable(row.getString("language")).map(Language::valueOf),
                row.getTimestamp("received_at").toInstant(),
                row.getString("excerpt"));
    }
}
