package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an agent has written is never lost, and never sent without knowing what others did. */
class DraftsOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    private static DeskVisitor aigerim;
    private static DeskVisitor daniyar;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
        daniyar = DeskVisitor.signedIn(DESK, "daniyar", "Данияр О.", Role.AGENT);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void keepsATextForItsAgentTicketAndSurface() throws Exception {
        String number = register();
        keep(aigerim, number, "answer", Map.of("text", List.of("Недописанный ответ")));
        keep(aigerim, number, "request", Map.of("text", List.of("Уточните"), "items", List.of("os", "time")));

        Document answer = aigerim.page(ticket(number) + "?compose=answer");
        Document request = aigerim.page(ticket(number) + "?compose=request");

        assertThat(answer.expectFirst("#text").wholeText()).isEqualTo("Недописанный ответ");
        assertThat(answer.select("[data-kept]").text()).isEqualTo("Черновик сохранён, 10:15");
        assertThat(answer.select(".modes .tag").text()).isEqualTo("черновик");
        assertThat(request.select("input[name=items][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("os", "time");
        assertThat(aigerim.page(ticket(number) + "?compose=note")
                        .expectFirst("#text")
                        .wholeText())
                .isEmpty();
        assertThat(daniyar.page(ticket(number)).select("#text")).isEmpty();
    }

    @Test
    void opensTheTicketWithWhatWasBeingWritten() throws Exception {
        String number = register();
        keep(aigerim, number, "note", Map.of("text", List.of("Позвонить ")));

        assertThat(aigerim.page(ticket(number)).expectFirst("#text").wholeText())
                .isEqualTo("Позвонить ");
        assertThat(aigerim.page(ticket(number) + "?compose=closed").select("#text"))
                .isEmpty();
        String row = aigerim.page("/desk/queue").select("[id=" + number + "]").text();
        assertThat(row).contains("Черновик: Позвонить");
        assertThat(daniyar.page("/desk/queue").select("[id=" + number + "]").text())
                .doesNotContain("Позвонить");
    }

    @Test
    void forgetsATextThatWasEmptied() throws Exception {
        String number = register();
        keep(aigerim, number, "answer", Map.of("text", List.of("Лишнее")));
        keep(aigerim, number, "answer", Map.of("text", List.of("")));

        assertThat(aigerim.page(ticket(number)).select("#text")).isEmpty();
    }

    @Test
    void keepsByAButtonWithoutScripts() throws Exception {
        String number = register();
        Document page = aigerim.page(ticket(number) + "?compose=answer");
        String action = page.expectFirst("button[formaction*=/drafts/]").attr("formaction");

        var kept =
                aigerim.post(action, aigerim.filled(page, "#composer form", Map.of("text", List.of("Потом допишу"))));

        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(aigerim.page(DeskVisitor.target(kept)).expectFirst("#text").wholeText())
                .isEqualTo("Потом допишу");
    }

    @Test
    void deletesTheTextWithTheSendingAndNeverBringsItBack() throws Exception {
        String number = register();
        var form = form(aigerim, number, "answer", Map.of("text", List.of("Готовый ответ")));
        assertThat(aigerim.put(ticket(number) + "/drafts/answer", form).statusCode())
                .isEqualTo(200);
        aigerim.post(ticket(number) + "/answers", form);

        var late = aigerim.put(ticket(number) + "/drafts/answer", form);

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(aigerim.page(ticket(number)).select("#text")).isEmpty();
    }

    @Test
    void survivesARestartAndTheEndOfTheSession() throws Exception {
        String number = register();
        keep(aigerim, number, "answer", Map.of("text", List.of("До перерыва")));

        aigerim.send("/profile", "/logout", Map.of());
        aigerim.send(
                "/login", "/login", Map.of("username", List.of("aigerim"), "password", List.of(DeskVisitor.PASSWORD)));

        assertThat(aigerim.page(ticket(number)).expectFirst("#text").wholeText())
                .isEqualTo("До перерыва");
    }

    @Test
    void keepsTheTextOfASendingThatWasStopped() throws Exception {
        String number = register();
        var mine = form(aigerim, number, "answer", Map.of("text", List.of("Мой ответ")));
        daniyar.post(
                ticket(number) + "/answers", form(daniyar, number, "answer", Map.of("text", List.of("Его ответ"))));

        var stopped = aigerim.post(ticket(number) + "/answers", mine);

        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(DeskVisitor.document(stopped).select(".errors").text())
                .contains("Письмо не отправлено", "Вернуться к тексту");
        assertThat(aigerim.page(ticket(number)).expectFirst("#text").wholeText())
                .isEqualTo("Мой ответ");
    }

    @Test
    void refusesADraftThatIsNoForm() throws Exception {
        String number = register();
        var form = form(aigerim, number, "answer", Map.of("text", List.of("x".repeat(100_001))));

        assertThat(aigerim.put(ticket(number) + "/drafts/answer", form).statusCode())
                .isEqualTo(422);
        assertThat(aigerim.put(ticket(number) + "/drafts/closed", form).statusCode())
                .isEqualTo(404);
    }

    private static void keep(DeskVisitor agent, String number, String surface, Map<String, List<String>> fields) {
        var answer = agent.put(ticket(number) + "/drafts/" + surface, form(agent, number, surface, fields));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static Map<String, List<String>> form(
            DeskVisitor agent, String number, String surface, Map<String, List<String>> fields) {
        Document page = agent.page(ticket(number) + "?compose=" + surface);
        return agent.filled(page, "#composer form", new LinkedHashMap<>(fields));
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }

    private static String register() throws Exception {
        letters++;
        String letter = """
                From: applicant@example.kz
                To: office@sud.kz
                Subject: Draft %d
                Message-ID: <drafts.%d@example.kz>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Page does not open, attempt %d
                """.formatted(letters, letters, letters).replace("\n", "\r\n");
        DESK.post(letter.getBytes(StandardCharsets.UTF_8), "applicant@example.kz", "office@sud.kz");
        String number = "СК-26-%06d".formatted(letters);
        RunningDesk.await("ticket " + number, () -> aigerim.get(ticket(number)).statusCode(), status -> status == 200);
        return number;
    }
}
