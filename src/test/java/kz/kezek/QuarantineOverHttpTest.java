package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import kz.kezek.intake.IntakeFaults;
import kz.kezek.journal.Journal;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quarantine over real SMTP and HTTP (R34): seen, opened safely, decided once, taken back. */
class QuarantineOverHttpTest {

    private static final String OFFICE = "office@sud.kz";

    private static RunningDesk desk;
    private static DeskVisitor agent;
    private static DeskVisitor lead;

    @BeforeAll
    static void start() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.outbox.undo", "10s"));
        agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        lead = DeskVisitor.signedIn(desk, "daniyar", "Данияр О.", Role.SHIFT_LEAD);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void registersATicketUnderTheReceiptOfTheLetter() throws Exception {
        long id = quarantined("anonymous", "<script>alert(1)</script> Кабинет не открывается");
        Document page = agent.page("/desk/quarantine/" + id);
        assertThat(page.text()).contains("Отправитель не указан", "<script>alert(1)</script>");
        assertThat(page.select("script:not([src])")).isEmpty();

        desk.clock.advance(java.time.Duration.ofHours(1));
        var answer = agent.send(
                "/desk/quarantine/" + id,
                "/desk/quarantine/" + id + "/tickets",
                Map.of("address", List.of("applicant" + id + "@example.kz")));

        assertThat(answer.statusCode()).isEqualTo(303);
        var entry = ledger(id);
        assertThat(entry.get("fate").asString()).isEqualTo("TICKET");
        var ticket = agent.page(DeskVisitor.target(answer));
        assertThat(ticket.text()).contains("Кабинет не открывается");
        assertThat(desk.lettersTo("applicant" + id + "@example.kz", 1)).hasSize(1);
        var registered = desk.tickets(1).getFirst();
        assertThat(registered.get("receivedAt").asString())
                .isEqualTo(entry.get("receivedAt").asString());
        assertThat(desk.bean(Journal.class).entries("custody:" + id, 0, 10))
                .extracting(e -> e.act().action())
                .contains("letter.registered");
    }

    @Test
    void decidesOnceWhenTwoDecide() throws Exception {
        long id = quarantined("twice", "Один раз");
        var first = agent.send("/desk/quarantine/" + id, "/desk/quarantine/" + id + "/tickets", Map.of());
        var second = lead.send("/desk/quarantine", "/desk/quarantine/" + id + "/tickets", Map.of());

        assertThat(DeskVisitor.target(first)).startsWith("/desk/t/");
        assertThat(DeskVisitor.target(second)).isEqualTo("/desk/quarantine");
    }

