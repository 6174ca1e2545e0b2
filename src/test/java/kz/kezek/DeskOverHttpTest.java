package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agents' pages over the real port of the whole program: what they show of strangers' letters, and what they refuse. */
class DeskOverHttpTest {

    private static final String EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script></textarea>\"'";
    private static final String APPLICANT = "e.akhmetov@example.kz";

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    private static DeskVisitor aigerim;
    private static DeskVisitor daniyar;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим Сатыбалдиева", Role.AGENT);
        daniyar = DeskVisitor.signedIn(DESK, "daniyar", "Данияр Оспанов", Role.AGENT);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void leadsStrangersToTheSignInPageAndBackToWhatTheyWanted() {
        var stranger = DeskVisitor.of(DESK);

        assertThat(DeskVisitor.target(stranger.get("/desk/waiting"))).isEqualTo("/login");
        DeskVisitor.account(DESK, "marina", "Марина Тян", Role.AGENT);
        var in = stranger.send(
                "/login", "/login", Map.of("username", List.of("marina"), "password", List.of(DeskVisitor.PASSWORD)));

        assertThat(DeskVisitor.target(in)).isEqualTo("/desk/waiting");
        assertThat(stranger.page("/desk/waiting").select("h1").text()).isEqualTo("Ждём заявителя");
        assertThat(stranger.page("/profile").select(".person").text()).contains("Марина Тян", "Специалист");
    }

    @Test
    void showsANewTicketInItsGroupWithTheWorkingTimeLeft() throws Exception {
        String number = register(
                "Не подписывается иск",
                "Добрый день!\n\n1) RSA256, до 01.12.2026\n2) Chrome 131\n3) NCALayer 1.4\n"
                        + "4) текст ошибки: нет соединения; действия: нажимаю «Подписать»\n5) Ахметов Ерлан Маратович, 900101100014");
        Document queue = aigerim.page("/desk/queue");
        Element row = queue.expectFirst("[id=" + number + "]");

        assertThat(row.select(".sla").text()).isEqualTo("3 ч 00 мин 1-й ответ до 13:15");
        assertThat(row.select(".received").text()).isEqualTo("10:15сегодня");
        assertThat(queue.text()).doesNotContain("900101100014");
        assertThat(queue.select("tr.group").text()).contains("Сегодня до 18:30");
        assertThat(queue.select("a.way[aria-current=page] .count").text())
                .isEqualTo(String.valueOf(queue.select("tr.row").size()));
    }

