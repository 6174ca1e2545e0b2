package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S2, R34: while something is away nothing is lost, and afterwards everything goes on without hands. */
class OutagesTest {

    private static final int LETTERS = 20;

    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void asksTheSenderToTryAgainWhileTheDatabaseIsAway() throws Exception {
        desk.database.goAway();
        assertThatThrownBy(() -> post("early@example.kz"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("451");

        desk.database.comeBack();
        RunningDesk.await("the door to take it", () -> isTaken("early@example.kz"), taken -> taken);

        assertThat(desk.tickets(1)).hasSize(1);
        assertThat(desk.lettersTo("early@example.kz", 1)).hasSize(1);
    }

    @Test
    void sendsTheNoticeOnceTheRelayIsBack() throws Exception {
        desk.relayGoesDown();
        post("patient@example.kz");
        RunningDesk.await(
                "a first attempt",
                () -> desk.get("/api/v1/outbox").get("letters"),
                letters -> letters.size() == 1
                        && letters.get(0).get("letter").get("attempts").asInt() == 1);

        desk.relayComesBack();
        desk.clock.advance(Duration.ofMinutes(1));

        assertThat(desk.lettersTo("patient@example.kz", 1)).hasSize(1);
        desk.ticket(
                "SK-26-000001",
                "has met C0",
                t -> t.get("clocks").get(0).get("verdict").asString().equals("MET"));
    }

    @Test
    void sendsEachNoticeOnceAfterAnHourWithoutTheRelay() throws Exception {
        desk.relayGoesDown();
        for (int i = 1; i <= LETTERS; i++) {
            post("patient" + i + "@example.kz");
        }
        desk.tickets(LETTERS);
        for (int tries = 1; tries <= 3; tries++) {
            int atLeast = tries;
            RunningDesk.await(
                    "try " + tries,
                    () -> desk.get("/api/v1/outbox").get("letters"),
                    letters -> letters.valueStream()
                            .allMatch(
                                    entry -> entry.get("letter").get("attempts").asInt() >= atLeast));
            desk.clock.advance(Duration.ofMinutes(20));
        }

        desk.relayComesBack();
        desk.clock.advance(Duration.ofHours(1));

        RunningDesk.await(
                "every notice",
                () -> desk.get("/api/v1/outbox").get("letters"),
                letters -> letters.valueStream()
                        .allMatch(entry ->
                                entry.get("letter").get("state").asString().equals("DELIVERED")));
        for (int i = 1; i <= LETTERS; i++) {
            assertThat(desk.lettersTo("patient" + i + "@example.kz", 1)).hasSize(1);
        }
    }

    /** As a sender does who was told to try again. */
    private boolean isTaken(String from) {
        try {
            post(from);
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private void post(String from) throws MessagingException {
        byte[] letter = "From: %s\r\nMessage-ID: <1@%s>\r\nSubject: x\r\n\r\ny\r\n"
                .formatted(from, from)
                .getBytes(StandardCharsets.US_ASCII);
        desk.post(letter, from, "office@sud.kz");
    }
}
