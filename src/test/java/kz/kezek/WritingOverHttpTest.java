package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What helps to write, and acts on many tickets: canned answers, the letter before it goes, the bulk bar. */
class WritingOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    private static DeskVisitor aigerim;
    private static DeskVisitor leader;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
        leader = DeskVisitor.signedIn(DESK, "saule", "Сауле Н.", Role.SUPERVISOR);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void givesCannedAnswersInTheLanguageOfTheLetterWithItsValues() throws Exception {
        String number = register("Ерлан", "Не открывается карточка дела");
        assertThat(keep("greeting", "{name}, здравствуйте! Обращение {number}. {unknown}")
                        .statusCode())
                .isEqualTo(303);

        Document inserts = aigerim.page(ticket(number) + "/inserts");

        assertThat(inserts.select("[data-name=greeting] p").text())
                .isEqualTo("Ерлан, здравствуйте! Обращение " + number + ". {unknown}");
        assertThat(inserts.select("[data-opens=':']")).isNotEmpty();
    }

    @Test
    void letsSupervisorsChangeAndRemoveCannedAnswers() {
        keep("first", "Первый");
        assertThat(keep("first", "Второй").statusCode()).isEqualTo(422);
        Document list = leader.page("/desk/canned");
        String edit = list.select("li:contains(;first) a").attr("href").replace("#edit", "");
        Document form = leader.page(edit);
        assertThat(form.select("#textRu").text()).isEqualTo("Первый");
        leader.post(
                "/desk/canned",
                leader.filled(
                        form,
                        ".edit form",
                        Map.of(
                                "name", List.of("first"),
                                "titleRu", List.of("А"),
                                "titleKk", List.of("Ә"),
                                "titleEn", List.of("A"),
                                "textRu", List.of("Новый"),
                                "textKk", List.of("Жаңа"),
                                "textEn", List.of("New"))));
        assertThat(leader.page("/desk/canned").select("li:contains(;first)").text())
                .contains("Новый");

        leader.send(
                "/desk/canned",
                leader.page("/desk/canned").select("li:contains(;first) form").attr("action"),
                Map.of());

        assertThat(leader.page("/desk/canned").text()).doesNotContain(";first");
    }

    @Test
    void wantsEachCannedAnswerInAllLanguages() {
        var refused =
                leader.send("/desk/canned", "/desk/canned", Map.of("name", List.of("Имя"), "textRu", List.of("А")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(refused).select(".errors li")).hasSize(3);
    }

    @Test
    void keepsCannedAnswersFromAgentsHands() {
        assertThat(aigerim.page("/desk/canned?edit=0").select(".edit")).isEmpty();
        assertThat(aigerim.send("/desk/canned", "/desk/canned", Map.of("name", List.of("x")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsTheLetterAsItWouldGoAndSendsNothing() throws Exception {
        String number = register("Ерлан", "Не открывается карточка дела");
        Document page = aigerim.page(ticket(number) + "?compose=answer");
        var form = aigerim.filled(page, "#composer form", Map.of("text", List.of("- первое <b>\n- второе")));
        var before = stored(number);

        var preview = aigerim.post(ticket(number) + "/previews/answer", form);

        Document letter = DeskVisitor.document(preview);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(letter.text()).contains("первое <b>", "второе", number);
        assertThat(letter.select("b:contains(первое), script")).isEmpty();
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "default-src 'none'");
        assertThat(stored(number)).isEqualTo(before);
        assertThat(aigerim.page(ticket(number)).select("article.outgoing")).isEmpty();
        assertThat(aigerim.post(ticket(number) + "/answers", form).statusCode()).isEqualTo(303);
        var empty = aigerim.filled(page, "#composer form", Map.of());
        assertThat(DeskVisitor.document(aigerim.post(ticket(number) + "/previews/request", empty))
                        .text())
                .contains("Отметьте, что запросить");
    }

    @Test
    void actsOnManyTicketsAndNamesThoseItCouldNot() throws Exception {
        String one = register("А", "Первая карточка");
        String two = register("Б", "Вторая карточка");
        var taken = bulk(List.of(one, two), "TAKE");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(aigerim.page("/desk/mine").select("tr.row").eachAttr("id")).contains(one, two);

        var refused = bulk(List.of(one, two), "CLOSE");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(DeskVisitor.document(refused).select(".results a").eachText())
                .containsExactly(one, two);
    }

    @Test
    void asksBeforeItAssignsOrMarksManyTickets() throws Exception {
        String one = register("В", "Третья карточка");
        String two = register("Г", "Четвёртая карточка");
        Document asked = DeskVisitor.document(bulk(List.of(one, two), "MARK_NOT_A_REQUEST"));
        assertThat(asked.text()).contains("2 обращения");
        assertThat(stored(one).state().name()).isEqualTo("REGISTERED");
        aigerim.send(ticket(two), ticket(two) + "/assignment", Map.of());
        aigerim.send(ticket(two), ticket(two) + "/answers", Map.of());

        Document done = DeskVisitor.document(aigerim.post(
                "/desk/bulk", aigerim.filled(asked, "form.adding", Map.of("tickets", List.of(one, two)))));

        assertThat(done.text()).contains("Сделано с 2 обращениями.");
        assertThat(stored(one).state().name()).isEqualTo("NOT_A_REQUEST");
        Document again = DeskVisitor.document(bulk(List.of(one), "ASSIGN"));
        String agent = again.expectFirst("#assignee option").attr("value");
        Document skipped = DeskVisitor.document(aigerim.post(
                "/desk/bulk",
                aigerim.filled(again, "form.adding", Map.of("tickets", List.of(one), "assignee", List.of(agent)))));
        assertThat(skipped.text()).contains("Сделано с 0 обращениями.", "Пропущено 1 обращение");
        assertThat(skipped.select(".results a").eachText()).containsExactly(one);
    }

    private static HttpResponse<byte[]> bulk(List<String> numbers, String act) {
        return aigerim.send(
                "/desk/queue",
                "/desk/bulk",
                Map.of("tickets", numbers, "act", List.of(act), "back", List.of("/desk/mine")));
    }

    private static HttpResponse<byte[]> keep(String name, String text) {
        return leader.send(
                "/desk/canned",
                "/desk/canned",
                Map.of(
                        "name", List.of(name),
                        "titleRu", List.of(name),
                        "titleKk", List.of(name),
                        "titleEn", List.of(name),
                        "textRu", List.of(text),
                        "textKk", List.of(text),
                        "textEn", List.of(text)));
    }

    private static kz.kezek.ticket.Ticket stored(String number) {
        return DESK.bean(TicketRegister.class)
                .find(TicketNumber.read(number).orElseThrow())
                .orElseThrow();
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }

    private static String register(String name, String text) throws Exception {
        letters++;
        String letter = """
                From: =?utf-8?b?%s?= <applicant%d@example.kz>
                To: office@sud.kz
                Subject: Writing %d
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(
                        java.util.Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)),
                        letters,
                        letters,
                        text)
                .replace("\n", "\r\n");
        DESK.post(letter.getBytes(StandardCharsets.UTF_8), "applicant" + letters + "@example.kz", "office@sud.kz");
        String number = "СК-26-%06d".formatted(letters);
        RunningDesk.await("ticket " + number, () -> aigerim.get(ticket(number)).statusCode(), status -> status == 200);
        return number;
    }
}
