package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tickets merged, split, linked and marked, through pages and API, and where their letters go afterwards. */
class TicketsTogetherTest {

    private static final String OFFICE = "office@sud.kz";

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");

    private static DeskVisitor aigerim;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим Сатыбалдиева", Role.AGENT);
        DeskVisitor.account(DESK, "daniyar", "Данияр Оспанов", Role.AGENT);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void marksAndUnmarksOnThePageSayingWhatItDoesToTheClock() throws Exception {
        String number = register("a1@example.kz", "Реклама");
        String due = due(number);
        Document asked = aigerim.page(page(number) + "?step=mark-not-a-request");
        assertThat(asked.select("#step p").text()).contains("Часы остановятся без оценки");

        take(number, "mark-not-a-request", Map.of());
        assertThat(state(number)).isEqualTo("NOT_A_REQUEST");
        assertThat(aigerim.page(page(number) + "?step=undo-mark")
                        .select("#step p")
                        .text())
                .contains("от прежнего начала", due.substring(11, 16));
        take(number, "undo-mark", Map.of());

        assertThat(state(number)).isEqualTo("IN_PROGRESS");
        assertThat(due(number)).isEqualTo(due);
        assertThat(actions(number)).contains("MarkedNotARequest", "MarkUndone");
    }

    @Test
    void reopensAndGivesToAnotherAgent() throws Exception {
        String number = register("a2@example.kz", "Вход");
        DESK.post(api(number, "answers"), Map.of("text", "Сделайте так."));
        take(number, "reopen", Map.of());
        assertThat(state(number)).isEqualTo("IN_PROGRESS");

        String daniyar = aigerim.page(page(number) + "?step=reassign")
                .select("option:contains(Данияр)")
                .attr("value");
        take(number, "reassign", Map.of("agent", List.of(daniyar)));

        assertThat(aigerim.page(page(number)).select(".top .place").text()).contains("Данияр Оспанов");
    }

    @Test
    void saysInTheFormWhatIsWrongWithANumber() throws Exception {
        String number = register("a3@example.kz", "Повтор");
        var nothing = post(number, "mark-duplicate", Map.of("number", List.of("СК-26-999999")));
        var itself = post(number, "mark-duplicate", Map.of("number", List.of(number)));

        assertThat(nothing.statusCode()).isEqualTo(422);
        Document again = DeskVisitor.document(nothing);
        assertThat(again.select("#step .errors").text()).isEqualTo("Проверьте номер: такого обращения нет");
        assertThat(again.expectFirst("#number").attr("value")).isEqualTo("СК-26-999999");
        assertThat(DeskVisitor.document(itself).select("#step .errors").text()).contains("этого же обращения");
        assertThat(state(number)).isEqualTo("REGISTERED");
    }

    @Test
    void mergesIntoTheOtherWithTheEarlierDeadlineAndFindsItForEveryReply() throws Exception {
        String first = register("m1@example.kz", "Не подписывается");
        String early = due(first);
        DESK.clock.advance(Duration.ofMinutes(30));
        String second = register("m1@example.kz", "Ещё раз о подписи");
        take(first, "merge", Map.of("number", List.of(second)));

        assertThat(state(first)).isEqualTo("MERGED");
        assertThat(due(second)).isEqualTo(early);
        assertThat(clock(first).get("verdict").asString()).isEqualTo("VOID");
        assertThat(aigerim.page(page(second)).select(".conversation").text())
                .contains("Не подписывается письмо", "Ещё раз о подписи письмо", first);

        byNumber("m1@example.kz", first);
        byReplyTo("m1@example.kz", first);
        byMessageId("m1@example.kz", first);
        assertThat(received(second, 4)).isEqualTo(4);
        assertThat(received(first, 1)).isEqualTo(1);
    }

