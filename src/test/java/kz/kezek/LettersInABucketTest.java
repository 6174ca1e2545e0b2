package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.kezek.identity.Role;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.LedgerBalance;
import kz.kezek.intake.LedgerCheck;
import kz.kezek.storage.Backup;
import kz.kezek.storage.BlobId;
import kz.kezek.storage.DatabaseContents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program with its letters and files in a bucket: nothing is lost while that is away, and damage is told (S1, S2). */
class LettersInABucketTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:15:00Z");
    private static final Duration LONGER_THAN_A_LETTER_WAITS = Duration.ofSeconds(11);
    private static final int MORE_THAN_A_LETTER_IS_TRIED = 6;

    @TempDir
    private Path folder;

    private S3Service s3;
    private RunningDesk desk;

    @BeforeEach
    void start() {
        s3 = S3Service.in(folder);
        desk = RunningDesk.at(NOW.toString(), settings());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(s3.settings());
        settings.put("kezek.alarms.every", "200ms");
        return settings;
    }

    @AfterEach
    void stop() {
        desk.close();
        s3.close();
    }

    @Test
    void handsFilesOutByteForByteAndKeepsNoneOfThemInTheDatabase() throws Exception {
        byte[] picture = random(200_000, 1);
        post("one@example.kz", picture);
        desk.tickets(1);

        HttpResponse<byte[]> answer = agent().get(file(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(picture);
        assertThat(s3.object(BlobId.of(picture))).doesNotExist(); // the letter has it
        String stored = DatabaseContents.of(desk.database.dataSource()).toString();
        String line = Base64.getEncoder().encodeToString(picture).substring(1000, 1040);
        assertThat(stored)
                .doesNotContain(HexFormat.of().formatHex(picture, 1000, 1040))
                .doesNotContain(line)
                .doesNotContain(HexFormat.of().formatHex(line.getBytes(StandardCharsets.US_ASCII)))
                .contains("\\x" + BlobId.of(picture).hex());
        assertThat(desk.bean(LedgerCheck.class).balance(true))
                .extracting(LedgerBalance::bytesChecked, LedgerBalance::balances)
                .containsExactly(2L, true);
    }

    @Test
    void asksSendersToTryAgainWhileTheBucketIsAway() throws Exception {
        s3.stop();
        assertThatThrownBy(() -> post("patient@example.kz", random(1000, 2)))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("451");
        RunningDesk.await("the alarm", this::alarms, alarms -> alarms.contains("bucket-away"));

        s3.comeBack();
        post("patient@example.kz", random(1000, 2));
        desk.tickets(1);
        assertThat(agent().get(file(1)).body()).isEqualTo(random(1000, 2));
        LedgerBalance balance = desk.bean(LedgerCheck.class).balance(true);
        assertThat(balance.letters()).isEqualTo(1);
        assertThat(balance.differences()).isEmpty();
        desk.clock.advance(Duration.ofSeconds(1));
        RunningDesk.await("the end of the alarm", this::alarms, alarms -> !alarms.contains("bucket-away"));
    }

    @Test
    void letsATakenLetterWaitWhoseFilesCannotBeKeptYet() throws Exception {
        byte[] picture = random(1000, 3);
        CustodyId id = desk.bean(TransactionTemplate.class).execute(status -> {
            var envelope = new Envelope("SMTP", NOW, "192.0.2.7", "slow@example.kz", List.of("office@sud.kz"));
            CustodyId taken = desk.bean(CustodyLedger.class).take(envelope, letter("slow@example.kz", picture));
            s3.stop();
            return taken;
        });
        for (int i = 0; i < MORE_THAN_A_LETTER_IS_TRIED; i++) {
            RunningDesk.await("the letter to be put off", () -> isPutOff(id), putOff -> putOff);
            desk.clock.advance(LONGER_THAN_A_LETTER_WAITS);
        }
        RunningDesk.await("the letter to be put off again", () -> isPutOff(id), putOff -> putOff);

        s3.comeBack();
        desk.clock.advance(LONGER_THAN_A_LETTER_WAITS);
        assertThat(desk.tickets(1)).hasSize(1);
        assertThat(agent().get(file(1)).body()).isEqualTo(picture);
    }

    private boolean isPutOff(CustodyId id) {
        return desk.bean(JdbcClient.class)
                .sql(
                        "select fate is null and attempts = 0 and next_attempt_at > :now::timestamptz from custody where id = :id")
                .param("now", desk.clock.instant().toString())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void showsThePageOfADamagedFileForOneThatIsDamagedOrGone() throws Exception {
        post("one@example.kz", random(1000, 4));
        post("two@example.kz", random(1000, 5));
        post("three@example.kz", random(1000, 6));
        desk.tickets(3);
        Files.write(s3.object(BlobId.of(content(1))), random(1000, 7));
        Files.delete(s3.object(BlobId.of(content(2))));

        DeskVisitor agent = agent();
        for (int ticket = 1; ticket <= 2; ticket++) {
            HttpResponse<byte[]> answer = agent.get(file(ticket));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(DeskVisitor.document(answer).select("h1").text()).isEqualTo("Файл повреждён");
            assertThat(agent.get("/desk/t/SK-26-%06d".formatted(ticket)).statusCode())
                    .isEqualTo(200);
        }
        assertThat(agent.get(file(3)).statusCode()).isEqualTo(200);
        assertThat(desk.bean(LedgerCheck.class).balance(true).differences())
                .extracting(LedgerBalance.Difference::kind)
                .containsExactly(LedgerBalance.Kind.BYTES_DIFFER, LedgerBalance.Kind.BYTES_DIFFER);
        s3.stop();
        assertThat(agent.get(file(3)).statusCode()).isEqualTo(503);
    }

    /** Which content a ticket's file has, whatever the order in which the letters were settled. */
    private byte[] content(int ticket) {
        byte[] hash = desk.bean(JdbcClient.class)
                .sql("""
                select attachment.sha256 from attachment
                join received_message on received_message.id = received_message_id
                join ticket on ticket.id = ticket_id where number = ?
                """)
                .param("СК-26-%06d".formatted(ticket))
                .query(byte[].class)
                .single();
        return List.of(4, 5, 6).stream()
                .map(seed -> random(1000, seed))
                .filter(bytes -> BlobId.of(bytes).equals(new BlobId(hash)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsWhatWasKeptBeforeThereWasABucketAndDoesNotStartWithoutItAfterwards() throws Exception {
        desk.restart(Map.of());
        post("early@example.kz", random(1000, 8));
        desk.tickets(1);
        desk.restart(settings());
        post("late@example.kz", random(1000, 9));
        desk.tickets(2);
        DeskVisitor agent = agent();
        assertThat(agent.get(file(1)).body()).isEqualTo(random(1000, 8));
        assertThat(agent.get(file(2)).body()).isEqualTo(random(1000, 9));
        assertThat(s3.object(BlobId.of(random(1000, 8)))).doesNotExist();
        assertThat(s3.object(BlobId.of(random(1000, 9)))).exists();
        assertThat(desk.bean(LedgerCheck.class).balance(true))
                .extracting(LedgerBalance::bytesChecked, LedgerBalance::balances)
                .containsExactly(4L, true);

        var ended = ProgramProcess.run("", withDatabase(Map.of()), "serve", "--http=0", "--smtp=0");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("set KEZEK_BLOBS_S3_ENDPOINT").doesNotContain("Exception");
    }

    @Test
    void saysInBackupAndDoctorWhereLettersAre() throws Exception {
        post("one@example.kz", random(1000, 10));
        desk.tickets(1);
        Path backup = folder.resolve("backup");
        assertThat(Backup.write(desk.database.dataSource(), backup, NOW).inBucket())
                .isEqualTo(2);
        assertThat(Backup.verify(backup).inBucket()).isEqualTo(2);
        assertThat(Files.readString(backup.resolve("manifest.txt"))).contains("\nin-bucket 2\n");
        var refused = ProgramProcess.run("", Map.of(), "restore", backup.toString(), "--data", at("no-bucket"));
        assertThat(refused.err()).contains("2 contents of this backup are in a bucket");
        var restored = ProgramProcess.run("", s3.environment(), "restore", backup.toString(), "--data", at("restored"));
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("without 2 contents in the bucket", "differences in the ledger 0");

        assertThat(doctor().out())
                .contains("ok    contents     bucket kezek-letters")
                .doesNotContain(S3Service.SECRET);
        s3.stop();
        var ill = doctor();
        assertThat(ill.exitCode()).isEqualTo(1);
        assertThat(ill.out())
                .contains("FAIL  contents     The bucket kezek-letters at " + s3.endpoint() + " cannot be reached")
                .doesNotContain(S3Service.SECRET);
    }

    private ProgramProcess.Ended doctor() {
        return ProgramProcess.run(
                "", withDatabase(s3.environment()), "doctor", "--http=0", "--smtp=0", "--data=" + folder);
    }

    private Map<String, String> withDatabase(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("KEZEK_DATABASE_URL", desk.database.url());
        all.put("KEZEK_DATABASE_USER", desk.database.user());
        all.put("KEZEK_DATABASE_PASSWORD", desk.database.password());
        return all;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private DeskVisitor agent() {
        return DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
    }

    private static String file(int ticket) {
        return "/desk/t/SK-26-%06d/files/1/1".formatted(ticket);
    }

    private List<String> alarms() throws Exception {
        return desk.get("/actuator/health").get("components").get("alarms").path("details").propertyNames().stream()
                .toList();
    }

    private void post(String author, byte[] file) throws MessagingException, IOException {
        desk.post(letter(author, file), author, "office@sud.kz");
    }

    private static byte[] letter(String author, byte[] file) {
        return """
                From: %s
                Subject: x
                Message-ID: <1@%s>
                Content-Type: multipart/mixed; boundary=b

                --b

                The picture is attached.
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="picture.bin"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(author, author, Base64.getMimeEncoder().encodeToString(file))
                .replace("\r", "")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
