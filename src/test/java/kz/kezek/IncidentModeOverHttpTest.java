package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several applicants write of the same within the hour; the lead of the shift answers them all, each by himself. */
class IncidentModeOverHttpTest {

    private static final String LIST = "/desk/incidents";
    private static final Map<String, List<String>> TOLD = Map.of(
            "text-ru", List.of("NCALayer не отвечает у всех"),
            "text-kk", List.of("NCALayer ешкімде жауап бермейді"),
            "text-en", List.of("NCALayer answers nobody"));

    private RunningDesk desk;
    private DeskVisitor lead;
    private DeskVisitor agent;

    @BeforeEach
    void openTheDesk() throws Exception {
        desk = RunningDesk.at(
                "2026-11-23T05:15:00Z", Map.of("kezek.outbox.undo", "10s", "kezek.incidents.look-every", "200ms"));
        lead = DeskVisitor.signedIn(desk, "dina", "Дина К.", Role.SHIFT_LEAD);
        agent = DeskVisitor.signedIn(desk, "arman", "Арман Т.", Role.AGENT);
        write("one", "ru");
        desk.clock.advance(Duration.ofMinutes(5));
        write("two", "kk");
        desk.clock.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void closeTheDesk() {
        desk.close();
    }

    @Test
    void proposesAnIncidentOnlyOnceEnoughTicketsShowIt() throws Exception {
        assertThat(lead.page(LIST).select(".proposed")).isEmpty();

        write("three", "ru");

        Document page = lead.page(LIST);
        assertThat(page.select(".proposed input[name=tickets]")).hasSize(3);
        assertThat(page.select(".proposed").text()).contains("3 обращения", "10:15", "10:25", "NCALayer");
        RunningDesk.await(
                "the hint",
                () -> lead.page("/desk/queue").select(".incident-hint").text(),
                text -> text.contains("3 обращения"));
        assertThat(agent.page("/desk/queue").select(".incident-hint")).isEmpty();
        assertThat(agent.page(LIST).select(".proposed button")).isEmpty();
    }

    @Test
    void proposesNothingOfAnHourAgo() throws Exception {
        desk.clock.advance(Duration.ofMinutes(55));
        write("three", "ru");

        assertThat(lead.page(LIST).select(".proposed")).isEmpty();
    }

    @Test
    void staysSilentAboutWhatIsNoIncident() throws Exception {
        write("three", "ru");
        Document page = lead.page(LIST);

        var dismissed =
                lead.send(LIST, LIST + "/dismissals", Map.of("trouble", values(page, ".proposed input[name=trouble]")));

        assertThat(dismissed.statusCode()).isEqualTo(303);
        assertThat(lead.page(LIST).select(".proposed")).isEmpty();
        desk.clock.advance(Duration.ofMinutes(1));
        write("four", "ru");
        assertThat(lead.page(LIST).select(".proposed")).isEmpty();
    }

    @Test
    void answersEachTicketOnceInItsLanguageAndLeavesOutWhereSomethingNewCameIn() throws Exception {
        write("three", "ru");
        String incident = accept();
        Document confirmation = DeskVisitor.document(lead.send(incident, incident + "/answer-checks", answer()));
        assertThat(confirmation.text()).contains("Уйдут 3 письма.", "На русском: 2.", "На казахском: 1.");
        assertThat(confirmation.select("pre[lang=kk]").text()).contains("NCALayer қайта істейді", "Құрметті");
        assertThat(confirmation.expectFirst("pre[lang=ru]").text()).contains("NCALayer снова работает");
        writeAgain("three");
        var form = form(confirmation);

        Document sent = DeskVisitor.document(lead.post(incident + "/answers", form));

        assertThat(sent.text()).contains("Отвечено на 2 обращения. Пропущено 1 обращение.");
        assertThat(sent.select("#left-out").parents().select("li").text()).contains("появилось новое");
        Document again = DeskVisitor.document(lead.post(incident + "/answers", form));
        assertThat(again.text()).contains("Отвечено на 2 обращения.");
        desk.clock.advance(Duration.ofSeconds(11));
        assertThat(desk.lettersTo("one@example.kz", 2)).hasSize(2);
        assertThat(desk.lettersTo("two@example.kz", 2)).hasSize(2);
        assertThat(answers("one")).hasSize(1);
        assertThat(answers("two")).containsExactly("NCALayer қайта істейді");
        assertThat(answers("three")).isEmpty();
        assertThat(desk.bean(Journal.class).entries("incidents", 0, 10))
                .extracting(entry -> entry.act().action())
                .startsWith("incident.begun", "incident.answered");
    }

    @Test
    void showsEachLetterAsItsApplicantWouldSeeIt() throws Exception {
        write("three", "ru");
        String incident = accept();
        Document confirmation = DeskVisitor.document(lead.send(incident, incident + "/answer-checks", answer()));
        List<String> previews = confirmation.select("button[formtarget]").eachAttr("formaction");
        assertThat(confirmation.select("iframe[sandbox]").eachAttr("name"))
                .containsExactlyElementsOf(
                        confirmation.select("button[formtarget]").eachAttr("formtarget"))
                .hasSize(3);

        var kazakh = lead.post(of("two", previews), form(confirmation));

        assertThat(kazakh.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox;", "default-src 'none'"));
        Document letter = DeskVisitor.document(kazakh);
        assertThat(letter.expectFirst("html").attr("lang")).isEqualTo("kk");
        assertThat(letter.body().text()).contains("NCALayer қайта істейді", number("two"));
        assertThat(DeskVisitor.document(lead.post(of("one", previews), form(confirmation)))
                        .body()
                        .text())
                .contains("NCALayer снова работает", number("one"));
        assertThat(answers("two")).isEmpty();
        write("four", "ru");
        String stranger =
                previews.getFirst().replaceFirst("[^/]+$", number("four").replace("СК", "SK"));
        assertThat(lead.post(stranger, form(confirmation)).statusCode()).isEqualTo(404);
    }

    private String of(String who, List<String> previews) {
        String number = number(who).replaceFirst("^[^-]+", "");
        return previews.stream()
                .filter(path -> path.endsWith(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesAllAnswersBackWhileTheyWait() throws Exception {
        write("three", "ru");
        String incident = accept();
        Document confirmation = DeskVisitor.document(lead.send(incident, incident + "/answer-checks", answer()));
        Document sent = DeskVisitor.document(lead.post(incident + "/answers", form(confirmation)));

        var back = lead.send(
                incident,
                incident + "/withdrawals",
                Map.of("tickets", values(sent, "form[action$=withdrawals] input[name=tickets]")));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(List.of("one", "two", "three"))
                .allSatisfy(who -> assertThat(answers(who)).isEmpty());
    }

    @Test
    void tellsNewApplicantsOfTheSameAndOnlyThem() throws Exception {
        write("three", "ru");
        accept();
        desk.clock.advance(Duration.ofMinutes(1));

        write("four", "kk");
        desk.post(
                letter("five", "Не приходит код", "Не приходит SMS с кодом подтверждения", "ru"),
                "five@example.kz",
                "office@sud.kz");

        assertThat(notice("four")).contains("NCALayer ешкімде жауап бермейді");
        assertThat(notice("five")).doesNotContain("NCALayer не отвечает у всех");
    }

    @Test
    void letsAgentsChooseTheTicketsOfAnIncident() throws Exception {
        write("three", "ru");
        String incident = accept();
        write("four", "ru");
        String number = number("four");
        assertThat(agent.page(incident).select("input[name=tickets][value=" + number + "]"))
                .hasSize(1);

        assertThat(agent.send(incident, incident + "/tickets", Map.of("tickets", List.of(number)))
                        .statusCode())
                .isEqualTo(303);

        assertThat(agent.page("/desk/t/" + number).select(".ties").text()).contains("Сбой № ");
        assertThat(agent.page("/desk/t/" + number).text()).contains("отнёс обращение к сбою");
        assertThat(agent.send(incident, incident + "/ticket-removals", Map.of("ticket", List.of(number)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(agent.page("/desk/t/" + number).select(".ties a[href^=/desk/incidents]"))
                .isEmpty();
        assertThat(agent.send(incident, incident + "/answer-checks", answer()).statusCode())
                .isEqualTo(403);
    }

    private String accept() {
        Document page = lead.page(LIST);
        Map<String, List<String>> fields = new LinkedHashMap<>(TOLD);
        fields.put("trouble", values(page, ".proposed input[name=trouble]"));
        fields.put("tickets", values(page, ".proposed input[name=tickets]"));
        String incident = DeskVisitor.target(lead.send(LIST, LIST, fields));
        assertThat(DeskVisitor.target(lead.send(LIST, LIST, fields))).isEqualTo(incident);
        return incident;
    }

    private static Map<String, List<String>> answer() {
        return Map.of("answer-ru", List.of("NCALayer снова работает"), "answer-kk", List.of("NCALayer қайта істейді"));
    }

    private static Map<String, List<String>> form(Document confirmation) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        confirmation
                .select("form[action$=/answers] input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), List.of(field.attr("value"))));
        return fields;
    }

    private static List<String> values(Document page, String selector) {
        return page.select(selector).eachAttr("value");
    }

    private List<String> answers(String who) {
        return desk.bean(TicketRegister.class).answers(ticket(who).id()).stream()
                .map(written -> written.text())
                .toList();
    }

    private Ticket ticket(String who) {
        return TicketNumber.read(number(who))
                .flatMap(desk.bean(TicketRegister.class)::find)
                .orElseThrow();
    }

    private String number(String who) {
        return numbers.get(written.indexOf(who));
    }

    private final List<String> written = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    private void write(String who, String language) throws Exception {
        String error = language.equals("kk")
                ? "NCALayer іске қосылмаған, қате шығады, көмектесіңіздерші, өтініш"
                : "Ошибка при подключении к NCALayer, не могу подписать заявление";
        desk.post(letter(who, error, error, language), who + "@example.kz", "office@sud.kz");
        written.add(who);
        numbers.add(desk.tickets(written.size()).stream()
                .map(ticket -> ticket.get("number").asString())
                .sorted()
                .toList()
                .get(written.size() - 1));
    }

    private void writeAgain(String who) throws Exception {
        byte[] more = ("From: " + who + "@example.kz\r\nTo: office@sud.kz\r\nSubject: Re: [" + "=?UTF-8?B?"
                        + java.util.Base64.getEncoder()
                                .encodeToString(("№ " + number(who)).getBytes(StandardCharsets.UTF_8))
                        + "?=" + "]\r\nMessage-ID: <more-" + who + "@example.kz>\r\nIn-Reply-To: "
                        + desk.lettersTo(who + "@example.kz", 1).getFirst().getHeader("Message-ID", null)
                        + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nЕщё одно письмо\r\n")
                .getBytes(StandardCharsets.UTF_8);
        desk.post(more, who + "@example.kz", "office@sud.kz");
        RunningDesk.await(
                "the second letter",
                () -> desk.bean(TicketRegister.class).messages(ticket(who).id()),
                messages -> messages.size() == 2);
    }

    private String notice(String who) throws Exception {
        return new jakarta.mail.internet.MimeMultipart(desk.lettersTo(who + "@example.kz", 1)
                        .getFirst()
                        .getDataHandler()
                        .getDataSource())
                .getBodyPart(0)
                .getContent()
                .toString();
    }

    private static byte[] letter(String who, String subject, String text, String language) {
        String more = language.equals("kk")
                ? "Сәлеметсіз бе, мәселе туындады, өтінішке қол қоя алмай отырмын."
                : "Здравствуйте, возникла проблема, помогите пожалуйста.";
        return ("From: " + who + "@example.kz\r\nTo: office@sud.kz\r\nSubject: " + "=?UTF-8?B?"
                        + java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=" + "\r\nMessage-ID: <" + who + "@example.kz>\r\n"
                        + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + more + "\r\n4) " + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
