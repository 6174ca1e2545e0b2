package kz.kezek.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.kezek.RunningDesk;
import kz.kezek.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A backup taken while letters come in restores to the same rows, and a damaged one is refused. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:15:00Z");

    @TempDir
    private static Path folder;

    private static RunningDesk desk;

    @BeforeAll
    static void start() throws Exception {
        desk = RunningDesk.at(NOW.toString());
        for (int i = 0; i < 5; i++) {
            post(i);
        }
        desk.tickets(5);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void restoresUnderLoadWhatWasThereAtOneMoment() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch loaded = new CountDownLatch(5);
        Thread load = Thread.ofVirtual().start(() -> {
            for (int i = 100; !enough.get(); i++) {
                post(i);
                loaded.countDown();
            }
        });
        loaded.await();
        Path backup = folder.resolve("under-load");
        BackupReport report = Backup.write(desk.database.dataSource(), backup, NOW);
        enough.set(true);
        load.join();

        try (EmbeddedPostgres fresh = EmbeddedPostgres.start(folder.resolve("fresh"))) {
            var restored = source(fresh);
            assertThat(Restore.into(restored, backup)).isEqualTo(report);
            Path again = folder.resolve("again");
            Backup.write(restored, again, NOW);
            assertThat(BackupManifest.read(again).tables())
                    .isEqualTo(BackupManifest.read(backup).tables());
            assertThat(report.rows()).isGreaterThan(50);
            assertThat(kz.kezek.intake.LedgerCheck.over(restored).balance(true).differences())
                    .isEmpty();
            assertThatThrownBy(() -> Restore.into(restored, backup)).hasMessageContaining("holds data already");
        }
    }

    @Test
    void restoresEveryRowAndEverySequenceAsTheyAre() throws Exception {
        quiet();
        Path backup = folder.resolve("quiet");
        Backup.write(desk.database.dataSource(), backup, NOW);
        try (TestDatabase empty = TestDatabase.fresh()) {
            Restore.into(empty.dataSource(), backup);

            assertThat(DatabaseContents.of(empty.dataSource()))
                    .isEqualTo(DatabaseContents.of(desk.database.dataSource()))
                    .isNotEmpty();
        }
    }

    @Test
    void keepsTheBackupFromOthers() throws Exception {
        Path backup = folder.resolve("private");
        Backup.write(desk.database.dataSource(), backup, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        try (var files = Files.list(backup)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThatThrownBy(() -> Backup.write(desk.database.dataSource(), backup, NOW))
                .hasMessageContaining("name a folder that does not exist yet");
    }

    @Test
    void refusesADamagedBackupInOneSentence() throws Exception {
        Path backup = folder.resolve("damaged");
        Backup.write(desk.database.dataSource(), backup, NOW);
        flip(backup.resolve("custody.copy.gz"));
        assertThatThrownBy(() -> Backup.verify(backup))
                .isInstanceOf(DamagedBackup.class)
                .hasMessageContaining("is damaged: custody.copy.gz no longer has the bytes that were written");
        Files.delete(backup.resolve("blob.copy.gz"));
        assertThatThrownBy(() -> Backup.verify(backup)).hasMessageContaining("blob.copy.gz, custody.copy.gz");
        flip(backup.resolve(BackupManifest.FILE));
        assertThatThrownBy(() -> Backup.verify(backup)).isInstanceOf(DamagedBackup.class);
        assertThatThrownBy(() -> Backup.verify(folder.resolve("none")))
                .hasMessageContaining("There is no whole backup");
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void quiet() {
        RunningDesk.await(
                "nothing in work",
                () -> desk.get("/api/v1/ledger?limit=1000").get("entries").values().stream()
                                .noneMatch(entry ->
                                        !entry.has("fate") || entry.get("fate").isNull())
                        && desk.get("/api/v1/outbox?limit=1000").get("letters").values().stream()
                                .noneMatch(entry -> entry.get("letter")
                                        .get("state")
                                        .asString()
                                        .equals("QUEUED")),
                done -> done);
    }

    private static PGSimpleDataSource source(DatabaseServer server) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    private static void post(int i) {
        String letter = "From: a" + i + "@example.kz\r\nSubject: 900101100014/СК/ Вход " + i + "\r\nMessage-ID: <b" + i
                + "@example.kz>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nНе вхожу " + i + "\r\n";
        try {
            desk.post(letter.getBytes(StandardCharsets.UTF_8), "a" + i + "@example.kz", "office@sud.kz");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
