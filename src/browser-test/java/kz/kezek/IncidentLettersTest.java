package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.kezek.AgentsScreen.look;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before the tickets of an incident are answered, the lead of the shift sees each letter in a real browser as it will be. */
class IncidentLettersTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private final Chromium chromium = new Chromium();
    private final NewLetters letters = new NewLetters(desk);

    @AfterEach
    void close() {
        chromium.close();
        desk.close();
    }

    @Test
    void areShownInFramesOfTheirOwnWhenTheyAreOpened() throws Exception {
        String first = letters.post("Первое", "first@example.kz");
        String second = letters.post("Второе", "second@example.kz");
        var dina = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SHIFT_LEAD);
        var told = List.of("NCALayer не отвечает");
        dina.send("/desk/incidents", "/desk/incidents", Map.of("text-ru", told, "text-kk", told, "text-en", told));
        String incident = "/desk/incidents/"
                + desk.bean(JdbcClient.class).sql("select id from incident").query(Long.class).single();
        dina.send(incident, incident + "/tickets", Map.of("tickets", List.of(first, second)));
        Page page = chromium.signedIn(desk.url(), "dina");
        page.navigate(desk.url() + incident);
        page.locator("textarea[name=answer-ru]").fill("NCALayer снова работает");
        page.locator("form[action$='/answer-checks'] button").last().click();
        assertThat(page.locator("details[data-shows]")).hasCount(2);

        page.locator("details[data-shows] summary").first().click();

        var frame = page.frameLocator("iframe[name='shown-" + first + "']");
        assertThat(frame.locator("body")).containsText("NCALayer снова работает");
        assertThat(frame.locator("body")).containsText(first);
        assertThat(page.locator("details[data-shows] button").first()).isHidden();
        look(page, "desk-incident-letters");
        page.locator("details[data-shows] summary").last().click();
        assertThat(page.frameLocator("iframe[name='shown-" + second + "']").locator("body"))
                .containsText(second);
    }
}
