package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kz.kezek.applicant.Language;
import kz.kezek.identity.Identity;
import kz.kezek.identity.NewAgent;
import kz.kezek.identity.Role;
import kz.kezek.journal.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent was writing is there again after a kill -9 of the program and of the browser. */
class DraftsInABrowserTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:15:00Z");

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.fresh();
    private final Chromium chromium = new Chromium();
    private final List<ProgramProcess> started = new ArrayList<>();

    @AfterEach
    void stop() {
        chromium.close();
        started.forEach(ProgramProcess::close);
        database.close();
    }

    @Test
    void isThereAfterTheDeathOfProgramAndBrowser() throws Exception {
        start();
        account("aigerim", "Айгерим С.");
        post();
        Page page = chromium.signedIn(origin(), "aigerim");
        String ticket = RunningDesk.await("the ticket", () -> ticketOf(page), found -> !found.isEmpty());
        page.navigate(origin() + ticket);
        page.locator("body").press("r");
        page.locator("#text").fill("Обновите NCALayer до версии 1.5");
        assertThat(page.locator("[data-kept]")).containsText("Черновик сохранён");

        started.getLast().kill();
        page.context().close();
        start();
        Page another = chromium.signedIn(origin(), "aigerim");
        another.navigate(origin() + ticket);

        assertThat(another.locator("#text")).hasValue("Обновите NCALayer до версии 1.5");
    }

    /** Browser and program die without a word, in the midst of a call and of an answer. */
    @Test
    void isThereAfterTheBrowserWasKilled() throws Exception {
        start();
        account("aigerim", "Айгерим С.");
        post();
        try (var killed = new MortalChromium(data.resolve("profile"))) {
            Page page = killed.signedIn(origin(), "aigerim");
            String ticket = RunningDesk.await("the ticket", () -> ticketOf(page), found -> !found.isEmpty());
            page.navigate(origin() + ticket + "?compose=answer");
            page.locator("#text").fill("Ответ, который пережил браузер");
            assertThat(page.locator("[data-kept]")).containsText("Черновик сохранён");
            page.navigate(origin() + "/desk/call");
            page.locator("#name").fill("Ахметова Айгуль");
            page.locator("#actions").fill("Нажимает «Подписать»");
            RunningDesk.await("the kept call", this::keptCalls, kept -> kept.toString().contains("Подписать"));
            killed.kill();
            started.getLast().kill();

            start();
            Page another = chromium.signedIn(origin(), "aigerim");
            another.navigate(origin() + "/desk/call");
            assertThat(another.locator("#name")).hasValue("Ахметова Айгуль");
            assertThat(another.locator("#actions")).hasValue("Нажимает «Подписать»");
            another.navigate(origin() + ticket);
            assertThat(another.locator("#text")).hasValue("Ответ, который пережил браузер");
        }
    }

    private List<String> keptCalls() {
        return JdbcClient.create(database.dataSource())
                .sql("select fields::text from call_draft")
                .query(String.class)
                .list();
    }

    private String ticketOf(Page page) {
        page.navigate(origin() + "/desk/queue");
        var rows = page.locator("tr.row .subject").all();
        return rows.isEmpty() ? "" : rows.getFirst().getAttribute("href");
    }

    private void start() {
        started.add(ProgramProcess.serve(data, 0, Map.of(
                "KEZEK_DATABASE_URL", database.url(),
                "KEZEK_DATABASE_USER", database.user(),
                "KEZEK_DATABASE_PASSWORD", database.password())));
    }

    private String origin() {
        return "http://127.0.0.1:" + started.getLast().http();
    }

    private void account(String login, String name) {
        Identity.over(database.dataSource())
                .accounts()
                .create(NewAgent.named(login, name, Set.of(Role.AGENT), Language.RU), DeskVisitor.PASSWORD,
                        new Actor.SystemActor("test"), NOW);
    }

    private void post() throws Exception {
        String letter = """
                From: applicant@example.kz
                To: office@sud.kz
                Subject: Question
                Content-Type: text/plain; charset=utf-8

                Page does not open
                """;
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(started.getLast().smtp()));
        properties.setProperty("mail.smtp.from", "applicant@example.kz");
        var session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            var bytes = letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(bytes)),
                    new InternetAddress[] {new InternetAddress("office@sud.kz")});
        }
    }
}
