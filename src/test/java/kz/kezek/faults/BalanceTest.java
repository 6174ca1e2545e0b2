package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import kz.kezek.RunningDesk;
import kz.kezek.faults.Balance.Arrived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The negative control of the campaign: what a broken rule would leave behind does not pass the count. */
class BalanceTest {

    private static final String AUTHOR = "s000001@example.kz";
    private static final Arrived NOTICE = new Arrived(AUTHOR, "<1@sud.kz>");

    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    @BeforeEach
    void takeOneLetter() throws Exception {
        post("Первое");
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void holdsWhenEachLetterBecameOneTicketWithOneNotice() {
        balance(Set.of(AUTHOR), List.of(NOTICE, NOTICE)).holds();

        assertThat(balance(Set.of(AUTHOR), List.of(NOTICE, NOTICE)).noticeRepeated())
                .containsExactly(AUTHOR);
    }

    @Test
    void seesALetterThatWasAcknowledgedBeforeItWasKept() {
        Balance balance = balance(Set.of(AUTHOR, "s000002@example.kz"), List.of(NOTICE));

        assertThat(balance.lost()).containsExactly("s000002@example.kz");
        assertThatThrownBy(balance::holds).hasMessageContaining("acknowledged and lost");
    }

    @Test
    void seesATicketMadeTwice() throws Exception {
        post("Второе");
        desk.tickets(2);

        assertThatThrownBy(balance(Set.of(AUTHOR), List.of(NOTICE))::holds).hasMessageContaining("tickets doubled");
    }

    @Test
    void seesAMissingAndASecondNotice() {
        assertThatThrownBy(balance(Set.of(AUTHOR), List.of())::holds).hasMessageContaining("without a notice");
        assertThatThrownBy(balance(Set.of(AUTHOR), List.of(NOTICE, new Arrived(AUTHOR, "<2@sud.kz>")))::holds)
                .hasMessageContaining("two different notices");
    }

    private Balance balance(Set<String> acknowledged, List<Arrived> arrived) {
        return Balance.of(acknowledged, desk.database.dataSource(), arrived);
    }

    private void post(String text) throws MessagingException {
        byte[] letter = "From: %s\r\nSubject: x\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n%s\r\n"
                .formatted(AUTHOR, text)
                .getBytes(StandardCharsets.UTF_8);
        desk.post(letter, AUTHOR, "office@sud.kz");
        desk.tickets(1);
    }
}
