package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.kezek.AgentsScreen.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.kezek.demo.DemoPost;
import kz.kezek.identity.Role;
import kz.kezek.intake.smtp.SmtpDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job as an agent does it, in a real browser over the whole program: letters by SMTP in, letters by SMTP out. */
class AgentsMorningTest {

    private static final String AKHMETOV = "e.akhmetov@example.kz";
    private static final String OLDEST = "СК-26-000001";

    /** Monday 23.11.2026, 17:50 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T12:50:00Z");

    private final List<String> complaints = new ArrayList<>();
    private final Chromium chromium = new Chromium();
    private Page page;

    @BeforeEach
    void signIn() {
        DeskVisitor.account(desk, "aigerim", "Айгерим С.", Role.AGENT);
        page = chromium.signedIn(desk.url(), "aigerim");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        chromium.close();
        desk.close();
    }

    @Test
    void leadsTheOldestTicketFromItsLetterToTheAnswer() throws Exception {
        lettersOfTheNight();
        page.navigate(desk.url() + "/desk/queue");

        assertThat(page.locator("tr.row")).hasCount(20);
        look(page, "desk-queue");
        page.locator("tr.row .subject").first().click();
        assertThat(page.locator(".meta .number")).hasText(OLDEST);

        page.keyboard().press("i");
        assertThat(page.locator(".top .place .avatar")).hasAttribute("title", "Айгерим С.");
        askForInformation();
        replyArrives();
        answer();
        assertThat(complaints).isEmpty();
    }

    /** The first letter on Monday evening, the others on Tuesday morning, when the agent begins. */
    private void lettersOfTheNight() throws Exception {
        var post = new DemoPost(desk.bean(SmtpDoor.class)::port, "office@sud.kz", desk.clock);
        post.send(0, 1, Duration.ZERO);
        desk.tickets(1);
        desk.lettersTo(AKHMETOV, 1);
        desk.clock.set(Instant.parse("2026-11-24T04:02:00Z"));
        post.send(1, 19, Duration.ZERO);
        desk.tickets(20);
        desk.clock.set(Instant.parse("2026-11-24T05:44:00Z"));
    }

    private void askForInformation() throws Exception {
        page.locator("body").press("q");
        page.getByLabel("Операционная система").check();
        page.locator("#text").fill("Ерлан Маратович, здравствуйте! Уточните, пожалуйста, данные из списка.");
        look(page, "desk-ticket-request");
        page.locator("#text").press("Control+Enter");

        assertThat(page.locator("[data-done]")).hasText("Запрос отправлен, часы стоят.");
        assertThat(page.locator(".meta .tag")).hasText("ждём заявителя");
        assertThat(page.locator("article.asking")).containsText("Операционная система");
    }

    private void replyArrives() throws Exception {
        var request = desk.lettersTo(AKHMETOV, 2).getLast();
        String reply = """
                From: %s
                To: office@sud.kz
                Subject: Re: %s
                Message-ID: <reply.of.akhmetov@example.kz>
                In-Reply-To: %s
                Content-Type: text/plain; charset=utf-8

                Windows 11, сборка 26100.
                """.formatted(AKHMETOV, OLDEST.replace("СК", "SK"), request.getMessageID());
        desk.clock.advance(Duration.ofMinutes(7));
        desk.post(reply.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), AKHMETOV, "office@sud.kz");
        desk.ticket(OLDEST, "has what was asked", ticket ->
                ticket.get("ticket").get("state").asString().equals("INFORMATION_SUPPLIED"));

        page.navigate(desk.url() + "/desk/queue?stage=after-request");
        assertThat(page.locator("tr.row")).hasCount(1);
        assertThat(page.locator("tr.row .excerpt")).containsText("Windows 11");
        page.locator("tr.row .subject").click();
        assertThat(page.locator("article.message").last()).containsText("Windows 11, сборка 26100.");
    }

    private void answer() throws Exception {
        page.locator("body").press("r");
        page.locator("#text").fill("Обновите NCALayer до версии 1.5 и перезапустите браузер.");
        look(page, "desk-ticket-answer");
        page.getByText("Отправить заявителю").click();

        assertThat(page.locator("[data-done]")).hasText("Отправили заявителю.");
        assertThat(page.locator(".meta .tag")).hasText("дан ответ");
        assertThat(desk.lettersTo(AKHMETOV, 3).getLast().getSubject()).contains(OLDEST);
        page.reload();
        assertThat(page.locator("article.outgoing .tag.good")).hasText("отправлено");
        look(page, "desk-ticket-answered");
    }
}
