package kz.kezek.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketId;
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

    void write(TicketId ticket, List<SlaClock> clocks, BusinessCalendar calendar) {
        for (SlaClock clock : clocks) {
            write(ticket, clock, calendar);
        }
    }

    private void write(TicketId ticket, SlaClock clock, BusinessCalendar calendar) {
        Optional<Long> consumed = clock.endedAt()
                .map(ended -> calendar.between(clock.startedAt(), ended))
                .map(BusinessTime::seconds);
        jdbc.sql("""
                insert into sla_clock (ticket_id, kind, cycle, started_at, due_at, ended_at, consumed_seconds, verdict,
                    calendar_version)
                values (:ticket, :kind, :cycle, :started, :due, :ended, :consumed, :verdict, :calendar)
                on conflict (ticket_id, kind, cycle) do update
                set due_at = excluded.due_at, ended_at = excluded.ended_at, verdict = excluded.verdict,
                    consumed_seconds = excluded.consumed_seconds, calendar_version = excluded.calendar_version
                where sla_clock.ended_at is distinct from excluded.ended_at
                    or (sla_clock.ended_at is null and sla_clock.due_at <> excluded.due_at)
                """)
                .param("ticket", ticket.value())
                .param("kind", clock.kind().name())
                .param("cycle", clock.cycle())
                .param("started", clock.startedAt().atOffset(ZoneOffset.UTC))
                .param("due", clock.dueAt().atOffset(ZoneOffset.UTC))
                .param(
                        "ended",
                        clock.endedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("consumed", consumed.orElse(null))
                .param("verdict", clock.isRunning() ? null : clock.verdict().name())
                .param("calendar", clock.calendarVersion())
                .update();
    }
}
