package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.intake.mailbox.Dovecot;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F2 from the other side: Debian's Dovecot is stopped and started again while the program waits in IDLE or fetches. */
@Tag("faults")
class MailServerRestartedTest {

    private static final int BETWEEN_RESTARTS = 20;

    @TempDir
    private Path mail;

    @TempDir
    private Path data;

    @Test
    void missesAndDoublesNoLetter() throws Exception {
        int restarts = Profile.asked().rounds(3, 25);
        long begun = System.nanoTime();
        try (Dovecot dovecot = Dovecot.in(mail);
                OutsideWorld world = new OutsideWorld()) {
            ProgramProcess program = ProgramProcess.serve(data, 0, settings(dovecot, world));
            for (int i = 0; i < restarts; i++) {
                deliver(dovecot, i * BETWEEN_RESTARTS);
                dovecot.stop();
                deliver(dovecot, i * BETWEEN_RESTARTS + BETWEEN_RESTARTS / 2);
                dovecot.start();
                Campaign.goOnFor(Duration.ofSeconds(2));
            }
            int letters = restarts * BETWEEN_RESTARTS;
            RunningDesk.await(
                    Duration.ofMinutes(3),
                    "each letter's notice",
                    () -> world.arrived().size(),
                    n -> n >= letters);
            program.close();
            try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
                long tickets = JdbcClient.create(DatabaseUnderFault.source(database))
                        .sql("select count(*) from ticket")
                        .query(Long.class)
                        .single();
                Figures.report(
                        "F2",
                        restarts + " × Dovecot stopped and started under IDLE",
                        Duration.ofNanos(System.nanoTime() - begun),
                        "%d letters delivered, %d tickets, %d notices"
                                .formatted(letters, tickets, world.arrived().size()));
                assertThat(tickets).isEqualTo(letters);
                assertThat(world.arrived()).hasSize(letters);
            }
        }
    }

    private static void deliver(Dovecot dovecot, int from) throws Exception {
        for (int i = from; i < from + BETWEEN_RESTARTS / 2; i++) {
            dovecot.deliver(letter(i), Instant.now());
        }
    }

    private static byte[] letter(int number) {
        return "From: author%1$d@example.kz\r\nMessage-ID: <%1$d@example.kz>\r\nSubject: x\r\n\r\nLetter %1$d\r\n"
                .formatted(number)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, String> settings(Dovecot dovecot, OutsideWorld world) {
        return Map.of(
                "KEZEK_RELAY_PORT", Integer.toString(world.port()),
                "KEZEK_INTAKE_MAILBOXES_0_NAME", "office",
                "KEZEK_INTAKE_MAILBOXES_0_HOST", "127.0.0.1",
                "KEZEK_INTAKE_MAILBOXES_0_PORT", Integer.toString(dovecot.imap()),
                "KEZEK_INTAKE_MAILBOXES_0_TLS", "NONE",
                "KEZEK_INTAKE_MAILBOXES_0_USER", "office",
                "KEZEK_INTAKE_MAILBOXES_0_PASSWORD", Dovecot.PASSWORD,
                "KEZEK_INTAKE_MAILBOXES_0_AFTER", "DELETE",
                "KEZEK_INTAKE_MAILBOXES_0_POLL", "5s");
    }
}
