package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The rules are data: other terms, hours, telephone and address in the file, and everything says and counts them. */
class ChangedRulesTest {

    private static final String CITIZEN = "t.testov@example.kz";

    @TempDir
    Path folder;

    @Test
    void changePagesLettersFormAndClocksTogether() throws Exception {
        Path rules = rules(changed());
        try (RunningDesk desk = desk(rules);
                PortalVisitor visitor = new PortalVisitor(desk)) {
            desk.post(sample(), CITIZEN, "help@court.example");
            JsonNode ticket = desk.tickets(1).getFirst();
            assertThat(ticket.get("clock").get("dueAt").asString()).isEqualTo("2026-11-23T15:15:00+05:00");

            MimeMessage notice = desk.lettersTo(CITIZEN, 1).getFirst();
            assertThat(((InternetAddress) notice.getFrom()[0]).getAddress()).isEqualTo("help@court.example");
            assertThat(text(notice))
                    .contains("23.11.2026 15:15 (время Астаны)")
                    .contains("5 рабочих часов")
                    .contains("08:00–17:00 (время Астаны). Телефон call-центра: 1499");

            desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("time")));
            assertThat(text(desk.lettersTo(CITIZEN, 2).getLast()))
                    .contains("не более 3 рабочих дней")
                    .contains("в течение 36 часов рабочего времени")
                    .contains("Момент, когда это случилось");
            JsonNode waiting = desk.ticket(
                    "СК-26-000001",
                    "waits for the applicant",
                    seen -> seen.get("ticket").get("clock").toString().contains("APPLICANT_REPLY"));
            assertThat(waiting.get("ticket").get("clock").get("dueAt").asString())
                    .isEqualTo("2026-11-27T10:15:00+05:00");

            for (String page : List.of("/", "/rules", "/request", "/accessibility")) {
                Document seen = visitor.page(page + "?lang=ru");
                assertThat(said(seen, "footer")).as(page).contains("1499", "help@court.example", "08:00–17:00");
            }
            assertThat(said(visitor.page("/request?lang=ru"), "main")).contains("5 рабочих часов");
            Document reckoned = visitor.page("/rules?lang=ru&term=first-answer&date=23.11.2026&time=10:15");
            assertThat(said(reckoned, "main")).contains("5 рабочих часов");
        }
    }

    @Test
    void moveTheOpenTicketsAtTheNextStartAndSayWhich() throws Exception {
        Path rules = rules(shipped());
        try (RunningDesk desk = desk(rules)) {
            desk.post(sample(), CITIZEN, "office@sud.kz");
            assertThat(desk.tickets(1).getFirst().get("clock").get("dueAt").asString())
                    .isEqualTo("2026-11-23T13:15:00+05:00");

            String said = diff(desk, rules(sixHours(), "next.yaml"));
            assertThat(said)
                    .contains("terms.firstAnswer.limit")
                    .contains("СК-26-000001  FIRST_ANSWER  2026-11-23T13:15+05:00 → 2026-11-23T16:15+05:00")
                    .contains("Deadlines that would move: 1.");
            assertThat(desk.tickets(1).getFirst().get("clock").get("dueAt").asString())
                    .isEqualTo("2026-11-23T13:15:00+05:00");

            Files.writeString(rules, sixHours());
            desk.restart();

            assertThat(desk.tickets(1).getFirst().get("clock").get("dueAt").asString())
                    .isEqualTo("2026-11-23T16:15:00+05:00");
            assertThat(text(desk.lettersTo(CITIZEN, 2).getLast()))
                    .contains("Прежний срок: 23.11.2026 13:15 (время Астаны)")
                    .contains("23.11.2026 16:15 (время Астаны)");
            assertThat(desk.bean(Journal.class).entries("regulation", 0, 10))
                    .extracting(entry -> entry.act().data().get("moved"))
                    .containsExactly("0", "1");
            desk.restart();
            assertThat(desk.bean(Journal.class).entries("regulation", 0, 10)).hasSize(2);
        }
    }

    private static RunningDesk desk(Path rules) {
        return RunningDesk.at(
                "2026-11-23T05:15:00Z",
                Map.of("kezek.regulation", rules.toString(), "kezek.public-url", "http://desk.example"));
    }

    /** What the command says beside the running program: a process of its own, for it reads its database from the environment. */
    private static String diff(RunningDesk desk, Path next) throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "kz.kezek.cli.Kezek",
                "regulation",
                "diff",
                next.toString());
        builder.environment()
                .putAll(Map.of(
                        "KEZEK_DATABASE_URL", desk.database.url(),
                        "KEZEK_DATABASE_USER", desk.database.user(),
                        "KEZEK_DATABASE_PASSWORD", desk.database.password()));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private static String shipped() throws Exception {
        try (InputStream yaml = Regulation.class.getResourceAsStream("/regulation/sk.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sixHours() throws Exception {
        return replaced(shipped(), "{ businessHours: 3 }", "{ businessHours: 6 }");
    }

    private static String changed() throws Exception {
        String yaml = shipped();
        yaml = replaced(yaml, "09:00-18:30", "08:00-17:00");
        yaml = replaced(yaml, "limit: { businessHours: 3 }", "limit: { businessHours: 5 }");
        yaml = replaced(
                yaml,
                "limit: { earlierOf: [ { businessHours: 19 }, { businessDays: 2 } ] }",
                "limit: { businessDays: 3 }");
        yaml = replaced(yaml, "limit: { businessHours: 72 }", "limit: { businessHours: 36 }");
        yaml = replaced(yaml, "reminderHours: [24, 48, 64]", "reminderHours: [12, 24]");
        yaml = replaced(yaml, "address: office@sud.kz", "address: help@court.example");
        yaml = replaced(yaml, "ru: Время возникновения проблемы", "ru: Момент, когда это случилось");
        return replaced(yaml, "phone: \"1401\"", "phone: \"1499\"");
    }

    private static String replaced(String yaml, String before, String after) {
        assertThat(yaml).contains(before);
        return yaml.replace(before, after);
    }

    private Path rules(String yaml) throws Exception {
        return rules(yaml, "sk.yaml");
    }

    private Path rules(String yaml, String name) throws Exception {
        assertThat(Regulation.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), name))
                .isNotNull();
        return Files.writeString(folder.resolve(name), yaml);
    }

    private static String text(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replaceAll("[\\s\u00A0]+", " ");
    }

    private static String said(Document page, String part) {
        return page.select(part).text().replace('\u00A0', ' ');
    }

    private static byte[] sample() throws Exception {
        try (InputStream file = ChangedRulesTest.class.getResourceAsStream("/samples/s01-ru-ncalayer.eml")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
