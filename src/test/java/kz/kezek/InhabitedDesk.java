package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.kezek.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running desk with one thing behind every address: two tickets with files, answers and drafts, a call, a letter in
 * quarantine, an incident, a saved view. Time stands, nothing waits to be done.
 */
final class InhabitedDesk implements AutoCloseable {

    static final String FIRST = "SK-26-000001";
    static final String SECOND = "SK-26-000002";

    private static final String OFFICE = "office@sud.kz";
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final Pattern STATUS = Pattern.compile("http://desk\\.example/s/([A-Za-z0-9_-]{43})");
    private static final Pattern INSTRUCTION = Pattern.compile("/help/([a-z0-9-]+)$");

    final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));

    /** Who has done everything here, an administrator. */
    final DeskVisitor keeper = DeskVisitor.signedIn(desk, "keeper", "Сауле Н.", Role.ADMINISTRATOR);

    private final JdbcClient jdbc = JdbcClient.create(desk.database.dataSource());
    private final String phoned;
    private final String link;

    InhabitedDesk() throws Exception {
        write("first");
        write("second");
        for (String number : List.of(FIRST, SECOND)) {
            String ticket = "/desk/t/" + number;
            send(ticket, "request", "information-requests");
            send(ticket, "answer", "answers");
            send(ticket, "note", "notes");
            keepDraft(ticket);
        }
        desk.post(letter("nobody", false), "<>", OFFICE);
        done("/desk/call", "/desk/call", Map.of("summary", "Ошибка 500", "idempotencyKey", UUID.randomUUID() + ""));
        phoned = one("select number from ticket where channel = 'PHONE'").replace("СК", "SK");
        done("/desk/views", "/desk/queue", Map.of("name", "Общее", "shared", "true"));
        done("/desk/canned", "/desk/canned", canned());
        Map<String, String> told =
                new LinkedHashMap<>(Map.of("text-ru", "Сбой", "text-kk", "Ақау", "text-en", "Fault"));
        done("/desk/incidents", "/desk/incidents", told);
        done(
                "/desk/incidents/" + one("select id from incident") + "/tickets",
                "/desk/incidents",
                Map.of("tickets", SECOND));
        settle();
        link = linkIn(desk.lettersTo("first@example.kz", 1).getFirst());
    }

    private static Map<String, String> canned() {
        return Map.of(
                "name",
                "greeting",
                "titleRu",
                "А",
                "titleKk",
                "Ә",
                "titleEn",
                "A",
                "textRu",
                "А",
                "textKk",
                "Ә",
                "textEn",
                "A");
    }

    private static String linkIn(MimeMessage letter) throws Exception {
        String text =
                ((Multipart) letter.getContent()).getBodyPart(0).getContent().toString();
        var found = STATUS.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private void write(String who) throws Exception {
        desk.post(letter(who, true), who + "@example.kz", OFFICE);
        desk.lettersTo(who + "@example.kz", 1);
    }

    private void send(String ticket, String surface, String noun) {
        var sent = keeper.post(ticket + "/" + noun, composed(ticket, surface), "seen.png", picture());
        assertThat(sent.statusCode()).as(noun).isEqualTo(303);
    }

    private Map<String, List<String>> composed(String ticket, String surface) {
        var form = keeper.filled(
                keeper.page(ticket + "?compose=" + surface),
                "#composer form",
                Map.of("text", List.of("Смотрите снимок")));
        if (surface.equals("request")) {
            form.put("items", List.of("os"));
        }
        return form;
    }

    private void keepDraft(String ticket) {
        String token = keeper.page("/profile").expectFirst("input[name=_csrf]").val();
        var form = Map.of(
                "_csrf",
                List.of(token),
                "idempotencyKey",
                List.of(UUID.randomUUID().toString()));
        var kept = keeper.post(ticket + "/drafts/answer", form, "later.png", picture());
        assertThat(kept.statusCode()).isEqualTo(303);
    }

    private void done(String path, String formPage, Map<String, String> fields) {
        Map<String, List<String>> form = new HashMap<>();
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        assertThat(keeper.send(formPage, path, form).statusCode()).as(path).isEqualTo(303);
    }

    private void settle() {
        RunningDesk.await(
                "the letter in quarantine",
                () -> all("select id from custody where fate = 'QUARANTINE'"),
                rows -> !rows.isEmpty());
        RunningDesk.await(
                "every file looked into",
                () -> all("select 1 from attachment where sha256 is not null and not looked_into"),
                List::isEmpty);
        RunningDesk.await(
                "every letter gone", () -> all("select id from letter where state = 'QUEUED'"), List::isEmpty);
    }

    /** What stands in addresses of things that are there: those of the first ticket where there are two. */
    Map<String, String> values(Endpoint endpoint) {
        Map<String, String> values =
                new HashMap<>(Map.of("number", FIRST, "message", "1", "position", "1", "slug", slug()));
        String path = endpoint.pattern();
        if (path.startsWith("/assets/") || path.startsWith("/vendor/")) {
            values.put("**", path.startsWith("/assets/") ? "mark.svg" : "lucide-1.62.0/icons.svg");
        }
        if (path.startsWith("/desk/call/")) {
            values.put("number", phoned);
        }
        if (path.startsWith("/s/")) {
            values.put("token", link);
        }
        String id = idIn(path);
        values.put("id", id);
        values.put("id:[0-9a-f-]{36}", id);
        return values;
    }

    private String idIn(String path) {
        if (path.startsWith("/desk/t/") && path.contains("/drafts/")) {
            return draftFile(FIRST);
        }
        String of = path.replaceFirst("^/(?:desk|api/v1|admin)/([a-z]+).*", "$1");
        return switch (of) {
            case "t", "tickets" -> answer(FIRST);
            case "quarantine" -> one("select id from custody where fate = 'QUARANTINE'");
            case "outbox" -> one("select id from letter limit 1");
            case "ledger" -> one("select min(id) from custody");
            case "incidents" -> one("select id from incident");
            case "views" -> one("select id from saved_view");
            default -> "1";
        };
    }

    String answer(String ticket) {
        return one("select id from answer where ticket_id = " + id(ticket));
    }

    String request(String ticket) {
        return one("select id from information_request where ticket_id = " + id(ticket));
    }

    String note(String ticket) {
        return one("select id from internal_note where ticket_id = " + id(ticket));
    }

    String draftFile(String ticket) {
        return one("select id from draft_file where ticket_id = " + id(ticket));
    }

    private String id(String ticket) {
        return one("select id from ticket where number = '" + ticket.replace("SK", "СК") + "'");
    }

    private String slug() {
        return keeper.page("/help").select("a[href^=/help/]").eachAttr("href").stream()
                .map(INSTRUCTION::matcher)
                .filter(found -> found.find())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String one(String sql) {
        return all(sql).getFirst();
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query((row, i) -> row.getString(1)).list();
    }

    static byte[] picture() {
        return Base64.getDecoder().decode(PICTURE);
    }

    private static byte[] letter(String who, boolean named) {
        return ((named ? "From: " + who + "@example.kz\r\n" : "") + "To: " + OFFICE + "\r\nSubject: About " + who
                        + "\r\nMessage-ID: <" + who + "@example.kz>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                        + "<p>It does not open for " + who + "\r\n--b\r\nContent-Type: image/png; name=\"seen.png\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + PICTURE + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        desk.close();
    }
}