    @Test
    void attachesALetterToATicketAndRefusesANumberThatIsNone() throws Exception {
        long first = quarantined("first", "Первое письмо");
        var made = agent.send("/desk/quarantine/" + first, "/desk/quarantine/" + first + "/tickets", Map.of());
        String number = agent.page(DeskVisitor.target(made))
                .expectFirst(".meta")
                .text()
                .replaceAll("(?s).*(СК-26-\\d+).*", "$1");
        long id = quarantined("second", "Второе письмо");

        var wrong = agent.send(
                "/desk/quarantine/" + id,
                "/desk/quarantine/" + id + "/attachments",
                Map.of("number", List.of("СК-26-999999")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(wrong).expectFirst("[role=alert]").text())
                .contains("Проверьте номер обращения");
        var right = agent.send(
                "/desk/quarantine/" + id, "/desk/quarantine/" + id + "/attachments", Map.of("number", List.of(number)));

        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(ledger(id).get("fate").asString()).isEqualTo("REPLY");
        assertThat(agent.page(DeskVisitor.target(right)).text()).contains("Второе письмо");
    }

    @Test
    void marksSpamAndTakesItBack() throws Exception {
        long id = quarantined("spam", "Купите");
        var answer = agent.send("/desk/quarantine/" + id, "/desk/quarantine/" + id + "/spam-marks", Map.of());
        Document after = agent.page(DeskVisitor.target(answer));
        assertThat(after.expectFirst(".banner.good").text()).contains("отмечено как спам");
        assertThat(after.select("a[href=/desk/quarantine/" + id + "]")).isEmpty();

        agent.send("/desk/quarantine", after.expectFirst(".banner form").attr("action"), Map.of());

        assertThat(agent.page("/desk/quarantine").select("a[href=/desk/quarantine/" + id + "]"))
                .isNotEmpty();
        assertThat(ledger(id).get("fate").asString()).isEqualTo("QUARANTINE");
    }

    @Test
    void neverAsksANullSenderToSendAgain() throws Exception {
        long id = quarantined("null", "Никто");
        assertThat(agent.page("/desk/quarantine/" + id).text()).contains("Просить некого");

        var forced = agent.send("/desk/quarantine/" + id, "/desk/quarantine/" + id + "/resend-requests", Map.of());

        assertThat(forced.statusCode()).isEqualTo(409);
        assertThat(ledger(id).get("fate").asString()).isEqualTo("QUARANTINE");
    }

    @Test
    void asksASenderToSendAgainAndTakesItBackWithinTenSeconds() throws Exception {
        long kept = unsettled("kept@example.kz");
        agent.send("/desk/quarantine/" + kept, "/desk/quarantine/" + kept + "/resend-requests", Map.of());
        var back = agent.send("/desk/quarantine", "/desk/quarantine/" + kept + "/release", Map.of());
        assertThat(back.statusCode()).isEqualTo(303);
        long asked = unsettled("asked@example.kz");
        agent.send(
                "/desk/quarantine/" + asked,
                "/desk/quarantine/" + asked + "/resend-requests",
                Map.of("reason", List.of("ENCRYPTED")));

        desk.clock.advance(java.time.Duration.ofSeconds(11));

        var letter = desk.lettersTo("asked@example.kz", 1).getFirst();
        assertThat(letter.getSubject()).contains("не удалось обработать");
        var late = agent.send("/desk/quarantine", "/desk/quarantine/" + asked + "/release", Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(agent.page("/desk/outbox").text()).contains("kept@example.kz", "Отозвано");
    }

    @Test
    void givesTheBytesToThoseWhoMayAndJournalsIt() throws Exception {
        long id = quarantined("bytes", "Как есть");

        assertThat(agent.get("/desk/ledger/" + id + "/raw").statusCode()).isEqualTo(404);
        var raw = lead.get("/desk/ledger/" + id + "/raw");

        assertThat(new String(raw.body(), StandardCharsets.UTF_8)).endsWith(letter("bytes", "Как есть"));
        assertThat(raw.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(desk.bean(Journal.class).entries("custody:" + id, 0, 10))
                .extracting(e -> e.act().action())
                .containsExactly("letter.downloaded");
    }

    @Test
    void findsALetterInTheLedgerByWhatIsKnownOfIt() throws Exception {
        long id = quarantined("sought", "Искомое");
        for (String query : List.of(
                "words=SOUGH", "words=%3Csought-id@example.kz%3E", "fate=QUARANTINE", "door=SMTP", "from=2026-11-23")) {
            assertThat(agent.page("/desk/ledger?" + query).select("a[href=/desk/quarantine/" + id + "]"))
                    .as(query)
                    .hasSize(1);
        }
        for (String query : List.of(
                "words=100%25",
                "ticket=%D0%A1%D0%9A-26-999999", "fate=BOUNCE", "from=2027-01-01", "until=2020-01-01")) {
            assertThat(agent.page("/desk/ledger?" + query).select("a[href=/desk/quarantine/" + id + "]"))
                    .as(query)
                    .isEmpty();
        }
    }

    private static String letter(String name, String text) {
        return "Subject: " + name + "\r\nMessage-ID: <" + name + "-id@example.kz>\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
    }

    private static long quarantined(String name, String text) throws Exception {
        desk.post(letter(name, text).getBytes(StandardCharsets.UTF_8), "<>", OFFICE);
        return settled(name + "-id@example.kz");
    }

    private static long settled(String messageId) {
        return RunningDesk.await(
                        "the fate of " + messageId,
                        () -> desk.get("/api/v1/ledger?limit=1000").get("entries").values().stream()
                                .filter(e -> e.get("messageId").asString().equals(messageId))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst()
                .get("id")
                .asLong();
    }

    /** A letter of this sender that could not be settled, as after a fault of ours. */
    private static long unsettled(String sender) throws Exception {
        String text = "From: " + sender + "\r\nSubject: Вход\r\nMessage-ID: <" + sender + ">\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nНе вхожу в кабинет, помогите пожалуйста\r\n";
        return IntakeFaults.quarantined(desk, sender, text.getBytes(StandardCharsets.UTF_8));
    }

    private static tools.jackson.databind.JsonNode ledger(long id) throws Exception {
        return desk.get("/api/v1/ledger?limit=1000").get("entries").values().stream()
                .filter(entry -> entry.get("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }
}
