package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters of the queue under a name, over the real port. */
class SavedViewsOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private DeskVisitor agent = DeskVisitor.of(desk);
    private DeskVisitor lead = DeskVisitor.of(desk);

    @BeforeEach
    void hire() throws Exception {
        agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        lead = DeskVisitor.signedIn(desk, "saule", "Сауле Н.", Role.SHIFT_LEAD);
        for (int i = 1; i <= 2; i++) {
            String letter = "From: a@example.kz\r\nTo: office@sud.kz\r\nSubject: Question " + i + "\r\n\r\nText " + i;
            desk.post(letter.getBytes(StandardCharsets.UTF_8), "a@example.kz", "office@sud.kz");
            desk.tickets(i);
        }
        agent.send("/desk/queue", "/desk/t/SK-26-000001/assignment", Map.of());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void keepsAFilterUnderANameWithItsCount() {
        String view = save(agent, "Свободные, первый ответ", Map.of("stage", "first-answer", "who", "free"));

        var page = agent.page(view);
        assertThat(page.select("h1").text()).isEqualTo("Свободные, первый ответ");
        assertThat(page.select("tr.row").eachAttr("id")).containsExactly("СК-26-000002");
        assertThat(page.select(".rail .saved").eachText()).containsExactly("Свободные, первый ответ 1");
        assertThat(page.select(".rail [aria-current]").eachAttr("href")).containsExactly(view);
        assertThat(agent.page("/profile").select(".rail .saved .count").eachText())
                .containsExactly("1");
    }

    @Test
    void countsWhatEachWayShows() {
        for (String way : List.of("queue", "mine", "waiting", "free")) {
            save(agent, way, Map.of("way", way));
        }
        save(agent, "queue of mine", Map.of("who", "mine"));
        save(agent, "after", Map.of("stage", "after-request"));

        var rail = agent.page("/desk/queue").select(".rail .saved");
        assertThat(rail.eachText())
                .containsExactly("after 0", "free 1", "mine 1", "queue 2", "queue of mine 1", "waiting 0");
        rail.forEach(saved -> assertThat(agent.page(saved.attr("href")).select("tr.row"))
                .as(saved.text())
                .hasSize(Integer.parseInt(saved.select(".count").text())));
    }

    @Test
    void showsEverybodyWhatALeadShares() {
        String mine = save(lead, "Только моё", Map.of());
        String shared = save(lead, "Для смены", Map.of("who", "mine", "shared", "true"));

        assertThat(agent.get(mine).statusCode()).isEqualTo(404);
        assertThat(agent.page(shared).select("tr.row").eachAttr("id")).containsExactly("СК-26-000001");
        assertThat(lead.page(shared).select("tr.row")).isEmpty();
        assertThat(agent.page(shared).select(".naming")).isEmpty();
        assertThat(agent.send(shared, shared + "/removal", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(agent.send(shared, mine + "/removal", Map.of()).statusCode()).isEqualTo(404);
        assertThat(agent.send("/desk/queue", "/desk/views", form("Чужим", Map.of("shared", "true")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void renamesAndRemoves() {
        String view = save(agent, "Старое", Map.of("way", "free"));

        agent.send(view, view + "/name", form("Новое", Map.of()));
        assertThat(agent.page(view).select("h1").text()).isEqualTo("Новое");
        assertThat(agent.send(view, view + "/name", form(" ", Map.of())).statusCode())
                .isEqualTo(422);
        assertThat(DeskVisitor.target(agent.send(view, view + "/removal", Map.of())))
                .isEqualTo("/desk/free");
        assertThat(agent.get(view).statusCode()).isEqualTo(404);
    }

    private static String save(DeskVisitor visitor, String name, Map<String, String> filter) {
        return DeskVisitor.target(visitor.send("/desk/queue", "/desk/views", form(name, filter)));
    }

    private static Map<String, List<String>> form(String name, Map<String, String> more) {
        Map<String, List<String>> form = new HashMap<>(Map.of("name", List.of(name)));
        more.forEach((field, value) -> form.put(field, List.of(value)));
        return form;
    }
}
