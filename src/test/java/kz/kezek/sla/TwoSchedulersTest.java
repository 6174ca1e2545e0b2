package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S7: two nodes with a scheduler each look for the same timers; each fires once, and each letter goes out once. */
class TwoSchedulersTest {

    private static final int TICKETS = 200;

    @Test
    void fireEachTimerOnceBetweenThem() throws Exception {
        try (RunningDesk desk = RunningDesk.at("2026-07-13T04:00:00Z");
                var second = desk.startAnotherNode()) {
            var bySecond = new AtomicInteger();
            second.addApplicationListener((PayloadApplicationEvent<?> event) -> {
                if (event.getPayload() instanceof ReminderDue) {
                    bySecond.incrementAndGet();
                }
            });
            JdbcClient jdbc = JdbcClient.create(desk.database.dataSource());
            askEveryApplicant(desk, jdbc);

            reach(desk, jdbc, "15T14:00", "REMINDER", TICKETS);
            reach(desk, jdbc, "20T09:30", "REMINDER", 2 * TICKETS);
            reach(desk, jdbc, "21T16:00", "REMINDER", 3 * TICKETS);
            reach(desk, jdbc, "22T14:30:01", "DISCONTINUATION", TICKETS);

            RunningDesk.await(
                    "no timer left",
                    () -> count(jdbc, "select count(*) from scheduled_tasks where task_name = 'clock'"),
                    left -> left == 0);
            assertThat(histories(jdbc))
                    .containsExactly(
                            "ApplicantReminded 24, ApplicantReminded 48, ApplicantReminded 64, TicketDiscontinued ");
            assertThat(count(jdbc, "select count(*) from letter where state = 'DELIVERED'"))
                    .isEqualTo(TICKETS * 6);
            assertThat(count(jdbc, "select count(*) from letter")).isEqualTo(TICKETS * 6);
            assertThat(bySecond).hasPositiveValue().hasValueLessThan(3 * TICKETS);
            for (int i = 0; i < TICKETS; i += 20) {
                assertThat(desk.lettersTo(applicant(i), 6)).hasSize(6);
            }
        }
    }

    private static void askEveryApplicant(RunningDesk desk, JdbcClient jdbc) throws Exception {
        for (int i = 0; i < TICKETS; i++) {
            String letter = "From: %s\r\nSubject: x\r\n\r\nLetter %d\r\n".formatted(applicant(i), i);
            desk.post(letter.getBytes(StandardCharsets.US_ASCII), applicant(i), "office@sud.kz");
        }
        delivered(jdbc, "ACCEPTANCE_NOTICE", TICKETS);
        for (int i = 1; i <= TICKETS; i++) {
            desk.post("/api/v1/tickets/SK-26-%06d/information-requests".formatted(i), Map.of("items", List.of("os")));
        }
        delivered(jdbc, "INFORMATION_REQUEST", TICKETS);
    }

    private static void reach(RunningDesk desk, JdbcClient jdbc, String instant, String kind, int letters) {
        desk.clock.set(OffsetDateTime.parse("2026-07-" + instant + "+05:00").toInstant());
        delivered(jdbc, kind, letters);
    }

    private static void delivered(JdbcClient jdbc, String kind, int letters) {
        RunningDesk.await(
                letters + " letters " + kind,
                () -> count(
                        jdbc,
                        "select count(*) from letter where state = 'DELIVERED' and starts_with(kind, '" + kind + "')"),
                delivered -> delivered >= letters);
    }

    /** What the clocks did to the tickets, each different course once. */
    private static List<String> histories(JdbcClient jdbc) {
        return jdbc.sql("""
                select distinct course from (
                    select string_agg(type || ' ' || coalesce(data ->> 'afterHours', ''), ', ' order by seq) as course
                    from ticket_event where type in ('ApplicantReminded', 'TicketDiscontinued') group by ticket_id) courses
                """).query(String.class).list();
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static String applicant(int i) {
        return "applicant" + i + "@example.kz";
    }
}
