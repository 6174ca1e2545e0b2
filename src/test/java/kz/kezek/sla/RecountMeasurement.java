package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kz.kezek.TestDatabase;
import kz.kezek.journal.Actor;
import kz.kezek.regulation.Regulation;
import kz.kezek.sla.PublicationOutcome.Published;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a new calendar takes to move 100,000 open tickets in the database. Not a test of every run:
 * {@code mvn test -Dtest=RecountMeasurement}.
 */
class RecountMeasurement {

    private static final int TICKETS = 100_000;
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void movesEveryOpenTicket() {
        try (TestDatabase database = TestDatabase.fresh()) {
            fill(JdbcClient.create(database.dataSource()));
            var publication = CalendarPublication.over(database.dataSource(), Regulation.inForce());
            long before = System.nanoTime();

            var outcome = publication.publish(
                    Closures.of(LocalDate.parse("2026-11-24")), new Actor.SystemActor("console"), NOW);

            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Published.class,
                            published -> assertThat(published.moved()).hasSize(TICKETS));
            System.out.printf("%d open tickets moved in %d ms%n", TICKETS, took.toMillis());
        }
    }

    /** Half wait for our first answer, half for the applicant; each with its events and its journal. */
    private static void fill(JdbcClient jdbc) {
        for (String statement : FILLING.split(";", -1)) {
            if (!statement.isBlank()) {
                jdbc.sql(statement).param("tickets", TICKETS).update();
            }
        }
        jdbc.sql("analyze").update();
    }

    private static final String FILLING = """
            insert into ticket (number, state, channel, received_at, registered_at, language, summary, applicant_name,
                applicant_address, applicant_id, submission, missing_items, clock, clock_started_at, due_at, last_event_at)
            select 'СК-26-' || lpad(n::text, 6, '0'),
                case n % 2 when 0 then 'REGISTERED' else 'AWAITING_APPLICANT' end, 'MAIL', t, t, 'RU', 'x', '', '', '',
                '{}', '{}', case n % 2 when 0 then 'FIRST_ANSWER' else 'APPLICANT_REPLY' end, t, t + interval '3 hours', t
            from (select n, timestamptz '2026-11-23T10:30:00Z' + (n % 1800 + 1) * interval '1 second' as t
                from generate_series(1, :tickets) as n) as made;
            insert into ticket_event (ticket_id, seq, type, at, actor, data)
            select id, seq, 'ApplicantWrote', received_at, 'system:intake', '{"at": "2026-11-23T10:30:00Z"}'
            from ticket cross join generate_series(1, 4) as seq where :tickets > 0;
            insert into journal_entry (stream, seq, at, actor, action, subject, data, previous_hash, hash)
            select 'ticket:' || id, seq, received_at, 'system:intake', 'ApplicantWrote', id::text, '{}',
                sha256(id::text::bytea), sha256(id::text::bytea)
            from ticket cross join generate_series(1, 4) as seq where :tickets > 0;
            insert into sla_clock (ticket_id, kind, cycle, started_at, due_at, calendar_version)
            select id, clock, 1, clock_started_at, due_at, 'kz-2026-11-22' from ticket where :tickets > 0
            """;
}