    @Test
    void walksThroughALongQueuePageByPage() throws Exception {
        for (int i = 0; i < 52; i++) {
            register("Вопрос " + i, "Не открывается карточка дела");
        }
        Document first = aigerim.page("/desk/queue?who=free");
        Document second = aigerim.page(first.expectFirst(".more a").attr("href"));

        assertThat(first.select("tr.row")).hasSize(50);
        assertThat(second.select("tr.row").eachAttr("id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.select("tr.row").eachAttr("id"));
        assertThat(second.select(".more")).isEmpty();
    }

    @Test
    void showsWhatStrangersWroteAsTextOnly() throws Exception {
        String number = register(EVIL, EVIL + "\n\n" + EVIL);

        for (String path : List.of("/desk/queue", ticket(number), ticket(number) + "?compose=answer")) {
            Document page = aigerim.page(path);
            assertThat(page.select("img, script:not([src]), [onerror]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.text()).as(path).contains("onerror=alert(1)");
        }
    }

    @Test
    void hidesTheNumberOfAPersonUntilAskedAndJournalsThat() throws Exception {
        String number = register("900101100014/СК/ Вход", "5) Ахметов Ерлан Маратович, ИИН 900101100014");
        String path = ticket(number);

        assertThat(aigerim.page(path).text()).contains("••••••••0014").doesNotContain("900101100014");
        var whole = aigerim.send(path, path + "/identifier-views", Map.of());

        assertThat(DeskVisitor.document(whole).select(".applicant").text()).contains("900101100014");
        assertThat(DESK.bean(Journal.class).entries("ticket:" + id(number), 0, 100))
                .extracting(entry -> entry.act().action())
                .contains("ticket.identifier-viewed");
    }

    @Test
    void servesFilesOnlyToBeSaved() throws Exception {
        String number = registerWithFile(
                "page.html", "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        String file = aigerim.page(ticket(number)).expectFirst(".files a").attr("href");
        var answer = aigerim.get(file);

        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"SK-" + number.substring(3) + "-1-1.html\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(aigerim.get(ticket(number) + "/files/1/2").statusCode()).isEqualTo(404);
        assertThat(DeskVisitor.target(DeskVisitor.of(DESK).get(file))).isEqualTo("/login");
    }

    @Test
    void showsAPictureByItsOwnBytesNotByItsName() throws Exception {
        String pretended =
                registerWithFile("photo.png", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        String real = registerWithFile(
                "x.bin", "application/octet-stream", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0
                });

        assertThat(header(aigerim.get(ticket(pretended) + "/files/1/1"), "Content-Disposition"))
                .startsWith("attachment");
        assertThat(header(aigerim.get(ticket(real) + "/files/1/1"), "Content-Type"))
                .isEqualTo("image/png");
    }

    @Test
    void sendsAnAnswerOnceHoweverOftenItsFormIsPosted() throws Exception {
        String number = register("Дважды", "Не открывается карточка");
        var form = filled(aigerim, number, "answer", Map.of("text", List.of("Обновите NCALayer.")));

        assertThat(aigerim.post(ticket(number) + "/answers", form).statusCode()).isEqualTo(303);
        var again = aigerim.post(ticket(number) + "/answers", form);

        assertThat(again.statusCode()).isEqualTo(303);
        Document page = aigerim.page(DeskVisitor.target(again));
        assertThat(page.select("article.outgoing")).hasSize(1);
        assertThat(page.select("[data-done]").text()).isEqualTo("Отправили заявителю.");
        assertThat(page.select(".meta .tag").text()).isEqualTo("дан ответ");
    }

    @Test
    void givesBackWhatIsWrongWithTheTextKept() throws Exception {
        String number = register("Пусто", "Не открывается карточка");
        var empty = aigerim.post(ticket(number) + "/answers", filled(aigerim, number, "answer", Map.of()));
        var without = aigerim.post(
                ticket(number) + "/information-requests",
                filled(aigerim, number, "request", Map.of("text", List.of("Ответьте, пожалуйста"))));

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(empty).select(".errors a").eachText()).containsExactly("Напишите текст");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(without).select(".errors a").eachText())
                .containsExactly("Отметьте, что запросить");
        assertThat(DeskVisitor.document(without).select("#text").text()).isEqualTo("Ответьте, пожалуйста");
        assertThat(aigerim.send(ticket(number), ticket(number) + "/notes", Map.of("text", List.of("x")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void stopsALetterWrittenWithoutKnowingWhatAColleagueDid() throws Exception {
        String number = register("Вдвоём", "Не открывается карточка");
        var mine = filled(aigerim, number, "answer", Map.of("text", List.of("Мой ответ")));
        daniyar.post(
                ticket(number) + "/answers", filled(daniyar, number, "answer", Map.of("text", List.of("Его ответ"))));

        var stopped = aigerim.post(ticket(number) + "/answers", mine);
        Document page = DeskVisitor.document(stopped);

        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(page.select(".errors a").text()).contains("Ответ, Данияр Оспанов");
        assertThat(page.select("#text").text()).isEqualTo("Мой ответ");
        assertThat(page.select(page.expectFirst(".errors a").attr("href")).text())
                .contains("Его ответ");
        var seen = aigerim.filled(page, "#composer form", Map.of("text", List.of("Мой ответ")));
        assertThat(aigerim.post(ticket(number) + "/answers", seen).statusCode()).isEqualTo(303);
    }

    @Test
    void refusesAStepThatTheStateDoesNotAllow() throws Exception {
        String number = register("Закрыть", "Не открывается карточка");

        var refused = aigerim.send(ticket(number), ticket(number) + "/closing", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(DeskVisitor.document(refused).select("h1").text()).isEqualTo("Обращение изменилось");
    }

    @Test
    void givesATicketToWhoTakesItAndLeadsBack() throws Exception {
        String number = register("Взять", "Не открывается карточка");

        var taken = daniyar.send("/desk/queue", ticket(number) + "/assignment", Map.of("back", List.of("/desk/mine")));

        assertThat(DeskVisitor.target(taken)).isEqualTo("/desk/mine");
        assertThat(daniyar.page("/desk/mine").select("tr.row").eachAttr("id")).contains(number);
        var elsewhere =
                daniyar.send("/desk/queue", ticket(number) + "/release", Map.of("back", List.of("//evil.example/")));
        assertThat(DeskVisitor.target(elsewhere)).isEqualTo("/");
    }

    @Test
    void refusesEveryFormWithoutItsToken() throws Exception {
        String number = register("Подделка", "Не открывается карточка");
        for (String noun : List.of("answers", "information-requests", "notes", "assignment", "identifier-views")) {
            var answer = aigerim.post(ticket(number) + "/" + noun, Map.of("text", List.of("x")));
            assertThat(answer.statusCode()).as(noun).isEqualTo(403);
            assertThat(DeskVisitor.document(answer).select("h1").text()).isEqualTo("Сюда вам нельзя");
        }
        assertThat(aigerim.page(ticket(number)).select("article")).hasSize(1);
    }

    @Test
    void saysPlainlyThatThereIsNoSuchPage() {
        for (String path :
                List.of("/nowhere", "/desk/t/SK-26-999999", "/desk/t/abc", "/demo/sink", "/assets/none.css")) {
            var answer = aigerim.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(DeskVisitor.document(answer).select("h1").text())
                    .as(path)
                    .isEqualTo("Такой страницы нет");
        }
    }

    @Test
    void letsAnAuditorReadAndNothingElse() throws Exception {
        String number = register("Проверка", "Не открывается карточка");
        var auditor = DeskVisitor.signedIn(DESK, "auditor", "Серик Ахмет", Role.AUDITOR);

        Document page = auditor.page(ticket(number));

        assertThat(page.select("#composer, .top form, .applicant form")).isEmpty();
        assertThat(auditor.send("/profile", ticket(number) + "/notes", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsTheLanguageWithTheAccount() {
        var visitor = DeskVisitor.signedIn(DESK, "ainur", "Айнұр Сейіт", Role.AGENT);

        var chosen = visitor.send(
                "/profile", "/preferences", Map.of("language", List.of("kk"), "back", List.of("/desk/queue")));

        assertThat(DeskVisitor.target(chosen)).isEqualTo("/desk/queue");
        assertThat(visitor.page("/desk/queue").select("html").attr("lang")).isEqualTo("kk");
        var elsewhere = DeskVisitor.of(DESK);
        elsewhere.send(
                "/login", "/login", Map.of("username", List.of("ainur"), "password", List.of(DeskVisitor.PASSWORD)));
        assertThat(elsewhere.page("/desk/queue").select("html").attr("lang")).isEqualTo("kk");
    }

    @Test
    void servesAssetsForAYearUnderTheHashOfTheirContent() {
        Document page = DeskVisitor.of(DESK).page("/login");
        List<String> addresses = page.select("link[href], script[src]").stream()
                .map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("src"))
                .toList();

        assertThat(addresses)
                .hasSizeGreaterThan(6)
                .allMatch(address -> address.matches("/.*-[0-9a-f]{32}\\.[a-z0-9]+"));
        for (String address : addresses) {
            var answer = DeskVisitor.of(DESK).get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        }
    }

    private static String register(String subject, String body) throws Exception {
        letters++;
        String letter = """
                From: =?utf-8?b?%s?= <%s>
                To: office@sud.kz
                Subject: =?utf-8?b?%s?=
                Message-ID: <desk.%d@example.kz>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(
                base64(EVIL.substring(0, 28)), APPLICANT, base64(subject), letters, body + "\n\n(" + letters + ")");
        return register(letter);
    }

    private static String registerWithFile(String name, String type, byte[] bytes) throws Exception {
        letters++;
        return register("""
                From: %s
                To: office@sud.kz
                Subject: =?utf-8?b?%s?=
                Message-ID: <desk.%d@example.kz>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=part

                --part
                Content-Type: text/plain; charset=utf-8

                Letter %d with a file.
                --part
                Content-Type: %s; name="%s"
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --part--
                """.formatted(
                        APPLICANT,
                        base64("С файлом"),
                        letters,
                        letters,
                        type,
                        name,
                        name,
                        java.util.Base64.getEncoder().encodeToString(bytes)));
    }

    private static String register(String letter) throws Exception {
        DESK.post(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), APPLICANT, "office@sud.kz");
        DESK.clock.advance(Duration.ofMillis(1));
        String number = "СК-26-%06d".formatted(letters);
        RunningDesk.await("ticket " + number, () -> aigerim.get(ticket(number)).statusCode(), status -> status == 200);
        return number;
    }

    private static Map<String, List<String>> filled(
            DeskVisitor visitor, String number, String mode, Map<String, List<String>> fields) {
        return visitor.filled(visitor.page(ticket(number) + "?compose=" + mode), "#composer form", fields);
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }

    private static long id(String number) {
        return DESK.bean(kz.kezek.ticket.TicketRegister.class)
                .find(kz.kezek.ticket.TicketNumber.read(number).orElseThrow())
                .orElseThrow()
                .id()
                .value();
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
