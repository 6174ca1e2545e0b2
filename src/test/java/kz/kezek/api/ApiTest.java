package kz.kezek.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API v1 over a real port: pages of tickets, mistakes of the caller as RFC 9457 problems, its own description. */
class ApiTest {

    private static RunningDesk desk;

    @BeforeAll
    static void start() throws Exception {
        desk = RunningDesk.at("2026-07-10T10:30:00Z");
        for (int n = 1; n <= 3; n++) {
            String letter = "From: a%d@example.kz\r\nSubject: %d\r\n\r\nx\r\n".formatted(n, n);
            desk.post(letter.getBytes(StandardCharsets.US_ASCII), "a" + n + "@example.kz", "office@sud.kz");
        }
        desk.tickets(3);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void listsTicketsPageByPage() throws Exception {
        JsonNode first = desk.get("/api/v1/tickets?limit=2");
        JsonNode second = desk.get(
                "/api/v1/tickets?limit=2&cursor=" + first.get("nextCursor").asString());

        assertThat(first.get("tickets").size()).isEqualTo(2);
        assertThat(second.get("tickets").size()).isEqualTo(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void listsTicketsOfOneState() throws Exception {
        assertThat(desk.get("/api/v1/tickets?state=REGISTERED").get("tickets").size())
                .isEqualTo(3);
        assertThat(desk.get("/api/v1/tickets?state=CLOSED").get("tickets").size())
                .isZero();
    }

    @Test
    void explainsEveryDeadline() throws Exception {
        JsonNode clock = desk.get("/api/v1/tickets/SK-26-000001").get("clocks").get(1);

        assertThat(clock.get("clause").asString()).isEqualTo("R21");
        assertThat(clock.get("dueAt").asString()).isEqualTo("2026-07-10T18:30:00+05:00");
        assertThat(clock.get("explanation").get("spans").get(0).get("seconds").asLong())
                .isEqualTo(3 * 3600);
        assertThat(clock.get("explanation").get("words").asString()).contains("R21");
    }

    @Test
    void asksForAToken() throws Exception {
        assertThat(send("GET", "/api/v1/tickets", "", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotFindWhatIsNotThere() throws Exception {
        assertThat(send("GET", "/api/v1/tickets/SK-26-999999", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/v1/tickets/nonsense", "").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhichFieldIsWrong() throws Exception {
        var empty = send("POST", "/api/v1/tickets/SK-26-000001/answers", "{\"text\":\"  \"}");
        var nothing = send("POST", "/api/v1/tickets/SK-26-000001/information-requests", "{\"items\":[]}");

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(new JsonMapper().readTree(empty.body()).get("field").asString())
                .isEqualTo("text");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(send("POST", "/api/v1/tickets/SK-26-000001/answers", "{broken")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/api/v1/tickets?state=NONE", "").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAStepThatIsNotPossible() throws Exception {
        String request = "{\"items\":[\"os\"]}";
        assertThat(send("POST", "/api/v1/tickets/SK-26-000003/information-requests", request)
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("POST", "/api/v1/tickets/SK-26-000003/information-requests", request)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void describesItself() throws Exception {
        JsonNode description = desk.get("/api/v1/openapi.json");

        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/api/v1/tickets",
                        "/api/v1/tickets/{number}",
                        "/api/v1/tickets/{number}/answers",
                        "/api/v1/tickets/{number}/information-requests",
                        "/api/v1/tickets/{number}/answers/{id}/withdrawal",
                        "/api/v1/tickets/{number}/information-requests/{id}/withdrawal",
                        "/api/v1/outbox/{id}",
                        "/api/v1/ledger",
                        "/api/v1/outbox");
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body, RunningDesk.TOKEN);
    }

    private static HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(desk.url() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
