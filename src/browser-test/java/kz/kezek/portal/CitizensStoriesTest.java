package kz.kezek.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import java.awt.Color;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.CalendarInForce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job as three citizens do it: on a phone, by mail alone, and in silence. */
class CitizensStoriesTest {

    private static final String ON_THE_PHONE = "aigul@example.kz";
    private static final String BY_MAIL = "t.testov@example.kz";

    private RunningDesk desk;
    private CitizensBrowser browser;

    @BeforeEach
    void openAll() throws Exception {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        browser = new CitizensBrowser();
    }

    @AfterEach
    void closeAll() {
        browser.close();
        desk.close();
    }

    @Test
    void filesARequestInKazakhFromAPhoneAndAnswersByTheLink() throws Exception {
        Page page = browser.phone("kk-KZ");
        page.navigate(desk.url() + "/request");
        assertThat(page.locator("html")).hasAttribute("lang", "kk");
        fillInKazakh(page);
        Screens.paste(page, Screens.png(Color.RED));
        Screens.paste(page, Screens.png(Color.BLUE));
        assertThat(page.locator(".file-list li")).hasCount(2);

        String number = confirmed(page);
        answered(page, number, () -> Screens.paste(page, Screens.png(Color.GREEN)));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void doesTheSameWithoutAScript() throws Exception {
        Page page = browser.open(CitizensBrowser.phoneOptions("kk-KZ").setJavaScriptEnabled(false));
        page.navigate(desk.url() + "/request");
        fillInKazakh(page);
        assertThat(page.locator(".preview")).isHidden();
        assertThat(page.locator("#files")).isVisible();
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("1.png", "image/png", Screens.png(Color.RED)),
            new FilePayload("2.png", "image/png", Screens.png(Color.BLUE))
        });

