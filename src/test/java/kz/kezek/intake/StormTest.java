package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A28, R27: a sender that writes faster than people do is registered and no longer answered, and our own letters end here. */
class StormTest {

    private final RunningDesk desk = RunningDesk.at(
            "2026-11-23T05:15:00Z", Map.of("kezek.intake.storm.per-sender", 3, "kezek.intake.storm.overall", 6));

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void registersAStormButStopsAnsweringUntilItIsOver() throws Exception {
        for (int i = 1; i <= 5; i++) {
            post("loop@example.kz", "письмо " + i);
            settled("loop@example.kz", i);
        }
        assertThat(settled("loop@example.kz", 5))
                .allMatch(entry -> entry.fate().orElseThrow().equals("TICKET"));
        assertThat(settled("loop@example.kz", 5))
                .filteredOn(entry -> entry.detail().contains("not answered"))
                .hasSize(2);
        post("person@example.kz", "вход");
        settled("person@example.kz", 1);
        post("late@example.kz", "вход");
        assertThat(settled("late@example.kz", 1).getFirst().detail()).contains("not answered");
        assertThat(desk.bean(StormWatch.class).isQuiet(desk.clock.instant())).isTrue();

        desk.clock.advance(Duration.ofHours(2));
        post("loop@example.kz", "письмо 6");
        settled("loop@example.kz", 6);

        assertThat(desk.lettersTo("loop@example.kz", 4)).hasSize(4);
        assertThat(desk.lettersTo("person@example.kz", 1)).hasSize(1);
        assertThat(desk.bean(StormWatch.class).isQuiet(desk.clock.instant())).isFalse();
    }

    @Test
    void answersNoLetterUnderAnAddressOfOurOwn() throws Exception {
        post("office@sud.kz", "сам себе");

        assertThat(settled("office@sud.kz", 1).getFirst().fate()).contains("QUARANTINE");
    }

    private void post(String from, String text) throws Exception {
        desk.post(
                "From: %s\r\nSubject: %s\r\nMessage-ID: <%d@%s>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n"
                        .formatted(from, text, text.hashCode(), from, text)
                        .getBytes(StandardCharsets.UTF_8),
                from,
                "office@sud.kz");
    }

    private List<LedgerEntry> settled(String sender, int count) {
        return RunningDesk.await(
                count + " settled entries of " + sender,
                () -> desk.bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 100).stream()
                        .filter(entry -> entry.envelope().from().equals(sender))
                        .toList(),
                found -> found.size() >= count
                        && found.stream().allMatch(entry -> entry.fate().isPresent()));
    }
}
