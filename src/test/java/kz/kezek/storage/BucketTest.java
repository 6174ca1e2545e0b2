package kz.kezek.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kz.kezek.S3Service;
import kz.kezek.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bytes in a bucket of a real S3 service that checks signatures. */
class BucketTest {

    @TempDir
    private static Path folder;

    private static S3Service s3;
    private static TestDatabase database;
    private static JdbcClient jdbc;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private BlobStore blobs;

    @BeforeAll
    static void start() {
        s3 = S3Service.in(folder);
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database.dataSource());
    }

    @BeforeEach
    void open() {
        blobs = new BlobStore(jdbc, Optional.of(new Bucket(settings(), meters)));
    }

    @AfterAll
    static void stop() {
        database.close();
        s3.close();
    }

    @Test
    void keepsBytesUnderTheirHashAndNoneInTheDatabase() throws Exception {
        byte[] letter = random(3 << 20, 1);
        BlobId id = blobs.put(letter);

        assertThat(s3.object(id)).hasBinaryContent(letter);
        assertThat(blobs.get(id)).hasValue(letter);
        assertThat(jdbc.sql("select size from blob where sha256 = ? and bytes is null")
                        .param(id.sha256())
                        .query(Integer.class)
                        .single())
                .isEqualTo(letter.length);
        assertThat(meters.get("kezek.blobs.bucket")
                        .tag("operation", "put")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void putsTheSameBytesOnce() {
        byte[] logo = random(1000, 2);
        blobs.put(logo);
        blobs.put(logo);

        assertThat(meters.get("kezek.blobs.bucket")
                        .tag("operation", "put")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsNothingAtAllAsWell() {
        BlobId id = blobs.put(new byte[0]);

        assertThat(blobs.get(id)).hasValue(new byte[0]);
        assertThat(blobs.beginning(id, 100)).hasValue(new byte[0]);
    }

    @Test
    void readsOnlyTheBeginningWhenThatIsAskedFor() {
        BlobId id = blobs.put("Хранилище".getBytes(StandardCharsets.UTF_8));

        assertThat(blobs.beginning(id, 6)).hasValue("Хра".getBytes(StandardCharsets.UTF_8));
        assertThat(blobs.beginning(id, 100)).hasValue("Хранилище".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void handsAFileOutOfTheLetterThatHoldsIt() throws Exception {
        byte[] file = random(200_000, 20);
        byte[] letter = ("Subject: x\r\n\r\n" + Base64.getMimeEncoder().encodeToString(file) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        BlobId inBucket = blobs.put(letter);
        BlobId id = blobs.putFileOf(inBucket, letter, file);

        assertThat(s3.object(id)).doesNotExist();
        assertThat(blobs.get(id)).hasValue(file);
        assertThat(blobs.beginning(id, 1000)).hasValue(Arrays.copyOf(file, 1000));
        assertThat(new Blobs(jdbc).inBucketAfter(new byte[0], 5000))
                .contains(inBucket)
                .doesNotContain(id);
        flip(s3.object(inBucket));
        assertThat(blobs.damaged(10)).contains(inBucket);
        Files.delete(s3.object(inBucket));
        assertThatThrownBy(() -> blobs.get(id)).isInstanceOf(BlobStore.DamagedBlob.class);
        assertThat(blobs.damaged(10)).containsExactlyInAnyOrder(inBucket, id);
        Files.write(s3.object(inBucket), letter);
    }

    @Test
    void findsWhatTheDatabaseKeptBefore() {
        byte[] old = random(1000, 3);
        BlobId id = new BlobStore(jdbc, Optional.empty()).put(old);

        assertThat(blobs.get(id)).hasValue(old);
        assertThat(blobs.beginning(id, 10)).hasValue(Arrays.copyOf(old, 10));
        assertThat(blobs.put(old)).isEqualTo(id);
        assertThat(s3.object(id)).doesNotExist();
    }

    @Test
    void tellsDamagedAndLostObjectsFromWholeOnes() throws Exception {
        BlobId damaged = blobs.put(random(1000, 4));
        BlobId lost = blobs.put(random(1000, 5));
        BlobId whole = blobs.put(random(1000, 6));
        flip(s3.object(damaged));
        Files.delete(s3.object(lost));

        assertThatThrownBy(() -> blobs.get(damaged))
                .isInstanceOf(BlobStore.DamagedBlob.class)
                .hasMessageContaining("no longer has the bytes");
        assertThatThrownBy(() -> blobs.get(lost))
                .isInstanceOf(BlobStore.DamagedBlob.class)
                .hasMessageContaining("is gone from the bucket");
        assertThat(blobs.beginning(lost, 10)).isEmpty();
        assertThat(blobs.damaged(1000)).contains(damaged, lost).doesNotContain(whole);
        assertThat(blobs.damaged(1)).hasSize(1);
        Files.write(s3.object(damaged), random(1000, 4));
        Files.write(s3.object(lost), random(1000, 5));
        assertThat(blobs.damaged(1000)).isEmpty();
    }

    @Test
    void findsTheDamagedOneAmongMoreThanOnePage() throws Exception {
        IntStream.range(0, 1001).forEach(i -> {
            byte[] small = random(10, 1000 + i);
            Blobs rows = new Blobs(jdbc);
            rows.insert(BlobId.of(small), small.length, Optional.empty());
            write(s3.object(BlobId.of(small)), small);
        });
        BlobId last = new Blobs(jdbc).inBucketAfter(new byte[0], 5000).getLast();
        byte[] content = Files.readAllBytes(s3.object(last));
        flip(s3.object(last));

        assertThat(blobs.damaged(10)).containsExactly(last);
        Files.write(s3.object(last), content);
    }

    @Test
    void doesNotTakeAMissingBucketOrAWrongKeyForAMissingObject() {
        BlobId id = blobs.put(random(1000, 7));
        S3Settings other = settings("no-such-bucket", S3Service.SECRET, Duration.ofSeconds(30));
        S3Settings stranger = settings(S3Service.BUCKET, "wrong-secret", Duration.ofSeconds(30));

        assertThatThrownBy(() -> new Bucket(other, meters).get(id))
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("404 NoSuchBucket");
        assertThatThrownBy(() -> new Bucket(stranger, meters).put(id, random(1000, 7)))
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    void goesOnOverConnectionsThatDiedMeanwhile() {
        blobs.put(random(1000, 8));
        s3.stop();
        assertThatThrownBy(() -> blobs.put(random(1000, 9)))
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("cannot be reached");
        s3.comeBack();

        assertThat(blobs.get(blobs.put(random(1000, 9)))).hasValue(random(1000, 9));
    }

    @Test
    void givesUpOnASilentServiceWhenItsTimeIsOver() {
        var bucket = new Bucket(settings(S3Service.BUCKET, S3Service.SECRET, Duration.ofSeconds(1)), meters);
        s3.fallSilent();
        try {
            assertThatThrownBy(() -> bucket.put(BlobId.of(new byte[10]), new byte[10]))
                    .isInstanceOf(BlobsAway.class)
                    .hasMessageContaining("no whole answer within 1 s");
        } finally {
            s3.speakAgain();
        }
        bucket.look();
        assertThat(meters.get("kezek.blobs.bucket")
                        .tag("operation", "put")
                        .timer()
                        .count())
                .as("the look after a failed put tries one")
                .isEqualTo(2);
    }

    @Test
    void refusesToWorkWithoutTheBucketThatIsInUse() {
        blobs.put(random(1000, 10));
        var without = new BlobStore(jdbc, Optional.empty());

        assertThatThrownBy(without::requireBucketIfUsed)
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("KEZEK_BLOBS_S3_ENDPOINT");
        assertThatThrownBy(() -> without.get(BlobId.of(random(1000, 10)))).isInstanceOf(BlobsAway.class);
    }

    @Test
    void readsTheAddressAsTheServiceIsCalled() {
        assertThat(named("https://s3.example.kz", true).base()).isEqualTo("https://s3.example.kz/letters/");
        assertThat(named("https://s3.example.kz:443/", true).base()).isEqualTo("https://s3.example.kz/letters/");
        assertThat(named("http://[::1]:9000", true).base()).isEqualTo("http://[::1]:9000/letters/");
        assertThat(named("https://s3.eu-central-1.amazonaws.com", false).base())
                .isEqualTo("https://letters.s3.eu-central-1.amazonaws.com/");
        assertThatThrownBy(() -> named("s3.example.kz", true).complete())
                .isInstanceOf(BlobsAway.class)
                .hasMessageContaining("write it as https://");
        assertThat(named("", true).complete()).isEmpty();
        assertThatThrownBy(() -> new S3Settings("https://s3.example.kz", "r", "b", "", "", true, Duration.ofSeconds(1))
                        .complete())
                .hasMessageContaining("KEZEK_BLOBS_S3_ACCESSKEY, KEZEK_BLOBS_S3_SECRETKEY");
        assertThat(settings().toString()).doesNotContain(settings().secretKey());
    }

    private static S3Settings named(String endpoint, boolean pathStyle) {
        return new S3Settings(endpoint, "us-east-1", "letters", "key", "secret", pathStyle, Duration.ofSeconds(1));
    }

    private static S3Settings settings() {
        return settings(S3Service.BUCKET, S3Service.SECRET, Duration.ofSeconds(30));
    }

    private static S3Settings settings(String bucket, String secret, Duration timeout) {
        return new S3Settings(s3.endpoint(), "us-east-1", bucket, S3Service.KEY, secret, true, timeout);
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void flip(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