        String number = confirmed(page);
        answered(page, number, () -> Screens.choose(page, "#files", "3.png", "image/png", Screens.png(Color.GREEN)));
    }

    @Test
    void changesTheLetterWithoutAScriptAndLosesNothingThatWasWritten() {
        Page page = browser.open(CitizensBrowser.phoneOptions("kk-KZ").setJavaScriptEnabled(false));
        page.navigate(desk.url() + "/request");
        fillInKazakh(page);
        page.locator("#summary").press("Enter");
        assertThat(page.locator(".summary li")).hasCount(1);
        desk.clock.advance(Duration.ofSeconds(30));
        page.locator("#send button").click();
        page.locator("[data-change] button").click();
        assertThat(page.locator("#summary")).hasValue("Талап арызға қол қойылмайды");
        assertThat(page.locator("#java-none")).isChecked();
        page.locator("#send button").click();
        assertThat(page.locator(".paper")).containsText("Талап арызға қол қойылмайды");
    }

    @Test
    void doesAllOfItByMailAlone() throws Exception {
        desk.post(StatusBySecretLinkTest.sample("s01-ru-ncalayer"), BY_MAIL, "office@sud.kz");
        String number = "СК-26-000001";
        MimeMessage accepted = desk.lettersTo(BY_MAIL, 1).getFirst();
        assertThat(accepted.getSubject()).contains(number);
        assertThat(PublicMail.text(accepted)).contains("23.11.2026 13:15", "1401");

        desk.clock.advance(Duration.ofMinutes(30));
        ask(number);
        MimeMessage request = desk.lettersTo(BY_MAIL, 2).getLast();
        assertThat(PublicMail.text(request)).contains("Операционная система").contains("1401");
        desk.clock.advance(Duration.ofHours(1));
        reply(request, number, "1) 23.11.26 09:40\n2) Windows 11, сборка 26100");
        desk.ticket(number, "is supplied", ticket -> state(ticket).equals("INFORMATION_SUPPLIED"));

        desk.post(
                "/api/v1/tickets/" + path(number) + "/answers",
                Map.of("text", "Обновите NCALayer до версии 1.5 и перезапустите браузер."));
        desk.ticket(number, "is answered", ticket -> state(ticket).equals("ANSWERED"));
        String answer = PublicMail.text(desk.lettersTo(BY_MAIL, 3).getLast());
        assertThat(answer).contains("Обновите NCALayer до версии 1.5");
    }

    @Test
    void isRemindedThreeTimesInSilenceAndEndedFairly() throws Exception {
        desk.post(StatusBySecretLinkTest.sample("s01-ru-ncalayer"), BY_MAIL, "office@sud.kz");
        String number = "СК-26-000001";
        desk.lettersTo(BY_MAIL, 1);
        desk.clock.advance(Duration.ofMinutes(30));
        ask(number);
        desk.lettersTo(BY_MAIL, 2);
        desk.ticket(number, "waits", ticket -> state(ticket).equals("AWAITING_APPLICANT"));
        Instant asked = desk.clock.instant();

        int letters = 2;
        for (int hours : List.of(24, 48, 64)) {
            after(asked, hours);
            letters++;
            String reminder = PublicMail.text(desk.lettersTo(BY_MAIL, letters).getLast());
            assertThat(reminder).as(hours + " working hours").contains(number, "Операционная система");
        }
        desk.clock.set(moment(asked, 72).minusSeconds(1));
        assertThat(state(desk.ticket(number, "is there", ticket -> true))).isEqualTo("AWAITING_APPLICANT");
        after(asked, 72);
        desk.ticket(number, "is ended", ticket -> state(ticket).equals("DISCONTINUED"));
        MimeMessage ended = desk.lettersTo(BY_MAIL, 6).getLast();
        assertThat(ended.getSubject()).contains(number);

        Page page = browser.phone("ru-RU");
        page.navigate(desk.url() + StatusBySecretLinkTest.linkIn(ended));
        assertThat(page.locator("h1")).hasText("Рассмотрение прекращено без вашего ответа");
        page.locator("#more").fill("Простите, был в отъезде. Windows 11, ошибка 23.11.26 в 09:40.");
        page.locator("button[value=message]").click();
        assertThat(page.locator(".banner.good")).isVisible();
        assertThat(desk.tickets(2)).hasSize(2);
        browser.look(page, "status-ended");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void fillInKazakh(Page page) {
        page.locator("#summary").fill("Талап арызға қол қойылмайды");
        page.locator("#eds").fill("ҚР ҰКО, AUTH_RSA256");
        page.locator("#until").fill("02.12.2027");
        page.locator("#browser").fill("Google Chrome 148");
        page.locator("#java-none").check();
        page.locator("#error").fill("NCALayer-ге қосылу мүмкін болмады");
        page.locator("#actions").fill("Талап арызды ашып, «Қол қою» батырмасын бастым");
        page.locator("#name").fill("Тестова Айгүл Серікқызы");
        page.locator("#id").fill("900101100014");
        page.locator("#address").fill(ON_THE_PHONE);
    }

    /** From the filled form to the number: the letter is checked, the address confirmed by the link that came to it. */
    private String confirmed(Page page) throws Exception {
        desk.clock.advance(Duration.ofSeconds(30));
        page.locator("#send button").click();
        assertThat(page.locator(".paper")).containsText("900101100014/СК/ Талап арызға қол қойылмайды");
        page.locator("main .primary").click();
        assertThat(page.locator("main")).containsText(ON_THE_PHONE);
        MimeMessage asks = desk.lettersTo(ON_THE_PHONE, 1).getFirst();
        page.navigate(desk.url() + RequestFromThePageTest.confirmation(asks));
        page.locator("main form button").click();
        String number = page.locator("main [data-taken]").textContent().replaceAll("[^СК0-9-]", "");
        assertThat(number).isEqualTo("СК-26-000001");
        return number;
    }

    /** The acceptance letter has come; a Запрос is asked, and answered item by item with a file on the page of its link. */
    private void answered(Page page, String number, Runnable attach) throws Exception {
        MimeMessage accepted = desk.lettersTo(ON_THE_PHONE, 2).getLast();
        assertThat(accepted.getSubject()).contains(number);
        assertThat(PublicMail.text(accepted)).contains("өтініш");
        assertThat(attachments(number)).isEqualTo(2);

        desk.clock.advance(Duration.ofMinutes(40));
        ask(number);
        page.navigate(desk.url()
                + StatusBySecretLinkTest.linkIn(desk.lettersTo(ON_THE_PHONE, 3).getLast()) + "?lang=kk");
        assertThat(page.locator(".need .item")).hasCount(2);
        page.locator("#item-1").fill("23.11.26 09:40");
        page.locator("#item-2").fill("Windows 11");
        attach.run();
        page.locator("button[value=message]").click();
        assertThat(page.locator(".banner.good")).isVisible();
        desk.ticket(number, "is supplied", ticket -> state(ticket).equals("INFORMATION_SUPPLIED"));
        page.reload();
        assertThat(page.locator(".course .attached a")).hasCount(3);
        assertThat(page.locator(".course")).containsText("Windows 11");
    }

    private int attachments(String number) {
        return desk.ticket(number, "is there", ticket -> true)
                .findValues("fileName")
                .size();
    }

    private void ask(String number) throws Exception {
        desk.post(
                "/api/v1/tickets/" + path(number) + "/information-requests", Map.of("items", List.of("time", "os")));
        desk.ticket(number, "waits", ticket -> state(ticket).equals("AWAITING_APPLICANT"));
    }

    private void reply(MimeMessage to, String number, String text) throws Exception {
        String reply = """
                From: %s
                To: office@sud.kz
                Subject: Re: %s
                Message-ID: <reply.by.mail@example.kz>
                In-Reply-To: %s
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(BY_MAIL, number.replace("СК", "SK"), to.getMessageID(), text);
        desk.post(reply.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), BY_MAIL, "office@sud.kz");
    }

    private void after(Instant asked, int workingHours) {
        desk.clock.set(moment(asked, workingHours).plusSeconds(60));
    }

    private Instant moment(Instant asked, int workingHours) {
        return desk.bean(CalendarInForce.class).current().plus(asked, BusinessTime.ofHours(workingHours));
    }

    private static String path(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    private static String state(JsonNode ticket) {
        return ticket.get("ticket").get("state").asString();
    }
}
