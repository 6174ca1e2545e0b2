package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.kezek.PortalVisitor;
import kz.kezek.RunningDesk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that fills in the form to write to somebody else through us. */
class FormBotTest {

    private static final String VICTIM = "victim@example.org";
    private static final String BAIT = "WIN-A-PRIZE http://evil.example/";

    private RunningDesk desk;
    private PortalVisitor bot;

    @BeforeEach
    void openTheDesk() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        bot = new PortalVisitor(desk);
    }

    @AfterEach
    void closeTheDesk() {
        bot.close();
        desk.close();
    }

    @Test
    void cannotPutAWordOfItsOwnIntoTheOneLetterThatGoesOut() throws Exception {
        Document check = RequestFromThePageTest.checked(
                desk, bot, VICTIM, Map.of("summary", BAIT, "name", BAIT, "error", BAIT, "actions", BAIT, "eds", BAIT));
        bot.post(check.expectFirst("main form").attr("action"), Map.of("x", "y"));

        MimeMessage letter = desk.lettersTo(VICTIM, 1).getFirst();
        var bytes = new ByteArrayOutputStream();
        letter.writeTo(bytes);
        String whole = PublicMail.text(letter) + PublicMail.html(letter) + letter.getSubject();
        assertThat(whole).contains("http://desk.example/request/confirm/").doesNotContain("PRIZE", "evil.example");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("evil.example");
        assertThat(letter.getHeader("Auto-Submitted")).isNotNull();
    }

    @Test
    void writesToOneMailboxThreeTimesADayWhateverTagItPutsIntoTheAddress() throws Exception {
        for (int i = 0; i < 6; i++) {
            Document check = RequestFromThePageTest.checked(desk, bot, "victim+" + i + "@example.org");
            bot.post(check.expectFirst("main form").attr("action"), Map.of("x", "y"));
        }
        desk.lettersTo("victim+2@example.org", 1);
        assertThat(desk.get("/api/v1/outbox").findValues("id")).hasSize(3);
    }

    @Test
    void isStoppedAfterTwentyRequestsFromItsNetworkInAnHour() throws Exception {
        for (int i = 0; i < 20; i++) {
            RequestFromThePageTest.checked(desk, bot, "victim" + i + "@example.org");
        }
        var stopped = RequestFromThePageTest.tried(desk, bot, "victim20@example.org", Map.of());
        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(PortalVisitor.document(stopped).text()).contains("Слишком много попыток");
    }

    @Test
    void writesToNobodyByTheAddressOfTheServiceItself() throws Exception {
        var refused = RequestFromThePageTest.tried(desk, bot, "office@sud.kz", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(desk.get("/api/v1/outbox").findValues("id")).isEmpty();
    }
}
