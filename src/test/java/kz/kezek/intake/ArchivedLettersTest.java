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
import tools.jackson.databind.JsonNode;

/** Letters of an old archive, imported without notices: tickets under their receipt (A2), and nobody is written to. */
class ArchivedLettersTest {

    private static final Instant OLD = Instant.parse("2025-03-11T05:00:00Z");

    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void becomeTicketsUnderTheirReceiptAndNobodyIsWrittenTo() throws Exception {
        take("", OLD);

        JsonNode ticket = desk.ticket(desk.tickets(1).getFirst().get("number").asString(), "is there", t -> true);

        assertThat(ticket.at("/ticket/receivedAt").asString()).isEqualTo("2025-03-11T10:00:00+05:00");
        assertThat(letters()).isEmpty();
        assertThat(ticket.get("clocks").values())
                .extracting(clock -> clock.get("kind").asString() + " "
                        + clock.get("verdict").asString())
                .containsExactly("ACCEPTANCE VOID", "FIRST_ANSWER RUNNING");
        assertThat(ticket.at("/clocks/1/dueAt").asString()).isEqualTo("2025-03-11T13:00:00+05:00");
        assertThat(desk.get("/api/v1/ledger").at("/entries/0/detail").asString())
                .isEqualTo("new, not answered: taken from an archive without notices");
    }

    @Test
    void takeATicketUpAgainSilently() throws Exception {
        desk.post(letter("").getBytes(StandardCharsets.UTF_8), "old@example.kz", "office@sud.kz");
        String number = desk.tickets(1).getFirst().get("number").asString();
        desk.lettersTo("old@example.kz", 1);
        desk.post("/api/v1/tickets/SK" + number.substring(2) + "/information-requests", Map.of("items", List.of("os")));
        desk.ticket(
                number,
                "waits for its applicant",
                t -> t.at("/clocks/2/kind").asString().equals("APPLICANT_REPLY"));
        desk.clock.advance(Duration.ofDays(30));
        desk.ticket(number, "is discontinued", t -> state(t).equals("DISCONTINUED"));
        int before = letters().size();

        take("Re: " + number, Instant.parse("2026-11-24T05:15:00Z"));

        desk.ticket(number, "is taken up again", t -> state(t).equals("INFORMATION_SUPPLIED"));
        assertThat(letters()).hasSize(before);
    }

    private static String state(JsonNode ticket) {
        return ticket.at("/ticket/state").asString();
    }

    private void take(String subject, Instant receivedAt) {
        var envelope = new Envelope(Envelope.ARCHIVE, receivedAt, "mbox", "old@example.kz", List.of("office@sud.kz"));
        desk.bean(CustodyLedger.class).take(envelope, letter(subject).getBytes(StandardCharsets.UTF_8));
    }

    private static String letter(String subject) {
        return "From: old@example.kz\r\nSubject: " + subject
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПисьмо: " + subject + "\r\n";
    }

    private List<JsonNode> letters() throws Exception {
        return desk.get("/api/v1/outbox").get("letters").values().stream().toList();
    }
}
