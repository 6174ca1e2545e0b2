package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser has to tell an agent: what concerns him, when he asked for it, within working hours. */
class NotificationsOverHttpTest {

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private DeskVisitor agent = DeskVisitor.of(desk);
    private int letters;

    @BeforeEach
    void receive() throws Exception {
        agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        post("Question", "The first letter");
        desk.tickets(1);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void tellsNothingUnlessItIsAskedFor() {
        assertThat(told()).isEmpty();
        choose("mine");
        assertThat(told()).isEmpty();
        choose("free");
        assertThat(told()).containsExactly("Новое обращение: СК-26-000001");
    }

    @Test
    void tellsOfALaterLetterInATicketOfOnesOwn() throws Exception {
        choose("mine");
        agent.send("/desk/queue", "/desk/t/SK-26-000001/assignment", Map.of());
        assertThat(told()).isEmpty();
        post("Re: СК-26-000001", "One more word");
        desk.ticket("СК-26-000001", "with two letters", ticket -> told().size() == 1);
        assertThat(told()).containsExactly("Новое письмо: СК-26-000001");
    }

    /** The deadline is at 13:15. */
    @Test
    void tellsOfADeadlineWithinAQuarterOfAnHour() {
        choose("mine");
        agent.send("/desk/queue", "/desk/t/SK-26-000001/assignment", Map.of());
        desk.clock.set(Instant.parse("2026-11-23T07:59:59Z"));
        assertThat(told()).isEmpty();
        desk.clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(told()).containsExactly("Скоро срок: СК-26-000001");
        desk.clock.set(Instant.parse("2026-11-23T08:14:59Z"));
        assertThat(told()).hasSize(1);
        desk.clock.set(Instant.parse("2026-11-23T08:15:00Z"));
        assertThat(told()).isEmpty();
    }

    @Test
    void isSilentOutsideWorkingHours() throws Exception {
        choose("free");
        desk.clock.set(Instant.parse("2026-11-23T13:29:59Z"));
        post("Evening", "Before half past six");
        desk.tickets(2);
        assertThat(told()).containsExactly("Новое обращение: СК-26-000002");
        desk.clock.set(Instant.parse("2026-11-23T13:30:00Z"));
        assertThat(told()).isEmpty();
    }

    private void choose(String value) {
        agent.send("/profile", "/preferences", Map.of("notifications", List.of(value), "back", List.of("/profile")));
    }

    private List<String> told() {
        return agent.page("/desk/notifications").select("a b").eachText();
    }

    private void post(String subject, String text) throws Exception {
        letters++;
        String letter = "From: a@example.kz\r\nTo: office@sud.kz\r\nSubject: =?utf-8?b?"
                + java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=\r\n\r\n" + text + letters;
        desk.post(letter.getBytes(StandardCharsets.US_ASCII), "a@example.kz", "office@sud.kz");
    }
}
