package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kz.kezek.PortalVisitor;
import kz.kezek.PortalVisitor.Upload;
import kz.kezek.RunningDesk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatusBySecretLinkTest {

    private static final String CITIZEN = "t.testov@example.kz";
    private static final Pattern LINK = Pattern.compile("http://desk\\.example(/s/[A-Za-z0-9_-]{43})\\?lang=");

    private RunningDesk desk;
    private PortalVisitor visitor;

    @BeforeEach
    void openTheDesk() throws Exception {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        visitor = new PortalVisitor(desk);
        desk.post(sample("s01-ru-ncalayer"), CITIZEN, "office@sud.kz");
        desk.tickets(1);
    }

    @AfterEach
    void closeTheDesk() {
        visitor.close();
        desk.close();
    }

    @Test
    void showsTheTicketToWhoHasTheLinkOfALetterAndToNobodyElse() throws Exception {
        String link = linkIn(desk.lettersTo(CITIZEN, 1).getFirst());

        var answer = visitor.get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        Document page = PortalVisitor.document(answer);
        assertThat(page.text()).contains("СК-26-000001", "1401").doesNotContain("900101100014");

        String other = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
        assertThat(visitor.get(other).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/s/" + "A".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/s/СК-26-000001".replace("СК", "SK")).statusCode())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/outbox").toString()).doesNotContain(link.substring(3));
    }

    @Test
    void takesTheAnswerToARequestItemByItemWithAFileThroughTheCustodyLedger() throws Exception {
        desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("time", "os")));
        String link = linkIn(desk.lettersTo(CITIZEN, 2).getLast());
        desk.ticket("СК-26-000001", "waits", t -> state(t).equals("AWAITING_APPLICANT"));

        Document page = visitor.page(link);
        assertThat(page.select("textarea[name^=item-]")).hasSize(2);
        var empty = visitor.post(link + "/messages", Map.of("act", "message"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(PortalVisitor.document(empty).title()).startsWith("Ошибка:");

        var taken = visitor.post(
                link + "/messages",
                Map.of("act", "message", "item-1", "23.11.26 09:40", "item-2", "Windows 11"),
                new Upload("files", "снимок.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3}));
        assertThat(taken.statusCode()).isEqualTo(303);

        JsonNode ticket = desk.ticket("СК-26-000001", "is supplied", t -> state(t).equals("INFORMATION_SUPPLIED"));
        assertThat(ticket.toString()).contains("Windows 11").contains("снимок.png");
        assertThat(desk.get("/api/v1/ledger").toString()).contains("PORTAL");
        assertThat(visitor.page(link).select(".attached a")).hasSize(1);
        assertThat(visitor.get(link + "/files/2/1").statusCode()).isEqualTo(200);
        assertThat(visitor.get(link + "/files/2/2").statusCode()).isEqualTo(404);
        assertThat(visitor.get(link + "/files/0/0").statusCode()).isEqualTo(404);
    }

    @Test
    void givesTheSameReplyTwiceOneFateEach() throws Exception {
        desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("time")));
        String link = linkIn(desk.lettersTo(CITIZEN, 2).getLast());
        desk.ticket("СК-26-000001", "waits", t -> state(t).equals("AWAITING_APPLICANT"));

        visitor.post(link + "/messages", Map.of("act", "more-time"));
        desk.ticket("СК-26-000001", "is supplied", t -> state(t).equals("INFORMATION_SUPPLIED"));
        visitor.post(link + "/messages", Map.of("act", "more-time"));

        RunningDesk.await(
                "the second is known as a duplicate",
                () -> desk.get("/api/v1/ledger").toString(),
                ledger -> ledger.contains("DUPLICATE"));
    }

    @Test
    void refusesAPrivateKeyAndKeepsNothingOfIt() throws Exception {
        String link = linkIn(desk.lettersTo(CITIZEN, 1).getFirst());
        byte[] key =
                "-----BEGIN PRIVATE KEY-----\nMIIBVQIBADANBgkqhkiG9w0BAQEFAASCAT8wggE7AgEAAkEA\n-----END PRIVATE KEY-----\n"
                        .getBytes(StandardCharsets.US_ASCII);

        var refused = visitor.post(link + "/messages", Map.of("more", "Вот ключ"), new Upload("files", "key.pem", key));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(PortalVisitor.document(refused).text()).contains("закрытый ключ");
        assertThat(desk.get("/api/v1/ledger").toString()).doesNotContain("PORTAL");
    }

    @Test
    void keepsOneTicketsLinkAwayFromAnother() throws Exception {
        desk.post(
                new String(sample("s01-ru-ncalayer"), StandardCharsets.UTF_8)
                        .replace(CITIZEN, "another@example.kz")
                        .replace("s01.2026", "s02.2026")
                        .getBytes(StandardCharsets.UTF_8),
                "another@example.kz",
                "office@sud.kz");
        desk.tickets(2);
        String first = linkIn(desk.lettersTo(CITIZEN, 1).getFirst());
        String second = linkIn(desk.lettersTo("another@example.kz", 1).getFirst());

        assertThat(visitor.page(first).text()).contains("СК-26-000001").doesNotContain("СК-26-000002");
        assertThat(visitor.page(second).text()).contains("СК-26-000002").doesNotContain("СК-26-000001");
    }

    @Test
    void endsALinkWhenItIsOldOrSwitchedOff() throws Exception {
        String link = linkIn(desk.lettersTo(CITIZEN, 1).getFirst());
        visitor.post(link + "/revocation", Map.of("x", "y"));
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);

        visitor.post(
                "/status", Map.of("number", "СК-26-000001", "address", CITIZEN.toUpperCase(java.util.Locale.ROOT)));
        String fresh = linkIn(desk.lettersTo(CITIZEN, 2).getLast());
        assertThat(visitor.get(fresh).statusCode()).isEqualTo(200);
        desk.clock.advance(Duration.ofDays(61));
        assertThat(visitor.get(fresh).statusCode()).isEqualTo(404);
    }

    @Test
    void saysTheSameWhetherThereIsSuchATicketOrNotAndWritesToItsApplicantOnly() throws Exception {
        var wrongAddress = visitor.post("/status", Map.of("number", "СК-26-000001", "address", "spy@example.org"));
        var noTicket = visitor.post("/status", Map.of("number", "СК-26-000777", "address", CITIZEN));
        var right = visitor.post("/status", Map.of("number", "SK-26-000001", "address", CITIZEN));

        assertThat(right.body()).isEqualTo(noTicket.body()).isEqualTo(wrongAddress.body());
        assertThat(desk.lettersTo(CITIZEN, 2).getLast().getSubject()).contains("ссылка");
        assertThat(desk.get("/api/v1/outbox").toString()).doesNotContain("spy@example.org");
    }

    @Test
    void letsNobodyTryOutNumbersWithoutEnd() throws Exception {
        for (int i = 0; i < 10; i++) {
            visitor.post("/status", Map.of("number", "СК-26-00000" + i, "address", "spy@example.org"));
        }
        assertThat(visitor.post("/status", Map.of("number", "СК-26-000001", "address", CITIZEN))
                        .statusCode())
                .isEqualTo(429);
    }

    static String linkIn(MimeMessage letter) throws Exception {
        var text = ((MimeMultipart) letter.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
        var link = LINK.matcher(text.replaceAll(" ?\\r?\\n(?=[A-Za-z0-9_?=-])", "\n"));
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private static String state(JsonNode ticket) {
        return ticket.get("ticket").get("state").asString();
    }

    static byte[] sample(String name) throws Exception {
        String resource = "/samples/" + name + ".eml";
        try (InputStream stream = StatusBySecretLinkTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        }
    }
}