    @Test
    void undoesAMergerExactlyUntilTheOtherWasAnswered() throws Exception {
        String first = register("u1@example.kz", "Один");
        DESK.clock.advance(Duration.ofMinutes(10));
        String second = register("u1@example.kz", "Два");
        String firstDue = due(first);
        String secondDue = due(second);
        take(first, "merge", Map.of("number", List.of(second)));
        take(first, "undo-merger", Map.of());

        assertThat(due(first)).isEqualTo(firstDue);
        assertThat(due(second)).isEqualTo(secondDue);

        take(first, "merge", Map.of("number", List.of(second)));
        DESK.post(api(second, "answers"), Map.of("text", "Ответ."));
        assertThat(post(first, "undo-merger", Map.of()).statusCode()).isEqualTo(409);
        assertThat(state(first)).isEqualTo("MERGED");
        assertThat(DESK.get(api(second, "")).get("clocks").values().stream()
                        .map(c -> c.get("kind").asString() + " "
                                + c.get("verdict").asString()))
                .contains("FIRST_ANSWER MET")
                .doesNotContain("FIRST_ANSWER RUNNING");
    }

    @Test
    void mergesAnothersTicketOnlyWhenThatIsMeantAndKeepsThemApart() throws Exception {
        String hers = register("her@example.kz", "Её тайна");
        String his = register("his@example.kz", "Его вопрос");
        var asked = post(hers, "merge", Map.of("number", List.of(his)));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(DeskVisitor.document(asked).select("#step [name=otherApplicant]"))
                .hasSize(1);
        assertThat(state(hers)).isEqualTo("REGISTERED");

        take(hers, "merge", Map.of("number", List.of(his), "otherApplicant", List.of("true")));
        DESK.post(api(his, "answers"), Map.of("text", "Ответ ему."));
        DESK.lettersTo("his@example.kz", 2);

        JsonNode sent = DESK.get(api(his, "")).get("sent");
        assertThat(sent.values().stream().map(letter -> letter.get("to").asString()))
                .containsOnly("his@example.kz");
        assertThat(sent.toString()).doesNotContain("тайна");
        byNumber("her@example.kz", hers);
        JsonNode got = DESK.ticket(his, "has her reply", t -> t.get("received").size() == 2);
        assertThat(got.get("received").get(1).get("knownSender").asBoolean()).isFalse();
        assertThat(DESK.bean(TicketRegister.class).takesPart(ticketId(his), "her@example.kz"))
                .isFalse();
    }

    @Test
    void splitsLettersOffIntoATicketOfTheirSenderUnderTheirReceipt() throws Exception {
        String number = register("s1@example.kz", "Первый вопрос");
        DESK.clock.advance(Duration.ofMinutes(20));
        byNumber("s1@example.kz", number);
        JsonNode before =
                DESK.ticket(number, "has two letters", t -> t.get("received").size() == 2);
        long custody = before.get("received").get(1).get("custody").asLong();
        var made = post(number, "split", Map.of("letters", List.of(Long.toString(custody))));
        assertThat(made.statusCode()).isEqualTo(303);
        JsonNode split = DESK.get("/api/v1/tickets" + DeskVisitor.target(made).substring("/desk/t".length()));

        assertThat(split.get("received").size()).isEqualTo(1);
        assertThat(split.get("ticket").get("registeredAt"))
                .isEqualTo(before.get("received").get(1).get("receivedAt"));
        assertThat(split.get("ticket").get("applicant").get("address").asString())
                .isEqualTo("s1@example.kz");
        assertThat(DESK.get(api(number, "")).get("received").size()).isEqualTo(1);
        assertThat(DESK.lettersTo("s1@example.kz", 2)).hasSize(2);
        assertThat(aigerim.page(page(number)).select(".ties").text())
                .contains(split.get("ticket").get("number").asString());
    }

    @Test
    void linksAndUnlinksBothWays() throws Exception {
        String one = register("l1@example.kz", "Один");
        String two = register("l2@example.kz", "Два");
        take(one, "link", Map.of("number", List.of(two)));
        assertThat(aigerim.page(page(two)).select(".ties").text()).contains(one);

        aigerim.send(page(two), page(two) + "/link-removals", Map.of("other", List.of(one)));

        assertThat(aigerim.page(page(one)).select(".ties")).isEmpty();
        assertThat(actions(one)).contains("TicketLinked", "TicketUnlinked");
    }

