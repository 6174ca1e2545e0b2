package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.DeskVisitor;
import kz.kezek.PortalVisitor;
import kz.kezek.RunningDesk;
import kz.kezek.identity.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowledgeAtTheDeskTest {

    private static final String SLUG = "ncalayer-is-not-running-or-not-installed";
    private static final String HERE = "/desk/knowledge/" + SLUG;

    private RunningDesk desk;
    private PortalVisitor citizen;

    @BeforeEach
    void openTheDesk() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z");
        citizen = new PortalVisitor(desk);
    }

    @AfterEach
    void closeTheDesk() {
        citizen.close();
        desk.close();
    }

    @Test
    void publishesAVersionThatApplicantsReadAtOnce() throws Exception {
        var supervisor = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SUPERVISOR);
        Document page = supervisor.page(HERE);
        assertThat(page.select("textarea")).hasSize(3);

        var published = supervisor.send(HERE, "/desk/knowledge/versions", filled(SLUG));

        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(supervisor.page(DeskVisitor.target(published)).text())
                .contains("Версия опубликована", "2 от", "1 от");
        assertThat(citizen.page("/help/" + SLUG + "?lang=ru").select(".steps li"))
                .extracting(step -> step.text())
                .containsExactly("Первый шаг", "Второй шаг");
        assertThat(citizen.page("/help/" + SLUG + "?lang=kk").expectFirst("h1").text())
                .isEqualTo("Қазақша атауы");
    }

    @Test
    void showsWhatIsIncompleteAgainAndPublishesNothing() throws Exception {
        var supervisor = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SUPERVISOR);
        var fields = filled(SLUG);
        fields.put("steps-en", List.of(" "));

        var refused = supervisor.send(HERE, "/desk/knowledge/versions", fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = DeskVisitor.document(refused);
        assertThat(page.text()).contains("на трёх языках");
        assertThat(page.expectFirst("#title-ru").val()).isEqualTo("Русское название");
        assertThat(citizen.page("/help/" + SLUG + "?lang=ru").text()).doesNotContain("Первый шаг");
    }

    @Test
    void beginsANewInstructionUnderAnAddressOfItsOwn() throws Exception {
        var supervisor = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SUPERVISOR);
        var fields = filled("how-to-scan");
        fields.put("fresh", List.of("yes"));
        assertThat(supervisor
                        .send("/desk/knowledge/new", "/desk/knowledge/versions", fields)
                        .statusCode())
                .isEqualTo(303);
        assertThat(citizen.page("/help?lang=ru").text()).contains("Русское название");
        var again = supervisor.send("/desk/knowledge/new", "/desk/knowledge/versions", fields);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(again).text()).contains("Такой адрес уже есть");
    }

    @Test
    void takesAnInstructionOffTheSiteAndPutsItBack() throws Exception {
        var supervisor = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SUPERVISOR);
        supervisor.send(HERE, HERE + "/withdrawal", Map.of());
        assertThat(citizen.get("/help/" + SLUG).statusCode()).isEqualTo(404);
        assertThat(supervisor.page("/desk/knowledge").text()).contains("снята");
        supervisor.send(HERE, HERE + "/restoration", Map.of());
        assertThat(citizen.get("/help/" + SLUG).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAgentsReadAndOnlySupervisorsWrite() {
        var agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        assertThat(agent.page("/desk/knowledge").select("tbody tr")).hasSize(31);
        assertThat(agent.page(HERE).select("textarea[readonly]")).hasSize(3);
        assertThat(agent.get("/desk/knowledge/new").statusCode()).isEqualTo(403);
        assertThat(agent.send(HERE, "/desk/knowledge/versions", filled(SLUG)).statusCode())
                .isEqualTo(403);
        assertThat(agent.send(HERE, HERE + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private static Map<String, List<String>> filled(String slug) {
        return new HashMap<>(Map.of(
                "slug", List.of(slug),
                "category", List.of("site"),
                "review", List.of("2027-05-23"),
                "title-ru", List.of("Русское название"),
                "steps-ru", List.of("Первый шаг\nВторой шаг"),
                "title-kk", List.of("Қазақша атауы"),
                "steps-kk", List.of("Қадам"),
                "title-en", List.of("English title"),
                "steps-en", List.of("Step")));
    }
}
