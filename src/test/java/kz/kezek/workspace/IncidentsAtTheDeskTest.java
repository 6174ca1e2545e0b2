package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

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

class IncidentsAtTheDeskTest {

    private static final String HERE = "/desk/incidents";

    private RunningDesk desk;
    private PortalVisitor citizen;
    private DeskVisitor lead;

    @BeforeEach
    void openTheDesk() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z");
        citizen = new PortalVisitor(desk);
        lead = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SHIFT_LEAD);
    }

    @AfterEach
    void closeTheDesk() {
        citizen.close();
        desk.close();
    }

    @Test
    void tellsApplicantsAtOnceAndUntilItIsOver() throws Exception {
        assertThat(lead.send(HERE, HERE, texts("Не работает подписание")).statusCode())
                .isEqualTo(303);
        assertThat(citizen.page("/?lang=ru").text()).contains("Не работает подписание: ru");
        assertThat(citizen.page("/?lang=kk").text()).contains("Не работает подписание: kk");

        Document page = lead.page(HERE);
        String rewrite = page.expectFirst("form[action$=/texts]").attr("action");
        assertThat(lead.send(HERE, rewrite, texts("Подписание восстанавливаем")).statusCode())
                .isEqualTo(303);
        assertThat(citizen.page("/?lang=ru").text()).contains("Подписание восстанавливаем: ru");

        desk.clock.advance(java.time.Duration.ofMinutes(30));
        String end = page.expectFirst("button[formaction$=/end]").attr("formaction");
        assertThat(lead.send(HERE, end, Map.of()).statusCode()).isEqualTo(303);

        assertThat(lead.page(HERE).select("button[formaction$=/end]")).isEmpty();
        assertThat(lead.page(HERE).text()).contains("10:15", "10:45");
    }

    @Test
    void showsAgainWhatIsNotSaidInEveryLanguage() throws Exception {
        var refused = lead.send(
                HERE, HERE, Map.of("text-ru", List.of("Сбой"), "text-kk", List.of(" "), "text-en", List.of("Outage")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(refused).expectFirst("#text-ru").text()).isEqualTo("Сбой");
        assertThat(citizen.page("/?lang=ru").text()).contains("Известных сбоев нет");
    }

    @Test
    void isForTheLeadOfAShiftAndOnlyReadByOthers() {
        var agent = DeskVisitor.signedIn(desk, "arman", "Арман Т.", Role.AGENT);

        assertThat(agent.page(HERE).select("form[action^=/desk/incidents]")).isEmpty();
        assertThat(agent.send(HERE, HERE, texts("Сбой")).statusCode()).isEqualTo(403);
    }

    private static Map<String, List<String>> texts(String text) {
        return Map.of(
                "text-ru",
                List.of(text + ": ru"),
                "text-kk",
                List.of(text + ": kk"),
                "text-en",
                List.of(text + ": en"));
    }
}
