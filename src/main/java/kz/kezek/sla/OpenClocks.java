package kz.kezek.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running clocks of table {@code sla_clock}, all at once: what a new calendar moves (A24). */
final class OpenClocks {

    private final JdbcClient jdbc;

    OpenClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyNotUnder(String version) {
        return jdbc.sql("select exists (select from sla_clock where ended_at is null and calendar_version <> ?)")
                .param(version)
                .query(Boolean.class)
                .single();
    }

    List<OpenClock> all() {
        return notUnder("");
    }

    List<OpenClock> notUnder(String version) {
        return jdbc.sql("""
                select c.ticket_id, t.number, c.kind, c.cycle, c.started_at, c.due_at,
                    case when c.kind = 'APPLICANT_REPLY' then (
                        select max((e.data ->> 'afterHours')::integer) from ticket_event e
                        where e.ticket_id = c.ticket_id and e.type = 'ApplicantReminded' and e.at >= c.started_at)
                    end as reminded_after
                from sla_clock c join ticket t on t.id = c.ticket_id
                where c.ended_at is null and c.calendar_version <> ?
                order by c.ticket_id, c.started_at
                """).param(version).query(OpenClocks::clock).list();
    }

    /** Gives these clocks their new deadlines. */
    void move(List<SlaClock> clocks, List<TicketId> tickets, String version) {
        jdbc.sql("""
                update sla_clock set due_at = to_timestamp(moved.due), calendar_version = :version
                from unnest(:tickets, :kinds, :cycles, :dues) as moved (ticket_id, kind, cycle, due)
                where sla_clock.ticket_id = moved.ticket_id and sla_clock.kind = moved.kind
                    and sla_clock.cycle = moved.cycle and sla_clock.ended_at is null
                """)
                .param("version", version)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .param(
                        "kinds",
                        clocks.stream().map(clock -> clock.kind().name()).toArray(String[]::new))
                .param("cycles", clocks.stream().map(SlaClock::cycle).toArray(Integer[]::new))
                .param(
                        "dues",
                        clocks.stream()
                                .map(clock -> clock.dueAt().getEpochSecond())
                                .toArray(Long[]::new))
                .update();
    }

    /** The other running clocks end when they did, by the new calendar too. */
    void confirmRest(String version) {
        jdbc.sql("update sla_clock set calendar_version = :version"
                        + " where ended_at is null and calendar_version <> :version")
                .param("version", version)
                .update();
    }

    private static OpenClock clock(ResultSet row, int index) throws SQLException {
        return new OpenClock(
                new TicketId(row.getLong("ticket_id")),
                TicketNumber.read(row.getString("number")).orElseThrow(),
                TermName.valueOf(row.getString("kind")),
                row.getInt("cycle"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("reminded_after"));
    }
}
