package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F11: somebody sets the machine's clock forward and back: each timer still acts once, and nobody gets a heap of letters. */
@Tag("faults")
class ShiftedClockTest {

    private static final int TICKETS = 40;

    private final RunningDesk desk = RunningDesk.at("2026-07-13T04:00:00Z");
    private final JdbcClient jdbc = JdbcClient.create(desk.database.dataSource());
    private int written;

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void firesEachTimerOnceAndSendsNothingTwice() throws Exception {
        long begun = System.nanoTime();
        writeLetters();
        for (String number :
                jdbc.sql("select number from ticket").query(String.class).list()) {
            desk.post("/api/v1/tickets/" + number + "/information-requests", Map.of("items", List.of("os")));
        }
        delivered("INFORMATION_REQUEST", TICKETS);

        desk.clock.advance(Duration.ofDays(3));
        delivered("REMINDER", TICKETS);
        desk.clock.advance(Duration.ofHours(-1));
        writeLetters();
        desk.clock.advance(Duration.ofDays(-3));
        writeLetters();
        assertThat(reminders()).isEqualTo(TICKETS);

        reach("15T14:00");
        writeLetters();
        assertThat(reminders())
                .as("the one already sent at the wrong time does not come again")
                .isEqualTo(TICKETS);
        reach("20T09:30");
        delivered("REMINDER", 2 * TICKETS);
        reach("21T16:00");
        delivered("REMINDER", 3 * TICKETS);
        reach("22T14:30:01");
        delivered("DISCONTINUATION", TICKETS);

        Figures.report(
                "F11",
                "the clock +3 d, −1 h, −3 d",
                Duration.ofNanos(System.nanoTime() - begun),
                "%d letters in, %d acceptance notices; %d applicants asked, %d reminders of three each, %d ended"
                        .formatted(
                                written,
                                count("select count(*) from letter where starts_with(kind, 'ACCEPTANCE_NOTICE')"),
                                TICKETS,
                                reminders(),
                                count("select count(*) from letter where kind = 'DISCONTINUATION'")));
        assertThat(courses())
                .containsExactly(
                        "ApplicantReminded 24, ApplicantReminded 48, ApplicantReminded 64, TicketDiscontinued ");
        assertThat(count("select count(*) from letter where starts_with(kind, 'ACCEPTANCE_NOTICE')"))
                .isEqualTo(written);
        assertThat(count("select count(*) from letter")).isEqualTo(written + 5 * TICKETS);
        assertThat(count("select count(*) from letter where state <> 'DELIVERED'"))
                .isZero();
    }

    /** Each must be acknowledged at once, whatever the clock says. */
    private void writeLetters() throws Exception {
        for (int i = 0; i < TICKETS; i++, written++) {
            String author = "author%d@example.kz".formatted(written);
            String letter = "From: %s\r\nSubject: x\r\n\r\nLetter %d\r\n".formatted(author, written);
            desk.post(letter.getBytes(StandardCharsets.US_ASCII), author, "office@sud.kz");
        }
        delivered("ACCEPTANCE_NOTICE", written);
    }

    private void reach(String instant) {
        desk.clock.set(OffsetDateTime.parse("2026-07-" + instant + "+05:00").toInstant());
    }

    private void delivered(String kind, int letters) {
        RunningDesk.await(
                letters + " letters " + kind,
                () -> count(
                        "select count(*) from letter where state = 'DELIVERED' and starts_with(kind, '" + kind + "')"),
                delivered -> delivered >= letters);
    }

    private int reminders() {
        return count("select count(*) from letter where kind = 'REMINDER'");
    }

    /** What the clocks did to the tickets asked, each different course once. */
    private List<String> courses() {
        return jdbc.sql("""
                select distinct course from (
                    select string_agg(type || ' ' || coalesce(data ->> 'afterHours', ''), ', ' order by seq) as course
                    from ticket_event where type in ('ApplicantReminded', 'TicketDiscontinued') group by ticket_id) courses
                """).query(String.class).list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
