package kz.kezek.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.kezek.RunningDesk;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.MailboxCount;
import kz.kezek.intake.MailboxLedger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How fast a full mailbox is emptied by IMAP: a figure for docs/performance.md, run only when asked for. */
class MailboxDrainMeasurement {

    private static final int LETTERS = Integer.getInteger("kezek.letters", 500);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void tellsLettersASecond(MailboxSettings.After after) throws Exception {
        try (Dovecot dovecot = Dovecot.in(folder)) {
            for (int i = 0; i < LETTERS; i++) {
                dovecot.deliver(letter(i), Instant.now());
            }
            report("Dovecot, " + after, dovecot.settings(0, MailboxSettings.Protocol.IMAP, after));
        }
        var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        greenMail.start();
        try {
            GreenMailUser office = greenMail.setUser("office@sud.kz", "office", Dovecot.PASSWORD);
            for (int i = 0; i < LETTERS; i++) {
                office.deliver(
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter(i))));
            }
            try (Dovecot settings = Dovecot.in(folder.resolve("settings"))) {
                Map<String, Object> with = new HashMap<>(settings.settings(0, MailboxSettings.Protocol.IMAP, after));
                with.put("kezek.intake.mailboxes[0].port", greenMail.getImap().getPort());
                report("GreenMail, " + after, with);
            }
        } finally {
            greenMail.stop();
        }
    }

    private static void report(String server, Map<String, Object> settings) {
        long begun = System.nanoTime();
        try (RunningDesk desk = RunningDesk.at(Instant.now().toString(), settings)) {
            long started = System.nanoTime();
            int before = entries(desk);
            RunningDesk.await(Duration.ofMinutes(5), "all in custody", () -> entries(desk), n -> n == LETTERS);
            Duration taken = Duration.ofNanos(System.nanoTime() - started);
            RunningDesk.await(
                    "all put away",
                    () -> desk.bean(MailboxLedger.class).counts(),
                    counts -> counts.stream().allMatch(MailboxCount::balances));
            System.out.printf(
                    "%s: %d letters, %d of them in custody when the program was ready after %d ms, the rest %d ms later: %.0f a second%n",
                    server,
                    LETTERS,
                    before,
                    (started - begun) / 1_000_000,
                    taken.toMillis(),
                    (LETTERS - before) * 1000.0 / taken.toMillis());
            assertThat(entries(desk)).isEqualTo(LETTERS);
        }
    }

    private static int entries(RunningDesk desk) {
        return desk.bean(CustodyLedger.class)
                .since(Instant.EPOCH, new CustodyId(0), 10 * LETTERS)
                .size();
    }

    private static byte[] letter(int number) {
        return ("From: author%1$d@example.kz\r\nMessage-ID: <%1$d@example.kz>\r\nSubject: x\r\n\r\n".formatted(number)
                        + List.of("Letter " + number, "Не открывается".repeat(100)) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
