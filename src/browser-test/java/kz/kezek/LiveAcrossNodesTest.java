package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Objects;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes on one database, an agent with a browser at each: what happens at one is seen at the other without a reload. */
class LiveAcrossNodesTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private final ConfigurableApplicationContext otherNode = desk.startAnotherNode();
    private final String otherUrl = "http://127.0.0.1:"
            + Objects.requireNonNull(otherNode.getEnvironment().getProperty("local.server.port"));
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
        otherNode.close();
        desk.close();
    }

    @Test
    void tellTheTicketPagesOfEachOther() throws Exception {
        String ticket = "/desk/t/SK-" + letters.post("Вдвоём", "applicant@example.kz").substring(3);
        Page here = chromium.signedIn(desk.url(), "aigerim");
        Page there = chromium.signedIn(otherUrl, "daniyar");
        here.navigate(desk.url() + ticket);
        there.navigate(otherUrl + ticket);
        assertThat(here.locator(".top .watcher")).hasText("ДО Данияр О. смотрит");
        assertThat(there.locator(".top .watcher")).hasText("АС Айгерим С. смотрит");

        here.locator("form[action$='/assignment'] button").click();

        assertThat(there.locator("[data-news]")).containsText("Показать новое");
        there.locator("[data-news]").click();
        assertThat(there.locator(".conversation .event").last()).containsText("Айгерим С.");
        assertThat(there.locator(".ticket-head .tag")).hasText("в работе");
    }

    @Test
    void tellTheQueuesOfEachOther() throws Exception {
        letters.post("Первое", "applicant@example.kz");
        Page queue = chromium.signedIn(otherUrl, "daniyar");
        assertThat(queue.locator("tr.row")).hasCount(1);

        String number = letters.post("Второе", "other@example.kz");
        assertThat(queue.locator("tr.row")).hasCount(2);

        Page here = chromium.signedIn(desk.url(), "aigerim");
        here.navigate(desk.url() + "/desk/t/SK-" + number.substring(3) + "?compose=answer");
        here.locator("#text").fill("Готово");
        here.locator("#text").press("Control+Enter");
        assertThat(here.locator("[data-done]")).hasText("Отправили заявителю.");

        assertThat(queue.locator("tr.row")).hasCount(1);
        assertThat(queue.locator("tr.row .subject")).containsText("Первое");
    }
}
