package kz.kezek.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code sla_clock}: what the clocks said, for lists and reports. A judged row is never changed (A24). */
final class SlaClocks {

    private final JdbcClient jdbc;

    SlaClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clocks of the ticket that have ended, as they were judged. */
    List<SlaClock> judged(TicketId ticket) {
        return jdbc.sql("""
                select kind, cycle, started_at, due_at, ended_at, verdict, calendar_version
                from sla_clock where ticket_id = ? and ended_at is not null
                """).param(ticket.value()).query(SlaClocks::clock).list();
    }

    private static SlaClock clock(ResultSet row, int index) throws SQLException {
        return new SlaClock(
                TermName.valueOf(row.getString("kind")),
                row.getInt("cycle"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.of(row.getObject("ended_at", OffsetDateTime.class).toInstant()),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("calendar_version"));
    }

    /** Writes what the clocks of a ticket say now, in one statement. */
    void write(TicketId ticket, List<SlaClock> clocks, BusinessCalendar calendar) {
        jdbc.sql("""
                insert into sla_clock (ticket_id, kind, cycle, started_at, due_at, ended_at, consumed_seconds, verdict,
                    calendar_version)
                select :ticket, kind, cycle, started_at, due_at, ended_at, consumed, verdict, calendar
                from unnest(:kinds, :cycles, :started::timestamptz[], :due::timestamptz[], :ended::timestamptz[],
                    :consumed::bigint[], :verdicts::text[], :calendars)
                    as said (kind, cycle, started_at, due_at, ended_at, consumed, verdict, calendar)
                on conflict (ticket_id, kind, cycle) do update
                set due_at = excluded.due_at, ended_at = excluded.ended_at, verdict = excluded.verdict,
                    consumed_seconds = excluded.consumed_seconds, calendar_version = excluded.calendar_version
                where sla_clock.ended_at is distinct from excluded.ended_at
                    or (sla_clock.ended_at is null and sla_clock.due_at <> excluded.due_at)
                """)
                .param("ticket", ticket.value())
                .param("kinds", texts(clocks, clock -> clock.kind().name()))
                .param("cycles", clocks.stream().map(SlaClock::cycle).toArray(Integer[]::new))
                .param("started", texts(clocks, clock -> clock.startedAt().toString()))
                .param("due", texts(clocks, clock -> clock.dueAt().toString()))
                .param("ended", texts(clocks, clock -> orNull(clock.endedAt())))
                .param("consumed", texts(clocks, clock -> orNull(consumed(clock, calendar))))
                .param(
                        "verdicts",
                        texts(
                                clocks,
                                clock -> clock.isRunning()
                                        ? null
                                        : clock.verdict().name()))
                .param("calendars", texts(clocks, SlaClock::calendarVersion))
                .update();
    }

    private static Optional<Long> consumed(SlaClock clock, BusinessCalendar calendar) {
        return clock.endedAt()
                .map(ended -> calendar.between(clock.startedAt(), ended))
                .map(BusinessTime::seconds);
    }

    private static @Nullable String[] texts(List<SlaClock> clocks, Function<SlaClock, @Nullable String> column) {
        return clocks.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String orNull(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
