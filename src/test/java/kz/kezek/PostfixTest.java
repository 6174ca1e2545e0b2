package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.intake.smtp.SmtpTalk;
import kz.kezek.storage.BlobStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;

/** Debian's Postfix on both sides of us: it hands letters to our SMTP door, and is the relay that takes ours. */
class PostfixTest {

    @TempDir
    private Path folder;

    private @Nullable Postfix started;
    private @Nullable RunningDesk running;

    @BeforeEach
    void start() throws Exception {
        int door = ProgramProcess.freePort();
        Postfix server = Postfix.before(door, folder);
        started = server;
        running = RunningDesk.at(
                "2026-11-23T05:15:00Z", Map.of("kezek.smtp.port", door, "kezek.relay.port", server.port()));
    }

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            running.close();
        }
        if (started != null) {
            started.close();
        }
    }

    @Test
    void handsOverAnInternationalLetterByteForByte() throws Exception {
        String from = "тимур@пример.қаз";
        String letter = "From: " + from
                + "\r\nTo: office@sud.kz\r\nSubject: Кезек\r\nDate: Mon, 23 Nov 2026 05:00:00 +0000\r\nMessage-ID: <utf8@example.kz>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "Сәлем, восемь бит.\r\n.одна точка";
        hand("MAIL FROM:<" + from + "> SMTPUTF8 BODY=8BITMIME", letter.replace("\r\n.", "\r\n.."));

        LedgerEntry entry = custody(1).getFirst();
        assertThat(entry.envelope().from()).isEqualTo(from);
        assertThat(entry.envelope().peer()).isEqualTo("[127.0.0.1] mx.example.kz");
        assertThat(raw(entry)).contains("with UTF8SMTP\r\n").endsWith(letter + "\r\n");
        assertThat(desk().tickets(1)).hasSize(1);
    }

    @Test
    void keepsTheLetterWhileOurDatabaseIsAwayAndBringsItByItsNextRun() throws Exception {
        desk().database.goAway();
        hand("MAIL FROM:<patient@example.kz>", "From: patient@example.kz\r\nSubject: x\r\n\r\ny");
        RunningDesk.await(
                "Postfix to be put off",
                postfix()::log,
                log -> log.contains("status=deferred") && log.contains("451 4.3.0"));

        desk().database.comeBack();

        assertThat(custody(1)).extracting(entry -> entry.envelope().from()).containsExactly("patient@example.kz");
        RunningDesk.await("Postfix to be done with it", postfix()::log, log -> log.contains("status=sent (250 2.0.0"));
        assertThat(custody(1)).hasSize(1);
    }

    @Test
    void takesOurLetters() throws Exception {
        hand("MAIL FROM:<somebody@example.kz>", "From: somebody@example.kz\r\nSubject: x\r\n\r\ny");

        JsonNode letter = RunningDesk.await(
                "the notice to leave",
                () -> desk().get("/api/v1/outbox").at("/letters/0/letter"),
                notice -> state(notice).equals("DELIVERED"));

        assertThat(letter.get("relayReply").asString()).startsWith("250 2.0.0 Ok: queued as ");
        RunningDesk.await(
                "Postfix to pass it on",
                postfix()::log,
                log -> log.contains("to=<somebody@example.kz>, relay=none") && log.contains("status=sent"));
    }

    @Test
    void reportsAnUnknownApplicantToOurDoorAndTheTicketSaysSo() throws Exception {
        hand("MAIL FROM:<nobody@example.kz>", "From: nobody@example.kz\r\nSubject: x\r\n\r\ny");

        JsonNode notice = RunningDesk.await(
                "the notice to bounce",
                () -> desk().get("/api/v1/outbox").at("/letters/0/letter"),
                letter -> state(letter).equals("BOUNCED"));
        LedgerEntry report = RunningDesk.await(
                "the report's fate",
                () -> custody(2).getLast(),
                entry -> entry.fate().isPresent());

        assertThat(report.fate()).contains("BOUNCE");
        assertThat(report.envelope().from()).isEmpty();
        assertThat(raw(report))
                .contains("Original-Envelope-Id: " + notice.get("id").asString())
                .contains("Final-Recipient: rfc822; nobody@example.kz")
                .contains("Status: 5.1.1");
        assertThat(desk().tickets(1).getFirst().get("undelivered").asBoolean()).isTrue();
    }

    private RunningDesk desk() {
        return Objects.requireNonNull(running);
    }

    private Postfix postfix() {
        return Objects.requireNonNull(started);
    }

    private void hand(String mailFrom, String letter) throws Exception {
        try (SmtpTalk talk = SmtpTalk.greeted(postfix().port())) {
            assertThat(talk.say("EHLO client.example.kz")).contains("DSN", "SMTPUTF8");
            assertThat(talk.say(mailFrom)).startsWith("250");
            assertThat(talk.say("RCPT TO:<office@sud.kz>")).startsWith("250");
            assertThat(talk.say("DATA")).startsWith("354");
            assertThat(talk.say(letter + "\r\n.")).startsWith("250");
        }
    }

    private List<LedgerEntry> custody(int count) {
        return RunningDesk.await(count + " letters in custody", this::custody, entries -> entries.size() >= count);
    }

    /** A database that has just come back may still be asked over a connection of before. */
    private List<LedgerEntry> custody() {
        try {
            return desk().bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 100);
        } catch (DataAccessException | TransactionException brokenConnection) {
            return List.of();
        }
    }

    private String raw(LedgerEntry entry) {
        byte[] bytes =
                desk().bean(BlobStore.class).get(entry.content().orElseThrow()).orElseThrow();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String state(JsonNode letter) {
        return letter.path("state").asString("");
    }
}