    private static void take(String number, String step, Map<String, List<String>> fields) {
        var response = post(number, step, fields);
        assertThat(response.statusCode())
                .as(DeskVisitor.document(response).select("#step .errors").text())
                .isEqualTo(303);
    }

    private static java.net.http.HttpResponse<byte[]> post(
            String number, String step, Map<String, List<String>> fields) {
        Document asking = aigerim.page(page(number) + "?step=" + step);
        if (asking.select("#step form").isEmpty()) {
            throw new AssertionError("no such step on the page of " + number + ": " + step);
        }
        return aigerim.post(
                asking.expectFirst("#step form").attr("action"), aigerim.filled(asking, "#step form", fields));
    }

    static String register(String from, String subject) throws Exception {
        letters++;
        int before = DESK.tickets(0).size();
        DESK.post(letter(from, subject, subject + " письмо " + letters, ""), from, OFFICE);
        return DESK.tickets(before + 1).getLast().get("number").asString();
    }

    private static void byNumber(String from, String number) throws Exception {
        letters++;
        DESK.post(letter(from, "Re: [" + number + "]", "ещё " + letters, ""), from, OFFICE);
    }

    private static void byReplyTo(String from, String number) throws Exception {
        letters++;
        String address = replyTo(from, number);
        DESK.post(letter(from, "Ответ", "по адресу " + letters, ""), from, address);
    }

    private static String replyTo(String from, String number) throws Exception {
        for (var letter : DESK.lettersTo(from, 1)) {
            if (letter.getSubject().contains(number)) {
                return letter.getReplyTo()[0].toString().replaceAll(".*<|>.*", "");
            }
        }
        throw new AssertionError("no letter about " + number);
    }

    private static void byMessageId(String from, String number) throws Exception {
        letters++;
        for (var letter : DESK.lettersTo(from, 1)) {
            if (letter.getSubject().contains(number)) {
                String cites = "In-Reply-To: " + letter.getHeader("Message-ID")[0] + "\r\n";
                DESK.post(letter(from, "Ответ", "по заголовку " + letters, cites), from, OFFICE);
                return;
            }
        }
        throw new AssertionError("no letter about " + number);
    }

    private static byte[] letter(String from, String subject, String text, String headers) {
        return ("From: " + from + "\r\nTo: " + OFFICE + "\r\nSubject: =?utf-8?b?"
                        + java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=\r\nMessage-ID: <together-" + letters + "@example.kz>\r\n" + headers
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int received(String number, int count) {
        return DESK.ticket(
                        number,
                        "has " + count + " letters",
                        t -> t.get("received").size() >= count)
                .get("received")
                .size();
    }

    private static String page(String number) {
        return "/desk/t/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    private static String api(String number, String noun) {
        String path = "/api/v1/tickets/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        return noun.isEmpty() ? path : path + "/" + noun;
    }

    private static String state(String number) throws Exception {
        return DESK.get(api(number, "")).get("ticket").get("state").asString();
    }

    private static String due(String number) throws Exception {
        return DESK.get(api(number, "")).get("ticket").get("clock").get("dueAt").asString();
    }

    private static JsonNode clock(String number) throws Exception {
        return DESK.get(api(number, "")).get("clocks").get(1);
    }

    private static kz.kezek.ticket.TicketId ticketId(String number) {
        var register = DESK.bean(TicketRegister.class);
        return register.find(TicketNumber.read(number).orElseThrow())
                .orElseThrow()
                .id();
    }

    private static List<String> actions(String number) {
        return DESK.bean(Journal.class).entries("ticket:" + ticketId(number), 0, 100).stream()
                .map(entry -> entry.act().action())
                .toList();
    }
}
