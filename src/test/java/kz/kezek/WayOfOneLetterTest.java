package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job end to end: real SMTP in, real PostgreSQL, real SMTP out. */
class WayOfOneLetterTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void registersALetterAndAcknowledgesIt() throws Exception {
        desk.post(sample("s01-ru-ncalayer"), "t.testov@example.kz", "office@sud.kz");

        JsonNode ticket = desk.tickets(1).getFirst();
        assertThat(ticket.get("number").asString()).isEqualTo("СК-26-000001");
        assertThat(ticket.get("applicant").get("personalId").asString()).isEqualTo("900101100014");
        assertThat(ticket.get("items").get("3").asString()).isEqualTo("Java не установлена, NCALayer 1.4");
        assertThat(ticket.get("missing").size()).isZero();
        assertThat(ticket.get("clock").get("kind").asString()).isEqualTo("FIRST_ANSWER");
        assertThat(ticket.get("clock").get("dueAt").asString()).isEqualTo("2026-11-23T13:15:00+05:00");

        var notice = desk.lettersTo("t.testov@example.kz", 1).getFirst();
        assertThat(notice.getSubject()).contains("СК-26-000001").doesNotContain("900101100014");
        assertThat(notice.getHeader("In-Reply-To", null)).isEqualTo("<s01.20261123@example.kz>");
        assertThat(notice.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
    }

    @Test
    void leadsARequestForInformationToItsReplyAndTheAnswer() throws Exception {
        desk.post(sample("s01-ru-ncalayer"), "t.testov@example.kz", "office@sud.kz");
        String number = desk.tickets(1).getFirst().get("number").asString();
        desk.lettersTo("t.testov@example.kz", 1);

        desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("time", "os")));
        var request = desk.lettersTo("t.testov@example.kz", 2).getLast();
        assertThat(request.getSubject()).contains(number);
        desk.ticket(number, "waits for the applicant", t -> clock(t).equals("APPLICANT_REPLY"));

        desk.post(reply(request.getMessageID()), "t.testov@example.kz", "office@sud.kz");
        JsonNode supplied = desk.ticket(number, "has what was asked", t -> state(t).equals("INFORMATION_SUPPLIED"));
        assertThat(clock(supplied)).isEqualTo("ANSWER_AFTER_INFORMATION");

        desk.post("/api/v1/tickets/SK-26-000001/answers", Map.of("text", "Обновите NCALayer до версии 1.5."));
        var answer = desk.lettersTo("t.testov@example.kz", 3).getLast();
        assertThat(answer.getSubject()).contains(number);
        JsonNode answered = desk.ticket(number, "is answered", t -> state(t).equals("ANSWERED"));
        assertThat(answered.get("ticket").get("clock").isNull()).isTrue();
    }

    private static String state(JsonNode ticket) {
        return ticket.get("ticket").get("state").asString();
    }

    private static String clock(JsonNode ticket) {
        JsonNode clock = ticket.get("ticket").get("clock");
        return clock.isNull() ? "" : clock.get("kind").asString();
    }

    private static byte[] reply(String messageId) {
        return """
                From: t.testov@example.kz
                To: office@sud.kz
                Subject: Re: =?utf-8?b?0J7RgtCy0LXRgg==?=
                Message-ID: <reply.1@example.kz>
                In-Reply-To: %s
                Content-Type: text/plain; charset=utf-8

                1) 23.11.26 09:40
                2) Windows 11
                """.formatted(messageId).replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] sample(String name) throws Exception {
        String resource = "/samples/" + name + ".eml";
        try (InputStream stream = WayOfOneLetterTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        }
    }
}
