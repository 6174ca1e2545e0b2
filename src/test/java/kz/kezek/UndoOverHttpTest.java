package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import kz.kezek.journal.Journal;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A letter sent by mistake, taken back within ten seconds by a browser that knows no scripts. */
class UndoOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.outbox.undo", "10s"));

    private static DeskVisitor aigerim;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void takesAnAnswerBackAndLeavesTheTicketAsItWas() throws Exception {
        String number = register();
        Ticket before = stored(number);
        DESK.clock.advance(Duration.ofMinutes(5));
        send(number, "answer", "answers", Map.of("text", List.of("Ответ не тому <b>человеку</b>")));
        assertThat(stored(number)).isNotEqualTo(before);
        DESK.clock.advance(Duration.ofSeconds(9));

        var back = undo(number);

        assertThat(back.statusCode()).isEqualTo(303);
        Document draft = aigerim.page(DeskVisitor.target(back));
        assertThat(draft.expectFirst("#composer textarea").wholeText()).isEqualTo("Ответ не тому <b>человеку</b>");
        assertThat(draft.select("article.outgoing")).isEmpty();
        assertThat(draft.text()).contains("Отправка ответа отменена: Айгерим С.");
        assertThat(stored(number)).isEqualTo(before);
        assertThat(journal(before)).endsWith("TicketAnswered", "AnswerWithdrawn");
        DESK.clock.advance(Duration.ofMinutes(1));
        send(number, "answer", "answers", Map.of("text", List.of("Ответ тому человеку")));
        DESK.clock.advance(Duration.ofSeconds(11));
        var sent = DESK.lettersTo(applicant(), 2);
        assertThat(sent).hasSize(2);
        var parts = (MimeMultipart) sent.getLast().getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Ответ тому");
        assertThat(sent.getLast().getHeader("References", " ").split("\\s+")).hasSize(2);
    }

    @Test
    void takesARequestBackWithItsTextAndItsBoxes() throws Exception {
        String number = register();
        Ticket before = stored(number);
        send(
                number,
                "request",
                "information-requests",
                Map.of("text", List.of("Пришлите снимок"), "items", List.of("screenshots", "os")));
        assertThat(stored(number).state().name()).isEqualTo("AWAITING_APPLICANT");

        Document draft = aigerim.page(DeskVisitor.target(undo(number)));

        assertThat(draft.select("#composer input[name=items][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("screenshots", "os");
        assertThat(draft.expectFirst("#composer textarea").wholeText()).isEqualTo("Пришлите снимок");
        assertThat(stored(number)).isEqualTo(before);
        send(number, "request", "information-requests", Map.of("items", List.of("os")));
        assertThat(DESK.bean(TicketRegister.class).informationRequests(before.id()))
                .extracting(request -> request.cycle())
                .containsExactly(1);
        DESK.clock.advance(Duration.ofSeconds(11));
        assertThat(DESK.lettersTo(applicant(), 2)).hasSize(2);
    }

    @Test
    void saysThatALetterHasLeftAndLeavesItAlone() throws Exception {
        String number = register();
        send(number, "answer", "answers", Map.of("text", List.of("Готово")));
        String action = button(aigerim.page(ticket(number)));
        DESK.clock.advance(Duration.ofSeconds(10));
        DESK.lettersTo(applicant(), 2);
        RunningDesk.await(
                "the button to go",
                () -> aigerim.page(ticket(number)).select("[data-leaves]").isEmpty(),
                gone -> gone);

        var late = aigerim.send(ticket(number), action, Map.of());

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(DeskVisitor.document(late).text()).contains("Письмо уже ушло, отменить его нельзя.");
        assertThat(stored(number).state().name()).isEqualTo("ANSWERED");
    }

    @Test
    void takesALetterBackOnceForTwoClicks() throws Exception {
        String number = register();
        send(number, "answer", "answers", Map.of("text", List.of("Дважды")));
        String action = button(aigerim.page(ticket(number)));

        var first = aigerim.send(ticket(number), action, Map.of());
        var second = aigerim.send(ticket(number), action, Map.of());

        assertThat(DeskVisitor.target(second)).isEqualTo(DeskVisitor.target(first));
        assertThat(journal(stored(number)))
                .filteredOn("AnswerWithdrawn"::equals)
                .hasSize(1);
    }

    @Test
    void takesNothingBackOnceTheTicketHasGoneOn() throws Exception {
        String number = register();
        send(number, "answer", "answers", Map.of("text", List.of("Закрываю")));
        String action = button(aigerim.page(ticket(number)));
        aigerim.send(ticket(number), ticket(number) + "/closing", Map.of());

        assertThat(aigerim.page(ticket(number)).select("[data-leaves]")).isEmpty();
        assertThat(aigerim.send("/profile", action, Map.of()).statusCode()).isEqualTo(409);
        DESK.clock.advance(Duration.ofSeconds(11));
        assertThat(DESK.lettersTo(applicant(), 2)).hasSize(2);
    }

    @Test
    void takesNothingBackForStrangersAuditorsOrAnotherTicket() throws Exception {
        String number = register();
        send(number, "answer", "answers", Map.of("text", List.of("Моё")));
        String action = button(aigerim.page(ticket(number)));
        var auditor = DeskVisitor.signedIn(DESK, "auditor", "Серик А.", Role.AUDITOR);
        String other = ticket(register());

        assertThat(aigerim.post(action, Map.of()).statusCode()).isEqualTo(403);
        assertThat(auditor.page(ticket(number)).select("[data-leaves]")).isEmpty();
        assertThat(auditor.send("/profile", action, Map.of()).statusCode()).isEqualTo(403);
        assertThat(aigerim.send(other, action.replaceFirst("/desk/t/[^/]+", other), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(stored(number).state().name()).isEqualTo("ANSWERED");
    }

    private static HttpResponse<byte[]> undo(String number) {
        Document page = aigerim.page(ticket(number));
        assertThat(page.expectFirst("[data-leaves]").text()).contains("Письмо ещё не ушло.", "Отменить отправку");
        return aigerim.send(ticket(number), button(page), Map.of());
    }

    private static String button(Document page) {
        return page.expectFirst("[data-leaves] form[method=post]").attr("action");
    }

    private static void send(String number, String mode, String noun, Map<String, List<String>> fields) {
        Document page = aigerim.page(ticket(number) + "?compose=" + mode);
        var answer = aigerim.post(ticket(number) + "/" + noun, aigerim.filled(page, "#composer form", fields));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static String register() throws Exception {
        letters++;
        String letter = """
                From: %s
                To: office@sud.kz
                Subject: Question %d
                Message-ID: <undo.%d@example.kz>

                Letter %d, and no form.
                """.formatted(applicant(), letters, letters, letters);
        DESK.post(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), applicant(), "office@sud.kz");
        DESK.lettersTo(applicant(), 1);
        String number = "СК-26-%06d".formatted(letters);
        RunningDesk.await("ticket " + number, () -> aigerim.get(ticket(number)).statusCode(), status -> status == 200);
        return number;
    }

    private static String applicant() {
        return "applicant" + letters + "@example.kz";
    }

    private static String ticket(String number) {
        return "/desk/t/SK-" + number.substring(3);
    }

    private static Ticket stored(String number) {
        return DESK.bean(TicketRegister.class)
                .find(TicketNumber.read(number).orElseThrow())
                .orElseThrow();
    }

    private static List<String> journal(Ticket ticket) {
        return DESK.bean(Journal.class).entries("ticket:" + ticket.id(), 0, 100).stream()
                .map(entry -> entry.act().action())
                .toList();
    }
}
