package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.kezek.identity.Role;
import kz.kezek.intake.LedgerCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Calls to 1401 over the real port: they go the way of a letter (R1, A30), and the caller is told number and deadline. */
class PhoneOverHttpTest {

    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2
            OF/2NxApJCzGCEDdfSp6VQO30hyhRANCAAQRWz+jn65BtOMvdyHKcvjBeBSDZH2r
            -----END PRIVATE KEY-----
            """;

    private static final String TICKET = "/desk/t/SK-26-000001";
    private static final String TICKET_HREF =
            "/desk/t/" + UriUtils.encodePathSegment("СК-26-000001", StandardCharsets.UTF_8);

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private DeskVisitor agent = DeskVisitor.of(desk);

    @BeforeEach
    void hire() {
        agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void makesATicketUnderTheSameClocksAndTellsWhatIsMissing() throws Exception {
        String page = take(call(Map.of(
                "name", "Ахметова Айгуль",
                "id", "900101300017",
                "phone", "8 701 123-45-67",
                "language", "kk",
                "summary", "Не открывается карточка дела",
                "browser", "Chrome 148",
                "actions", "Нажимает на номер дела")));

        var told = agent.page(page);
        assertThat(told.select("h1").text()).isEqualTo("Принято: СК-26-000001");
        assertThat(told.select("dd").eachText())
                .contains("пн, 23 ноября, 13:15", "Не уйдёт: почты нет", "ЭЦП и срок Java");
        assertThat(told.select("textarea").eachAttr("lang")).containsExactly("kk", "ru", "en");
        assertThat(told.select("textarea").eachText())
                .containsExactly(
                        "СК-26-000001: қабылданды, мерзімі 23.11 13:15 (Астана). Тел. 1401",
                        "СК-26-000001: принято, ответим до 23.11 13:15 (Астана). Телефон 1401",
                        "SK-26-000001 registered. We answer by 23.11 13:15 Astana time. Questions: call 1401");
        assertThat(told.select(".price .hint").eachText()).allMatch(price -> price.contains("1 SMS"));

        assertThat(count("select count(*) from ticket where channel = 'PHONE' and clock = 'FIRST_ANSWER'"))
                .isEqualTo(1);
        JsonNode row = desk.get("/api/v1/ledger").get("entries").get(0);
        assertThat(row.get("door").asString()).isEqualTo("PHONE");
        assertThat(row.get("fate").asString()).isEqualTo("TICKET");
        var shown = agent.page("/desk/t/SK-26-000001");
        assertThat(shown.select(".ticket-head .meta").text()).contains("звонок 1401", "казахский");
        assertThat(shown.select(".applicant dd").eachText()).contains("Ахметова Айгуль", "+7 701 123 45 67");
        assertThat(shown.select(".five .missing .name").eachText()).containsExactly("ЭЦП и срок", "Java");
        assertThat(actions()).contains("call.taken");
    }

    @Test
    void sendsTheAcceptanceNoticeToTheCallersAddress() throws Exception {
        String page = take(call(Map.of("summary", "Не приходит код", "address", "aigul@example.kz", "language", "ru")));

        assertThat(agent.page(page).text()).contains("Уйдёт на aigul@example.kz");
        assertThat(desk.lettersTo("aigul@example.kz", 1).getFirst().getSubject())
                .contains("СК-26-000001");
    }

    @Test
    void takesACallOnceHoweverOftenItsFormIsSent() {
        Map<String, List<String>> form = call(Map.of("summary", "Ошибка 500"));
        String first = take(form);

        assertThat(take(form)).isEqualTo(first);
        assertThat(take(call(Map.of("summary", "Ошибка 500")))).isNotEqualTo(first);
        assertThat(count("select count(*) from ticket")).isEqualTo(2);
        assertThat(count("select count(*) from custody where fate = 'TICKET' and door = 'PHONE'"))
                .isEqualTo(2);
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndKeepsWhatWasTyped() {
        var response = agent.send(
                "/desk/call", "/desk/call", call(Map.of("phone", "12", "address", "nobody", "name", "Ахметова")));

        assertThat(response.statusCode()).isEqualTo(422);
        var page = DeskVisitor.document(response);
        assertThat(page.title()).startsWith("Ошибка:");
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#summary", "#phone", "#address");
        assertThat(page.expectFirst("#name").val()).isEqualTo("Ахметова");
        assertThat(count("select count(*) from custody")).isZero();
    }

    @Test
    void neitherTakesNorKeepsAPrivateKey() {
        Map<String, List<String>> form = call(Map.of("summary", "Ключ", "additional", KEY));

        var refused = agent.send("/desk/call", "/desk/call", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(DeskVisitor.document(refused).select(".errors").text()).contains("закрытый ключ");
        var kept = put(form);
        assertThat(new String(kept, StandardCharsets.UTF_8)).contains("закрытый ключ");
        assertThat(count("select count(*) from call_draft")).isZero();
        assertThat(count("select count(*) from custody")).isZero();
    }

    @Test
    void keepsTheCallThatIsTypedUntilItIsTaken() {
        put(call(Map.of("summary", "Начали говорить", "phone", "87011234567")));
        assertThat(agent.page("/desk/call").expectFirst("#summary").val()).isEqualTo("Начали говорить");

        take(call(Map.of("summary", "Начали говорить")));
        assertThat(agent.page("/desk/call").expectFirst("#summary").val()).isEmpty();
    }

    @Test
    void findsTheOpenTicketsOfTheCallerAndAddsTheCallToOne() {
        take(call(Map.of(
                "name", "Ахметова Айгуль", "id", "900101300017", "phone", "87011234567", "summary", "Первый звонок")));
        take(call(Map.of("name", "Сериков Данияр", "summary", "Чужое")));

        Map<String, List<String>> again = call(Map.of("id", "900101300017", "additional", "Сегодня то же самое"));
        assertThat(found(again)).containsExactly("СК-26-000001 ИИН");
        assertThat(found(again)).hasSize(1);
        assertThat(actions()).filteredOn("applicant.searched"::equals).hasSize(1);
        assertThat(found(call(Map.of("phone", "+7 701 123 45 67")))).containsExactly("СК-26-000001 телефон");
        assertThat(found(call(Map.of("name", "айгуль ахмет")))).containsExactly("СК-26-000001 имя");
        assertThat(found(call(Map.of("name", "%%%", "id", "12")))).isEmpty();

        var added = agent.send("/desk/call", "/desk/t/SK-26-000001/calls", again);
        assertThat(added.statusCode()).isEqualTo(303);
        var ticket = agent.page("/desk/t/SK-26-000001");
        assertThat(ticket.select(".message.note .body").text()).contains("Звонок 1401", "Сегодня то же самое");
        assertThat(count("select count(*) from ticket")).isEqualTo(2);
    }

    @Test
    void recordsAnAnswerThatIsToldBecauseThereIsNoAddress() {
        take(call(Map.of("summary", "Где скачать NCALayer")));
        String path = "/desk/t/" + UriUtils.encodePathSegment("СК-26-000001", StandardCharsets.UTF_8);
        var page = agent.page(path + "?compose=answer");
        assertThat(page.select("#composer").text()).contains("Адреса нет", "Записать ответ");

        var fields = agent.filled(page, "#composer form", Map.of("text", List.of("Ссылка на сайте НУЦ")));
        var done = agent.post(page.expectFirst("#composer form").attr("action"), fields);

        var answered = agent.page(DeskVisitor.target(done));
        assertThat(answered.select("[data-done]").text()).contains("Письмо не уходило");
        assertThat(answered.select(".ticket-head .tag").text()).isEqualTo("дан ответ");
        assertThat(count("select count(*) from letter")).isZero();
        assertThat(count("select count(*) from sla_clock where kind = 'FIRST_ANSWER' and verdict = 'MET'"))
                .isEqualTo(1);
    }

    @Test
    void takesACallForTheReplyToARequestForInformation() throws Exception {
        take(call(Map.of("id", "900101300017", "summary", "Не подписывается", "address", "a@example.kz")));
        desk.lettersTo("a@example.kz", 1);
        compose("request", Map.of("text", List.of("Какая Java?"), "items", List.of("os")));
        desk.lettersTo("a@example.kz", 2);
        RunningDesk.await("the clock of the reply", () -> clocks("APPLICANT_REPLY"), clocks -> !clocks.isEmpty());
        desk.clock.advance(Duration.ofHours(1));

        Map<String, List<String>> told =
                call(Map.of("id", "900101300017", "name", "Ахметова Айгуль", "java", "8u431", "summary", "Windows 10"));
        var matches = DeskVisitor.document(agent.send("/desk/call", "/desk/call/matches", told));
        assertThat(matches.select("#matches button").text()).contains("Записать ответ на запрос");
        var added = agent.send("/desk/call", TICKET + "/calls", told);
        agent.send("/desk/call", TICKET + "/calls", told);

        var page = agent.page(DeskVisitor.target(added));
        assertThat(page.select(".ticket-head .tag").text()).isEqualTo("данные получены");
        assertThat(page.select(".message.note")).isEmpty();
        assertThat(page.select(".message[id^=message-]")).hasSize(2);
        assertThat(page.select(".message[id^=message-] .body").eachText().getLast())
                .contains("Windows 10", "8u431");
        assertThat(page.select("#fact-JAVA").val()).isEqualTo("8u431");
        assertThat(clocks("APPLICANT_REPLY")).containsExactly("MET");
        assertThat(count("select count(*) from sla_clock where kind = 'ANSWER_AFTER_INFORMATION' and ended_at is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from ticket_event where type = 'InformationSupplied'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from custody where fate = 'REPLY' and door = 'PHONE'"))
                .isEqualTo(1);
        assertThat(actions()).contains("call.replied");
        assertThat(desk.bean(LedgerCheck.class).balance(true).differences()).isEmpty();
    }

    @Test
    void sendsLettersToTheAddressThatIsGivenLater() throws Exception {
        take(call(Map.of("summary", "Где скачать NCALayer", "phone", "87011234567")));
        var page = agent.page(TICKET);
        assertThat(page.select(".applicant dd a").eachAttr("href"))
                .containsExactly(TICKET_HREF + "?step=give-address#step");

        for (String wrong : List.of("nobody", "office@sud.kz", "a b@example.kz")) {
            var refused = giveAddress(wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(DeskVisitor.document(refused).select("#address").val()).isEqualTo(wrong);
        }
        assertThat(giveAddress("Aigul@Example.kz").statusCode()).isEqualTo(303);
        assertThat(giveAddress("other@example.kz").statusCode()).isEqualTo(409);

        var given = agent.page(TICKET);
        assertThat(given.select(".applicant dd").eachText()).contains("aigul@example.kz");
        assertThat(given.select(".event").text()).contains("добавлен адрес заявителя aigul@example.kz");
        assertThat(actions()).filteredOn("ParticipantAdded"::equals).hasSize(1);
        compose("answer", Map.of("text", List.of("Ссылка на сайте НУЦ")));
        var letter = desk.lettersTo("aigul@example.kz", 1).getFirst();
        assertThat(letter.getSubject()).contains("СК-26-000001");
        desk.post(
                ("From: aigul@example.kz\r\nTo: office@sud.kz\r\nSubject: Re\r\nIn-Reply-To: " + letter.getMessageID()
                                + "\r\n\r\nThank you, still broken\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                "aigul@example.kz",
                "office@sud.kz");
        RunningDesk.await(
                "the reply",
                () -> agent.page(TICKET).select(".message[id^=message-]"),
                messages -> messages.size() == 2);
    }

    private HttpResponse<byte[]> giveAddress(String address) {
        Map<String, List<String>> fields = Map.of(
                "address",
                List.of(address),
                "idempotencyKey",
                List.of(UUID.randomUUID().toString()));
        return agent.send(TICKET, TICKET + "/addresses", fields);
    }

    private void compose(String surface, Map<String, List<String>> fields) {
        var page = agent.page(TICKET + "?compose=" + surface);
        var sent = agent.post(
                page.expectFirst("#composer form").attr("action"), agent.filled(page, "#composer form", fields));
        assertThat(sent.statusCode()).isEqualTo(303);
    }

    private List<String> clocks(String kind) {
        return JdbcClient.create(desk.database.dataSource())
                .sql("select verdict from sla_clock where kind = ?")
                .param(kind)
                .query(String.class)
                .list();
    }

    private List<String> found(Map<String, List<String>> form) {
        var page = DeskVisitor.document(agent.send("/desk/call", "/desk/call/matches", form));
        return page.select("#matches li").stream()
                .map(match -> match.select(".number").text() + " "
                        + match.select(".tag:not([class*=' '])").eachText().getLast())
                .toList();
    }

    private static Map<String, List<String>> call(Map<String, String> fields) {
        Map<String, List<String>> form = new HashMap<>();
        fields.forEach((field, value) -> form.put(field, List.of(value)));
        form.put("idempotencyKey", List.of(UUID.randomUUID().toString()));
        return form;
    }

    private String take(Map<String, List<String>> form) {
        var taken = agent.send("/desk/call", "/desk/call", form);
        assertThat(taken.statusCode()).isEqualTo(303);
        return DeskVisitor.target(taken);
    }

    private byte[] put(Map<String, List<String>> form) {
        Map<String, List<String>> all = new HashMap<>(form);
        all.put(
                "_csrf",
                List.of(agent.page("/desk/call")
                        .expectFirst("input[name=_csrf]")
                        .val()));
        var kept = agent.put("/desk/call/draft", all);
        assertThat(kept.statusCode()).isEqualTo(200);
        return kept.body();
    }

    private int count(String sql) {
        return JdbcClient.create(desk.database.dataSource())
                .sql(sql)
                .query(Integer.class)
                .single();
    }

    private List<String> actions() {
        return JdbcClient.create(desk.database.dataSource())
                .sql("select action from journal_entry order by at")
                .query(String.class)
                .list();
    }
}
