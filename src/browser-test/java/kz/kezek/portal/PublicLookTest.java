package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every public page in a real browser over the whole program: accessible, within the window, under the policy it is sent with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicLookTest {

    private static final String CITIZEN = "t.testov@example.kz";

    private RunningDesk desk;
    private CitizensBrowser browser;
    private Page page;

    @BeforeAll
    void openAll() throws Exception {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        browser = new CitizensBrowser();
        page = browser.desktop();
    }

    @AfterAll
    void closeAll() {
        browser.close();
        desk.close();
    }

    @Test
    void isAccessibleAndFitsOnThePagesForEverybody() {
        look("service", "/");
        look("rules", "/rules");
        look("rules-reckoned", "/rules?date=2026-11-23&time=17%3A50&term=first-answer");
        look("new-link", "/status");
        look("help", "/help");
        look("help-found", "/help?q=NCALayer+%D0%BD%D0%B5+%D0%BE%D1%82%D0%B2%D0%B5%D1%87%D0%B0%D0%B5%D1%82");
        look("help-nothing", "/help?q=qqq");
        look("instruction", "/help/ncalayer-is-not-running-or-not-installed");
        look("instruction-thanks", "/help/ncalayer-is-not-running-or-not-installed?thanks");
        printed("instruction", "/help/ncalayer-is-not-running-or-not-installed");
        look("instruction-gone", "/help/none");
        look("accessibility", "/accessibility");
        look("privacy", "/privacy");
        look("link-ended", "/s/" + "A".repeat(43));
        look("filing-gone", "/request/confirm/" + "A".repeat(43));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isAccessibleAndFitsAllTheWayOfARequest() throws Exception {
        look("request", "/request");
        RequestOnScreen form = new RequestOnScreen(page, desk);
        page.locator("#send button").click();
        page.waitForSelector(".summary");
        browser.look(page, "request-wrong");
        form.fill("aigul@example.kz");
        browser.look(page, "request-filled");
        form.check();
        browser.look(page, "check");
        page.locator("main .primary").click();
        page.waitForURL("**/request/drafts/**");
        browser.look(page, "check-mail");
        look("confirm", RequestFromThePageTest.confirmation(desk.lettersTo("aigul@example.kz", 1).getFirst()));
        page.locator("main form button").click();
        page.waitForSelector("main .number");
        browser.look(page, "done");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isAccessibleAndFitsOnTheApplicantsOwnPage() throws Exception {
        desk.post(StatusBySecretLinkTest.sample("s01-ru-ncalayer"), CITIZEN, "office@sud.kz");
        String link = StatusBySecretLinkTest.linkIn(desk.lettersTo(CITIZEN, 1).getFirst());
        look("status-accepted", link);
        String number = page.locator(".which").textContent().replaceAll("(?s).*?(СК-[0-9-]+).*", "$1");
        desk.clock.advance(Duration.ofMinutes(55));
        desk.post(
                "/api/v1/tickets/" + java.net.URLEncoder.encode(number, StandardCharsets.UTF_8) + "/information-requests",
                Map.of("items", List.of("time", "os", "screenshots")));
        desk.lettersTo(CITIZEN, 2);
        desk.ticket(number, "waits", ticket ->
                ticket.get("ticket").get("state").asString().equals("AWAITING_APPLICANT"));
        look("status-asked", link);
        page.locator("button[value=message]").click();
        page.waitForSelector(".summary");
        browser.look(page, "status-wrong");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isAccessibleInTheVersionForTheVisuallyImpairedAndInKazakhAndEnglish() {
        for (String path : List.of("/", "/rules", "/request", "/status", "/help")) {
            String name = path.length() == 1 ? "service" : path.substring(1);
            for (String language : List.of("kk", "en")) {
                page.navigate(desk.url() + path + "?lang=" + language);
                browser.look(page, name + "-" + language, ColorScheme.LIGHT, 390);
            }
            page.navigate(desk.url() + path + "?lang=ru&view=large");
            browser.look(page, name + "-large", ColorScheme.LIGHT, 1440);
            browser.look(page, name + "-large", ColorScheme.DARK, 390);
            page.navigate(desk.url() + path + "?view=plain");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /** On a sheet of A4: what is to be done and whose words they are, and nothing to click. */
    private void printed(String name, String path) {
        page.setViewportSize(794, 1123);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        page.navigate(desk.url() + path);
        page.evaluate("document.fonts.ready");
        browser.shoot(page, name + "-print");
        assertThat(page.locator(".steps li").first().isVisible()).isTrue();
        assertThat(page.locator("button, nav, form").all()).noneMatch(Locator::isVisible);
        assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.steps li')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
    }

    private void look(String name, String path) {
        page.navigate(desk.url() + path);
        browser.look(page, name);
    }
}
