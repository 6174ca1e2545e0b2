package kz.kezek.intake.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.Test;

/** F15: a letter that comes byte by byte and never ends is cut by {@code letter-timeout} alone, and nobody else feels it. */
class SmtpDrippingTest {

    private static final String OFFICE = "office@sud.kz";
    private static final int DRIPPING = 30;
    private static final Duration DRIP = Duration.ofMillis(50);

    @Test
    void isCutWhileAnHonestClientIsServed() throws Exception {
        Map<String, Object> nothingElseCuts =
                Map.of("kezek.smtp.letter-timeout", "1s", "kezek.smtp.idle-timeout", "10m", "kezek.smtp.min-rate", 0);
        try (OpenSmtpDoor door = OpenSmtpDoor.with(nothingElseCuts)) {
            var cut = new AtomicInteger();
            for (int i = 0; i < DRIPPING; i++) {
                SmtpTalk talk = inTheMiddleOfALetter(door.port());
                Thread.ofVirtual().start(() -> {
                    dripUntilCut(talk);
                    cut.incrementAndGet();
                });
            }
            RunningDesk.await(
                    "the dripping ones to be cut",
                    () -> {
                        honest(door.port());
                        return cut.get();
                    },
                    count -> count == DRIPPING);
            assertThat(door.from("drip@example.kz")).isEmpty();
            RunningDesk.await("an empty door", () -> door.bean(SmtpDoor.class).clients(), clients -> clients == 0);
        }
    }

    private static SmtpTalk inTheMiddleOfALetter(int port) throws IOException {
        SmtpTalk talk = SmtpTalk.greeted(port);
        talk.say("EHLO drip.example.kz");
        talk.say("MAIL FROM:<drip@example.kz>");
        talk.say("RCPT TO:<" + OFFICE + ">");
        assertThat(talk.say("DATA")).startsWith("354");
        return talk;
    }

    private static void dripUntilCut(SmtpTalk talk) {
        try (talk) {
            while (true) {
                talk.send("x");
                LockSupport.parkNanos(DRIP.toNanos());
            }
        } catch (IOException cut) {
            return;
        }
    }

    private static void honest(int port) throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(port)) {
            assertThat(talk.letter("honest@example.kz", OFFICE, "From: honest@example.kz\r\nSubject: x\r\n\r\ny"))
                    .startsWith("250");
        }
    }
}
