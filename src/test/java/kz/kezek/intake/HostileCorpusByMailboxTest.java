package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.kezek.HostileCorpus;
import kz.kezek.RunningDesk;
import kz.kezek.intake.smtp.SmtpDoor;
import kz.kezek.intake.smtp.SmtpTalk;
import kz.kezek.storage.BlobStore;
import org.junit.jupiter.api.Test;

/** Letters that mean harm, each twice: out of a mailbox and through the SMTP door. None is lost, and the way in makes no difference. */
class HostileCorpusByMailboxTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:15:00Z");
    private static final Pattern TRIAL = Pattern.compile("^X-Trial: (\\S+)", Pattern.MULTILINE);
    private static final String BY_IMAP = "imap.example";
    private static final String BY_SMTP = "smtp.example";
    private static final String SENDER = "hostile@b.example";

    @Test
    void meetsTheSameFateByEitherWay() throws Exception {
        List<HostileCorpus.Letter> letters = HostileCorpus.letters();
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(server.setUser("office", "secret"));
        put(letters, inbox);
        try (RunningDesk desk =
                RunningDesk.at(NOW.toString(), mailbox(server.getImap().getPort()))) {
            Set<String> expected = new HashSet<>();
            for (int i = 0; i < letters.size(); i++) {
                expected.add(BY_IMAP + i);
                if (takenBySmtp(desk, trial(letters.get(i), BY_SMTP, i))) {
                    expected.add(BY_SMTP + i);
                }
            }
            Map<String, String> fates = RunningDesk.await(
                    "a fate for each letter taken", () -> fates(desk), f -> f.size() == expected.size());

            assertThat(fates).containsOnlyKeys(expected);
            for (int i = 0; i < letters.size(); i++) {
                String byImap = fates.getOrDefault(BY_IMAP + i, "none");
                assertThat(byImap).as(letters.get(i).tries()).isEqualTo(fates.getOrDefault(BY_SMTP + i, byImap));
            }
            RunningDesk.await("an empty mailbox", inbox::getMessageCount, left -> left == 0);
            assertThat(desk.bean(LedgerCheck.class).balance(true).differences()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static void put(List<HostileCorpus.Letter> letters, MailFolder inbox) throws MessagingException {
        for (int i = 0; i < letters.size(); i++) {
            var bytes = new ByteArrayInputStream(trial(letters.get(i), BY_IMAP, i));
            inbox.appendMessage(
                    new MimeMessage(Session.getInstance(new Properties()), bytes), new Flags(), Date.from(NOW));
        }
    }

    /**
     * From another author by each way: otherwise the second were a duplicate of the first. The envelope's sender stands on a
     * letter in a mailbox, where the server that received it wrote it.
     */
    private static byte[] trial(HostileCorpus.Letter letter, String way, int number) {
        String text = new String(letter.bytes(), StandardCharsets.ISO_8859_1).replace("@b.example", "@" + way);
        String envelope = way.equals(BY_IMAP) ? "Return-Path: <" + SENDER + ">\r\n" : "";
        return (envelope + "X-Trial: " + way + number + "\r\n" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, Object> mailbox(int port) {
        String prefix = "kezek.intake.mailboxes[0].";
        return Map.of(
                prefix + "name", "office",
                prefix + "host", "127.0.0.1",
                prefix + "port", port,
                prefix + "tls", "none",
                prefix + "user", "office",
                prefix + "password", "secret",
                prefix + "after", "delete");
    }

    private static boolean takenBySmtp(RunningDesk desk, byte[] letter) throws IOException {
        try (SmtpTalk talk = SmtpTalk.greeted(desk.bean(SmtpDoor.class).port())) {
            talk.say("EHLO b.example");
            talk.say("MAIL FROM:<" + SENDER + ">");
            talk.say("RCPT TO:<office@sud.kz>");
            talk.say("DATA");
            talk.send(letter);
            talk.send("\r\n.\r\n");
            return talk.hear().startsWith("250");
        }
    }

    private static Map<String, String> fates(RunningDesk desk) {
        Map<String, String> fates = new HashMap<>();
        for (LedgerEntry entry : desk.bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 1000)) {
            String kept = entry.content()
                    .flatMap(desk.bean(BlobStore.class)::get)
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .orElse("");
            Matcher trial = TRIAL.matcher(kept.substring(0, Math.min(kept.length(), 2000)));
            if (entry.fate().isPresent() && trial.find()) {
                fates.put(trial.group(1), entry.fate().get());
            }
        }
        return fates;
    }
}
