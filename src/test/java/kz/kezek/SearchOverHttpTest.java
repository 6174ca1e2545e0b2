package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Directory;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was written to the desk is found again, by whoever may see it. */
class SearchOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    private static DeskVisitor aigerim;
    private static int letters;
    private static String signing;
    private static String kazakh;
    private static String withFile;

    @BeforeAll
    static void begin() throws Exception {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
        signing = register("Ерлан Ахметов", "e.akhmetov@example.kz", "900101100014/СК/ Подпись", """
                Добрый день! Не подписываются исковые заявления, NCALayer 1.4 молчит.
                5) Ахметов Ерлан Маратович, ИИН 900101100014""");
        kazakh = register("Айнұр Сейіт", "a.seit@example.kz", "Сұрақ", "Өтініштерім ашылмайды, көмектесіңіздерші.");
        withFile = register("Ким Светлана", "kim@example.kz", "Вложение", "Карточка дела не открывается.");
        for (int i = 0; i < 26; i++) {
            register("Поток", "flow@example.kz", "Однотипное", "Одинаковая жалоба номер " + i);
        }
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void findsRussianWordsInAnyForm() {
        assertThat(found("исковое заявление не подписывается")).containsExactly(signing);
        assertThat(found("подпись NCALayer")).contains(signing);
        assertThat(found("\"исковые заявления\"")).containsExactly(signing);
        assertThat(found("заявления -NCALayer")).isEmpty();
    }

    @Test
    void findsKazakhWordsByTheirBeginnings() {
        assertThat(found("өтініш")).containsExactly(kazakh);
        assertThat(found("көмектес")).containsExactly(kazakh);
    }

    @Test
    void findsTheSenderByNameAndAddress() {
        assertThat(found("from:Ахметов")).containsExactly(signing);
        assertThat(found("from:kim@example.kz")).containsExactly(withFile);
        assertThat(found("from:NCALayer")).isEmpty();
    }

    @Test
    void showsWhereTheWordsWereFound() {
        Document page = search("подписываются");

        assertThat(page.select(".results mark").eachText()).contains("подписываются");
        assertThat(page.select(".results").text()).contains("Ахметов").doesNotContain("900101100014");
    }

    @Test
    void leadsToTheTicketWhoseNumberWasTyped() {
        assertThat(DeskVisitor.target(ask(signing))).contains("/desk/t/", "000001");
        assertThat(DeskVisitor.target(ask("2"))).contains("/desk/t/", "000002");
        assertThat(DeskVisitor.target(ask("жалоба"))).isEqualTo("/desk/search?q=" + encoded("жалоба"));
    }

    @Test
    void journalsASearchByAPersonsNumberWithoutTheNumber() {
        Document page = DeskVisitor.document(ask("900101100014"));
        long agent =
                DESK.bean(Directory.class).find("aigerim").orElseThrow().id().value();

        assertThat(page.select(".results li").eachAttr("id")).containsExactly(signing);
        assertThat(page.select(".search .banner").text()).contains("записан в журнал");
        assertThat(page.html()).doesNotContain("900101100014");
        assertThat(DESK.bean(Journal.class).entries("agent:" + agent, 0, 100))
                .extracting(entry -> entry.act().action())
                .contains("applicant.searched");
        assertThat(search("900101100014").select(".results li")).isEmpty();
    }

    @Test
    void narrowsByStateFileAndDay() throws Exception {
        aigerim.send(ticket(kazakh), ticket(kazakh) + "/assignment", Map.of());

        assertThat(found("state:new көмектес")).isEmpty();
        assertThat(found("state:open көмектес")).containsExactly(kazakh);
        assertThat(found("has:attachment карточка")).isEmpty();
        assertThat(found("карточка after:23.11.2026")).containsExactly(withFile);
        assertThat(found("карточка before:2026-11-23")).isEmpty();
        assertThat(found("карточка after:31.02.2026")).isEmpty();
    }

    @Test
    void goesThroughManyResultsPageByPage() {
        Document first = search("одинаковая жалоба");
        Document second = aigerim.page(first.expectFirst(".more a").attr("href"));

        assertThat(first.select(".results li")).hasSize(25);
        assertThat(second.select(".results li")).hasSize(1);
        assertThat(first.select(".results li").eachAttr("id"))
                .doesNotContainAnyElementsOf(second.select(".results li").eachAttr("id"));
    }

    @Test
    void takesWhateverIsTypedAsWords() {
        for (String typed : List.of("' | !( & :*", "\\", "state:nothing", "\"", "from:", "::", "a".repeat(1000), "и")) {
            assertThat(aigerim.get("/desk/search?q=" + encoded(typed)).statusCode())
                    .as(typed)
                    .isEqualTo(200);
        }
    }

    @Test
    void showsAFewTicketsInThePalette() {
        assertThat(aigerim.page("/desk/palette?q=" + encoded("жалоба")).select("a"))
                .hasSize(8);
        assertThat(aigerim.page("/desk/palette?q=1").select("a b").text()).startsWith(signing);
        assertThat(aigerim.page("/desk/palette?q=900101100014").select("a")).isEmpty();
    }

    private static List<String> found(String typed) {
        return search(typed).select(".results li").eachAttr("id");
    }

    private static Document search(String typed) {
        return aigerim.page("/desk/search?q=" + encoded(typed));
    }

    private static HttpResponse<byte[]> ask(String typed) {
        return aigerim.send("/desk/search", "/desk/search", Map.of("q", List.of(typed)));
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }

    private static String register(String name, String address, String subject, String text) throws Exception {
        letters++;
        String letter =
                """
                From: =?utf-8?b?%s?= <%s>
                To: office@sud.kz
                Subject: =?utf-8?b?%s?=
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(base64(name), address, base64(subject), text).replace("\n", "\r\n");
        DESK.post(letter.getBytes(StandardCharsets.UTF_8), address, "office@sud.kz");
        String number = "СК-26-%06d".formatted(letters);
        RunningDesk.await("ticket " + number, () -> aigerim.get(ticket(number)).statusCode(), status -> status == 200);
        return number;
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
