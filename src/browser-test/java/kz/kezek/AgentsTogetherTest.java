package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.kezek.AgentsScreen.look;
import static kz.kezek.AgentsScreen.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agents at one desk at the same time, each in a browser of his own, on a Russian keyboard. */
class AgentsTogetherTest {

    private static final Path SHOTS = Path.of("target", "screenshots");

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private final Chromium chromium = new Chromium();
    private final NewLetters letters = new NewLetters(desk);

    @BeforeEach
    void hireAgents() {
        DeskVisitor.account(desk, "aigerim", "Айгерим С.", Role.AGENT);
        DeskVisitor.account(desk, "daniyar", "Данияр О.", Role.AGENT);
    }

    @AfterEach
    void close() {
        chromium.close();
        desk.close();
    }

    @Test
    void offersNewLettersWithoutMovingTheRowsUnderTheCursor() throws Exception {
        letters.post("Первое", "applicant@example.kz");
        Page page = chromium.signedIn(desk.url(), "aigerim");
        assertThat(page.locator("tr.row")).hasCount(1);
        press(page, "KeyJ", "о");
        assertThat(page.locator("tr.row .subject").first()).isFocused();

        letters.post("Второе", "applicant@example.kz");

        assertThat(page.locator("[data-news]")).hasText("Показать новые: 1");
        assertThat(page.locator("tr.row")).hasCount(1);
        look(page, "desk-queue-new");
        page.locator("[data-news]").click();
        assertThat(page.locator("tr.row")).hasCount(2);
        assertThat(page.locator(".rail .count").first()).hasText("2");
        press(page, "KeyX", "ч");
        page.locator("tr.row").last().hover();
        page.locator("tr.row .choose").last().click();
        assertThat(page.locator("[data-chosen]")).hasText("Выбрано: 1");
        look(page, "desk-queue-bulk");
    }

    @Test
    void letsNobodyAnswerUnknowinglyWhatAColleagueAnswered() throws Exception {
        String number = letters.post("Вдвоём", "applicant@example.kz");
        Page mine = chromium.signedIn(desk.url(), "aigerim");
        Page his = chromium.signedIn(desk.url(), "daniyar");
        mine.navigate(desk.url() + ticket(number));
        his.navigate(desk.url() + ticket(number));
        assertThat(mine.locator(".top .watcher")).hasText("ДО Данияр О. смотрит");
        press(mine, "KeyR", "к");
        mine.locator("#text").fill("Мой ответ");
        press(his, "KeyR", "к");
        his.locator("#text").pressSequentially("Его ответ");
        assertThat(mine.locator(".top .watcher")).containsText("Данияр О. пишет");
        look(mine, "desk-ticket-together");

        his.locator("#text").press("Control+Enter");
        assertThat(his.locator("[data-done]")).hasText("Отправили заявителю.");
        assertThat(mine.locator("[data-news]")).containsText("Показать новое");
        mine.locator("#text").press("Control+Enter");

        assertThat(mine.locator(".errors")).containsText("Письмо не отправлено, текст на месте");
        assertThat(mine.locator("#text")).hasValue("Мой ответ");
        look(mine, "desk-ticket-stopped");
        assertThat(desk.lettersTo("applicant@example.kz", 2)).hasSize(2);
    }

    @Test
    void saysThatTheConnectionIsLostAndKeepsTheText() throws Exception {
        String number = letters.post("Обрыв", "applicant@example.kz");
        Page page = chromium.signedIn(desk.url(), "aigerim");
        page.navigate(desk.url() + ticket(number) + "?compose=answer");
        page.context().setOffline(true);
        page.locator("#text").fill("Пишу без связи");

        assertThat(page.locator("[data-live]")).containsText("Нет связи");
        assertThat(page.locator("[data-kept]")).containsText("хранится в этом браузере");
        look(page, "desk-ticket-offline");
        page.context().setOffline(false);

        assertThat(page.locator("[data-kept]")).containsText("Черновик сохранён");
        assertThat(page.locator("[data-live]")).isEmpty();
    }

    @Test
    void worksByTheKeyboardAlone() throws Exception {
        String number = letters.post("Клавиатура", "applicant@example.kz");
        canned();
        Page page = chromium.signedIn(desk.url(), "aigerim");
        page.keyboard().press("Control+KeyK");
        page.keyboard().type("Клав");
        page.keyboard().press("Backspace");
        assertThat(page.locator(".palette [role=option]").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(number)))
                .hasCount(1);
        look(page, "desk-palette");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/t/**");

        press(page, "KeyR", "к");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().type(";прив");
        page.keyboard().press("Backspace");
        assertThat(page.locator(".inserts [role=option]")).hasCount(1);
        look(page, "desk-inserts");
        page.keyboard().press("Enter");
        assertThat(page.locator("#text")).hasValue("Здравствуйте! Обращение " + number + " решено.");
        page.keyboard().press("Escape");
        press(page, "KeyP", "з");
        assertThat(page.frameLocator("iframe[name=preview]").locator("body")).containsText("решено");
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("desk-preview.png")));
        page.keyboard().press("Escape");
        page.locator("#text").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-done]")).hasText("Отправили заявителю.");
        press(page, "Slash", ".");
        page.waitForURL("**/desk/search");
        page.keyboard().type("решено");
        page.keyboard().press("Enter");
        assertThat(page.locator(".results li")).hasCount(1);
        look(page, "desk-search");
    }

    private void canned() {
        var leader = DeskVisitor.signedIn(desk, "saule", "Сауле Н.", Role.SUPERVISOR);
        var text = List.of("Здравствуйте! Обращение {number} решено.");
        leader.send("/desk/canned", "/desk/canned", Map.of(
                "name", List.of("hello"), "titleRu", List.of("Приветствие"), "titleKk", List.of("Сәлем"),
                "titleEn", List.of("Greeting"), "textRu", text, "textKk", text, "textEn", text));
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }
}
