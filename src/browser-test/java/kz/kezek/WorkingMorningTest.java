package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.kezek.AgentsScreen.look;
import static kz.kezek.AgentsScreen.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import kz.kezek.applicant.Language;
import kz.kezek.identity.Accounts;
import kz.kezek.identity.Role;
import kz.kezek.journal.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A working morning: agents at once, each in a language of his own, by the keyboard alone, on a Russian layout. */
class WorkingMorningTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private final Chromium chromium = new Chromium();
    private final NewLetters letters = new NewLetters(desk);

    @BeforeEach
    void hire() {
        hire("aigerim", "Айгерим С.", Language.RU);
        hire("daniyar", "Данияр О.", Language.KK);
        hire("madina", "Мадина Т.", Language.EN);
    }

    private void hire(String login, String name, Language language) {
        DeskVisitor.account(desk, login, name, Role.AGENT);
        desk.bean(Accounts.class)
                .changeLanguage(login, language, new Actor.SystemActor("test"), desk.clock.instant());
    }

    @AfterEach
    void stop() {
        chromium.close();
        desk.close();
    }

    @Test
    void isWorkedThroughByThreeAgentsInThreeLanguages() throws Exception {
        String first = letters.post("Первое", "one@example.kz");
        String second = letters.post("Второе", "two@example.kz");
        String third = letters.post("Третье", "three@example.kz");
        Page aigerim = chromium.signedIn(desk.url(), "aigerim");
        Page daniyar = chromium.signedIn(desk.url(), "daniyar");
        Page madina = chromium.signedIn(desk.url(), "madina");

        // Айгерим opens the first ticket, Данияр the third, Мадина takes a call, all before anybody has finished.
        press(aigerim, "KeyJ", "о");
        press(aigerim, "KeyO", "щ");
        assertThat(aigerim.locator(".meta .number")).hasText(first);
        press(daniyar, "KeyK", "л");
        press(daniyar, "KeyO", "щ");
        assertThat(daniyar.locator(".meta .number")).hasText(third);
        press(madina, "KeyN", "т");
        assertThat(madina.locator("#name")).isFocused();

        press(aigerim, "KeyI", "ш");
        assertThat(aigerim.locator(".ticket-head .tag")).hasText("в работе");
        type(madina, "Ахметова Айгуль", "900101300017", "8 701 123 45 67", "aigul@example.kz");
        press(daniyar, "KeyQ", "й");
        assertThat(daniyar.locator("#text")).isFocused();
        press(aigerim, "KeyR", "к");
        assertThat(aigerim.locator("#text")).isFocused();
        aigerim.keyboard().insertText("Обновите NCALayer");
        daniyar.keyboard().insertText("Java нұсқасын жазыңыз");
        aigerim.keyboard().press("Control+Shift+Enter");
        daniyar.keyboard().press("Control+Enter");

        assertThat(aigerim.locator(".meta .number")).hasText(second);
        assertThat(aigerim.locator(".notices")).containsText("Отправили ответ");
        assertThat(aigerim.locator(".notices")).containsText(first);
        assertThat(daniyar.locator("[data-done]")).hasText("Сұрау жіберілді, уақыт тоқтап тұр.");
        press(daniyar, "KeyM", "ь");
        assertThat(daniyar.locator("#composer.note #text")).isFocused();
        daniyar.keyboard().insertText("Түстен кейін қоңырау шаламын");
        daniyar.keyboard().press("Control+Enter");
        assertThat(daniyar.locator(".message.note")).containsText("Түстен кейін");

        assertThat(madina.locator("#matches")).containsText("journalled");
        look(madina, "morning-call");
        madina.locator("#summary").focus();
        type(madina, "Не приходит код", "Ошибка 504");
        madina.keyboard().press("Control+Enter");
        assertThat(madina.locator("h1")).hasText("Taken: СК-26-000004");
        look(madina, "morning-call-taken");
        press(madina, "KeyN", "т");
        assertThat(madina.locator("#summary")).hasValue("");
        assertThat(madina.locator("#name")).isFocused();

        assertThat(desk.lettersTo("one@example.kz", 2)).hasSize(2);
        assertThat(desk.lettersTo("three@example.kz", 2)).hasSize(2);
        assertThat(desk.lettersTo("aigul@example.kz", 1)).hasSize(1);
        desk.ticket(first, "answered", ticket -> ticket.toString().contains("ANSWERED"));
        desk.ticket(third, "waiting", ticket -> ticket.toString().contains("AWAITING_APPLICANT"));
    }

    @Test
    void reachesWhatTheHelpNames() throws Exception {
        letters.post("Первое", "one@example.kz");
        letters.post("Второе", "two@example.kz");
        letters.post("Третье", "three@example.kz");
        Page page = chromium.signedIn(desk.url(), "aigerim");
        press(page, "KeyF", "а");
        assertThat(page.locator(".filters a").first()).isFocused();
        press(page, "KeyJ", "о");
        press(page, "KeyX", "ч");
        press(page, "KeyJ", "о");
        press(page, "KeyJ", "о");
        page.keyboard().press("Shift+KeyX");
        assertThat(page.locator(".choose input:checked")).hasCount(3);
        page.locator("tr.row .subject").last().focus();
        press(page, "Escape", "Escape");
        assertThat(page.locator(".choose input:checked")).hasCount(0);
        press(page, "KeyA", "ф");
        assertThat(page.locator("#agent")).isFocused();
        page.keyboard().press("Escape");
        press(page, "KeyS", "ы");
        assertThat(page.locator(".more-steps[open] li a").first()).isFocused();
        press(page, "KeyL", "д");
        assertThat(page.locator("#number")).isFocused();
        page.keyboard().press("Escape");
        press(page, "Digit3", "3");
        assertThat(page.locator("#fact-JAVA")).isFocused();
        look(page, "morning-item");
        page.locator("#fact-JAVA").focus();
        page.keyboard().insertText("8u431");
        page.keyboard().press("Enter");
        assertThat(page.locator(".event").last()).containsText("исправлены пункты 3");
        for (String[] way : new String[][] {
            {"KeyM", "ь", "mine"}, {"KeyW", "ц", "waiting"}, {"KeyF", "а", "free"}, {"KeyS", "ы", "search"}, {"KeyA", "ф", "canned"},
            {"KeyC", "с", "quarantine"}, {"KeyO", "щ", "outbox"}, {"KeyL", "д", "ledger"}, {"KeyB", "и", "knowledge"}, {"KeyQ", "й", "queue"}
        }) {
            page.evaluate("document.activeElement.blur()");
            press(page, "KeyG", "п");
            press(page, way[0], way[1]);
            page.waitForURL("**/desk/" + way[2]);
        }
        press(page, "KeyG", "п");
        press(page, "KeyP", "з");
        page.waitForURL("**/profile");
    }

    @Test
    void goesOnAfterASessionThatEnded() throws Exception {
        String number = letters.post("Долго", "one@example.kz");
        Page page = chromium.signedIn(desk.url(), "aigerim");
        page.navigate(desk.url() + "/desk/t/SK-" + number.substring(3) + "?compose=answer");
        JdbcClient.create(desk.database.dataSource()).sql("delete from spring_session").update();
        page.locator("#text").fill("Пишу дольше сеанса");
        assertThat(page.locator("dialog.ended")).isVisible();
        look(page, "morning-session-ended");

        Page another = page.waitForPopup(() -> page.locator("dialog.ended a").click());
        another.locator("input[name=username]").fill("aigerim");
        another.locator("input[name=password]").fill(DeskVisitor.PASSWORD);
        another.keyboard().press("Enter");
        another.waitForURL("**/desk/queue");
        page.locator("dialog.ended button").click();

        assertThat(page.locator("[data-kept]")).containsText("Черновик сохранён");
        page.locator("#text").press("Control+Enter");
        assertThat(page.locator("[data-done]")).hasText("Отправили заявителю.");
        assertThat(desk.lettersTo("one@example.kz", 2)).hasSize(2);
    }

    @Test
    void isToldByTheBrowserWhatIsItsOwn() throws Exception {
        BrowserContext context = chromium.stranger();
        context.grantPermissions(List.of("notifications"));
        context.addInitScript("""
                const Real = window.Notification;
                window.told = [];
                window.Notification = class extends Real {
                  constructor(title, options) { super(title, options); window.told.push(title); }
                };
                """);
        Page page = context.newPage();
        page.navigate(desk.url() + "/login");
        page.locator("input[name=username]").fill("aigerim");
        page.locator("input[name=password]").fill(DeskVisitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/queue");
        letters.post("Тихо", "one@example.kz");
        page.navigate(desk.url() + "/profile");
        page.locator("button[name=notifications][value=free]").click();
        page.waitForURL("**/profile?saved");
        look(page, "morning-notifications");

        awaitTold(page, "Новое обращение: СК-26-000001");
        letters.post("Вслух", "two@example.kz");
        awaitTold(page, "Новое обращение: СК-26-000002");
        page.waitForResponse("**/desk/notifications", () -> page.navigate(desk.url() + "/desk/queue"));
        assertThat((Integer) page.evaluate("window.told.length")).isZero();
    }

    private static void awaitTold(Page page, String title) {
        RunningDesk.await(title, () -> String.valueOf(page.evaluate("window.told")), told -> told.contains(title));
    }

    private static void type(Page page, String... fields) {
        for (String field : fields) {
            page.keyboard().insertText(field);
            page.keyboard().press("Tab");
        }
    }
}
