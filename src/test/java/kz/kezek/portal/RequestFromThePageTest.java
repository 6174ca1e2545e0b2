package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kz.kezek.DeskVisitor;
import kz.kezek.PortalVisitor;
import kz.kezek.PortalVisitor.Upload;
import kz.kezek.RunningDesk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RequestFromThePageTest {

    private static final String CITIZEN = "aigul@example.kz";
    private static final Pattern CONFIRM =
            Pattern.compile("http://desk\\.example(/request/confirm/[A-Za-z0-9_-]{43})\\?lang=");

    private RunningDesk desk;
    private PortalVisitor visitor;

    @BeforeEach
    void openTheDesk() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        visitor = new PortalVisitor(desk);
    }

    @AfterEach
    void closeTheDesk() {
        visitor.close();
        desk.close();
    }

    @Test
    void becomesATicketOnceItsSendersAddressIsConfirmedAndNotBefore() throws Exception {
        Document check = checked(new Upload("files", "экран.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 7}));
        assertThat(check.select(".paper").text())
                .contains(
                        "900101100014/СК/ Не подписывается иск",
                        "3) Используемая версия ПО Java: Java не используется");

        var asked = visitor.post(check.expectFirst("main form").attr("action"), Map.of("x", "y"));
        assertThat(PortalVisitor.document(asked).text()).contains(CITIZEN);
        MimeMessage letter = desk.lettersTo(CITIZEN, 1).getFirst();
        assertThat(desk.get("/api/v1/tickets").get("tickets").size()).isZero();

        String confirm = confirmation(letter);
        assertThat(visitor.page(confirm).select("form button")).hasSize(1);
        assertThat(desk.get("/api/v1/ledger").toString()).doesNotContain("PORTAL");

        var confirmed = visitor.post(confirm, Map.of("x", "y"));
        assertThat(confirmed.statusCode()).isEqualTo(303);
        visitor.post(confirm, Map.of("x", "y"));
        JsonNode ticket = desk.tickets(1).getFirst();
        assertThat(ticket.get("missing").size()).isZero();
        assertThat(ticket.get("applicant").get("personalId").asString()).isEqualTo("900101100014");
        assertThat(ticket.get("items").get("3").asString()).contains("не используется");
        assertThat(ticket.toString()).contains("FORM");

        Document done = RunningDesk.await(
                "the page names the number",
                () -> visitor.page(DeskVisitor.target(confirmed)),
                page -> page.text().contains("СК-26-000001"));
        assertThat(done.text()).contains("23 ноября, 13:15");
        String own = done.expectFirst("main a.primary").attr("href");
        assertThat(visitor.page(own).text()).contains("СК-26-000001").doesNotContain("900101100014");
        assertThat(desk.get("/api/v1/tickets").get("tickets").size()).isEqualTo(1);
        assertThat(desk.lettersTo(CITIZEN, 2).getLast().getSubject()).contains("СК-26-000001");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndKeepsWhatWasEntered() throws Exception {
        var wrong = visitor.post(
                "/request/check", Map.of("summary", "Не подписывается иск", "id", "900101100015", "opened", opened()));

        assertThat(wrong.statusCode()).isEqualTo(422);
        Document page = PortalVisitor.document(wrong);
        assertThat(page.title()).startsWith("Ошибка:");
        assertThat(page.select(".summary a")).hasSizeGreaterThan(7);
        assertThat(page.select(".summary a"))
                .allSatisfy(link -> assertThat(page.select(link.attr("href"))).hasSize(1));
        assertThat(page.text()).contains("последняя цифра не сходится");
        assertThat(page.expectFirst("#summary").val()).isEqualTo("Не подписывается иск");
    }

    @Test
    void sendsNothingForAFormThatNoPersonFilledIn() throws Exception {
        String opened = opened();
        Map<String, String> fields = fields(opened);
        assertThat(visitor.post("/request/check", fields).statusCode()).isEqualTo(422);
        desk.clock.advance(Duration.ofSeconds(5));
        fields.put("website", "http://spam.example");
        assertThat(visitor.post("/request/check", fields).statusCode()).isEqualTo(422);
        fields.remove("website");
        fields.put("opened", "1." + "0".repeat(32));
        assertThat(visitor.post("/request/check", fields).statusCode()).isEqualTo(422);
        assertThat(visitor.post("/request/drafts/" + "A".repeat(43), Map.of("x", "y"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void writesToOneAddressThreeTimesADayAtMost() throws Exception {
        for (int i = 0; i < 5; i++) {
            Document check = checked();
            visitor.post(check.expectFirst("main form").attr("action"), Map.of("x", "y"));
        }
        Document last = checked();
        assertThat(visitor.post(last.expectFirst("main form").attr("action"), Map.of("x", "y"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.lettersTo(CITIZEN, 3)).hasSize(3);
    }

    @Test
    void forgetsADraftThatNobodyConfirmed() throws Exception {
        Document check = checked();
        visitor.post(check.expectFirst("main form").attr("action"), Map.of("x", "y"));
        String confirm = confirmation(desk.lettersTo(CITIZEN, 1).getFirst());
        desk.clock.advance(Duration.ofHours(25));
        assertThat(visitor.post(confirm, Map.of("x", "y")).statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/ledger").toString()).doesNotContain("PORTAL");
    }

    @Test
    void fillsItemOneFromACertificateAndRefusesAPrivateKey() throws Exception {
        byte[] certificate;
        try (InputStream file = getClass().getResourceAsStream("/submission/certificate-over-on-2026-11-20.cer")) {
            certificate = Objects.requireNonNull(file).readAllBytes();
        }
        var read = visitor.post(
                "/request/certificate", fields(opened()), new Upload("certificate", "my.cer", certificate));
        assertThat(PortalVisitor.document(read).expectFirst("#until").val()).isEqualTo("20.11.2026");

        byte[] key =
                "-----BEGIN PRIVATE KEY-----\nMIIBVQIBADANBgkqhkiG9w0BAQEFAASCAT8wggE7\n-----END PRIVATE KEY-----\n"
                        .getBytes(StandardCharsets.US_ASCII);
        var refused = visitor.post("/request/certificate", fields(opened()), new Upload("certificate", "key.pem", key));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(PortalVisitor.document(refused).text()).contains("закрытый ключ");
    }

    private Document checked(Upload... files) throws Exception {
        return document(tried(desk, visitor, CITIZEN, Map.of(), files));
    }

    /** The page with the letter as it will be sent, once the form was filled in with this address. */
    static Document checked(RunningDesk desk, PortalVisitor visitor, String address) throws Exception {
        return checked(desk, visitor, address, Map.of());
    }

    /** The same with more in its fields. */
    static Document checked(RunningDesk desk, PortalVisitor visitor, String address, Map<String, String> more)
            throws Exception {
        return document(tried(desk, visitor, address, more));
    }

    /** What the page answers to a form filled in at a person's pace. */
    static HttpResponse<byte[]> tried(
            RunningDesk desk, PortalVisitor visitor, String address, Map<String, String> more, Upload... files)
            throws Exception {
        Instant before = desk.clock.instant();
        Map<String, String> fields = fields(opened(visitor));
        fields.put("address", address);
        fields.putAll(more);
        desk.clock.set(before.plusSeconds(20));
        var answer = visitor.post("/request/check", fields, files);
        desk.clock.set(before);
        return answer;
    }

    private static Document document(HttpResponse<byte[]> check) {
        assertThat(check.statusCode())
                .as(new String(check.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return PortalVisitor.document(check);
    }

    private String opened() throws Exception {
        return opened(visitor);
    }

    private static String opened(PortalVisitor visitor) throws Exception {
        return visitor.page("/request").expectFirst("input[name=opened]").val();
    }

    private static Map<String, String> fields(String opened) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("opened", opened),
                Map.entry("summary", "Не подписывается иск"),
                Map.entry("eds", "НУЦ РК, AUTH_RSA256"),
                Map.entry("until", "02.12.2027"),
                Map.entry("browser", "Google Chrome 148"),
                Map.entry("os", "Windows 11"),
                Map.entry("java-none", "yes"),
                Map.entry("error", "Соединение с NCALayer не установлено"),
                Map.entry("actions", "Нажимаю «Подписать и отправить»"),
                Map.entry("name", "Тестова Айгуль Сериковна"),
                Map.entry("id", "900101100014"),
                Map.entry("address", CITIZEN)));
    }

    static String confirmation(MimeMessage letter) throws Exception {
        var text = PublicMail.text(letter);
        var link = CONFIRM.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
