package kz.kezek.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A letter taken back over the API within its ten seconds, as the page does it. */
class WithdrawalsApiTest {

    private static RunningDesk desk;
    private static int letters;

    @BeforeAll
    static void start() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.outbox.undo", "10s"));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void takesAnAnswerBackAndLeavesTheTicketAsItWas() throws Exception {
        String path = register();
        JsonNode before = desk.get(path);
        JsonNode answered = desk.post(path + "/answers", Map.of("text", "Не туда"));
        assertThat(state(answered)).isEqualTo("ANSWERED");
        desk.clock.advance(Duration.ofSeconds(9));

        String withdrawal = path + "/answers/" + answered.at("/answers/0/id").asLong() + "/withdrawal";
        JsonNode withdrawn = desk.post(withdrawal, Map.of());

        assertThat(withdrawn.get("ticket")).isEqualTo(before.get("ticket"));
        assertThat(withdrawn.get("answers").isEmpty()).isTrue();
        assertThat(withdrawn.at("/clocks/1/verdict").asString()).isEqualTo("RUNNING");
        assertThat(withdrawn.at("/sent/1/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(desk.post(withdrawal, Map.of()).get("ticket")).isEqualTo(before.get("ticket"));
        assertThat(desk.get(path).get("events").values())
                .filteredOn(event -> event.get("type").asString().equals("AnswerWithdrawn"))
                .hasSize(1);
    }

    @Test
    void takesARequestBack() throws Exception {
        String path = register();
        JsonNode asked = desk.post(path + "/information-requests", Map.of("items", List.of("os")));
        assertThat(state(asked)).isEqualTo("AWAITING_APPLICANT");

        JsonNode withdrawn = desk.post(
                path + "/information-requests/"
                        + asked.at("/informationRequests/0/id").asLong() + "/withdrawal",
                Map.of());

        assertThat(state(withdrawn)).isEqualTo("REGISTERED");
        assertThat(withdrawn.get("informationRequests").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatHasLeft() throws Exception {
        String path = register();
        long id = desk.post(path + "/answers", Map.of("text", "Готово"))
                .at("/answers/0/id")
                .asLong();
        desk.clock.advance(Duration.ofSeconds(10));
        desk.lettersTo(applicant(), 2);
        RunningDesk.await(
                "the letter to be noted as delivered",
                () -> desk.get(path).at("/sent/1/state").asString(),
                "DELIVERED"::equals);

        assertThat(desk.post(path + "/answers/" + id + "/withdrawal", Map.of())
                        .get("status")
                        .asInt())
                .isEqualTo(409);
        assertThat(state(desk.get(path))).isEqualTo("ANSWERED");
    }

    @Test
    void refusesTheAnswerOfAnotherTicket() throws Exception {
        String path = register();
        long id = desk.post(path + "/answers", Map.of("text", "Моё"))
                .at("/answers/0/id")
                .asLong();
        String other = register();

        assertThat(desk.post(other + "/answers/" + id + "/withdrawal", Map.of())
                        .get("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(desk.post("/api/v1/tickets/SK-26-999999/answers/" + id + "/withdrawal", Map.of())
                        .get("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(state(desk.get(path))).isEqualTo("ANSWERED");
    }

    private static String state(JsonNode ticket) {
        return ticket.at("/ticket/state").asString();
    }

    private static String register() throws Exception {
        letters++;
        String letter = "From: %s\r\nSubject: %d\r\n\r\nLetter %d\r\n".formatted(applicant(), letters, letters);
        desk.post(letter.getBytes(StandardCharsets.US_ASCII), applicant(), "office@sud.kz");
        desk.lettersTo(applicant(), 1);
        String path = "/api/v1/tickets/SK-26-%06d".formatted(letters);
        RunningDesk.await(
                "C0 to be met", () -> desk.get(path).at("/clocks/0/verdict").asString(), "MET"::equals);
        return path;
    }

    private static String applicant() {
        return "applicant" + letters + "@example.kz";
    }
}
