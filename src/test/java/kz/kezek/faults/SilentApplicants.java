package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import kz.kezek.storage.DatabaseServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applicants who were asked for information a month ago and never replied: a timer each, which ends the consideration of
 * the ticket (R23) when it fires.
 */
final class SilentApplicants {

    private static final Duration AGO = Duration.ofDays(30);

    private final int count;
    private final JdbcClient jdbc;

    private SilentApplicants(int count, JdbcClient jdbc) {
        this.count = count;
        this.jdbc = jdbc;
    }

    /** Makes so many in this database, by a program whose clock is a month behind. */
    static SilentApplicants in(DatabaseServer database, int count) throws Exception {
        var jdbc = JdbcClient.create(DatabaseUnderFault.source(database));
        var applicants = new SilentApplicants(count, jdbc);
        Map<String, Object> settings = Map.of(
                "kezek.database.url", database.jdbcUrl(),
                "kezek.database.user", database.user(),
                "kezek.database.password", database.password(),
                "kezek.intake.storm.overall", 1_000_000);
        try (RunningDesk desk = RunningDesk.at(Instant.now().minus(AGO).toString(), settings)) {
            applicants.areAsked(desk);
        }
        return applicants;
    }

    /** How many they are. */
    int count() {
        return count;
    }

    private void areAsked(RunningDesk desk) throws Exception {
        for (int i = 0; i < count; i++) {
            String author = "silent%06d@example.kz".formatted(i);
            String letter = "From: %s\r\nSubject: x\r\n\r\nLetter %d\r\n".formatted(author, i);
            desk.post(letter.getBytes(StandardCharsets.US_ASCII), author, "office@sud.kz");
        }
        delivered("ACCEPTANCE_NOTICE");
        List<String> numbers =
                jdbc.sql("select number from ticket").query(String.class).list();
        for (String number : numbers) {
            desk.post("/api/v1/tickets/" + number + "/information-requests", Map.of("items", List.of("os")));
        }
        delivered("INFORMATION_REQUEST");
    }

    private void delivered(String kind) {
        RunningDesk.await(
                Duration.ofMinutes(3),
                count + " letters " + kind,
                () -> count(
                        "select count(*) from letter where state = 'DELIVERED' and starts_with(kind, '" + kind + "')"),
                letters -> letters == count);
    }

    /** Their timers, all due long since, become due one after another from now on. */
    void becomeDueWithin(Duration time) {
        jdbc.sql("update scheduled_tasks set execution_time = now() + random() * :seconds * interval '1 second'"
                        + " where task_name = 'clock'")
                .param("seconds", time.toSeconds())
                .update();
    }

    /** Waits until each timer has fired and each letter of that has gone out; then nothing may have happened twice. */
    void areEachToldOnce() {
        RunningDesk.await(
                Duration.ofMinutes(5),
                "every timer",
                () -> count("select count(*) from letter where kind = 'DISCONTINUATION' and state = 'DELIVERED'")
                        - count("select count(*) from scheduled_tasks where task_name = 'clock'"),
                ended -> ended >= count);
        assertThat(count("select count(*) from letter where kind = 'DISCONTINUATION'"))
                .as("letters of the timers")
                .isEqualTo(count);
        assertThat(count("select count(*) from ticket_event where type = 'TicketDiscontinued'"))
                .as("timers that did something")
                .isEqualTo(count);
        assertThat(count("select count(distinct ticket_id) from ticket_event where type = 'TicketDiscontinued'"))
                .as("tickets whose timer fired")
                .isEqualTo(count);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
