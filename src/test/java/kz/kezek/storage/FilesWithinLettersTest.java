package kz.kezek.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import kz.kezek.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that its letter holds is kept there only, is handed out from there, and is damaged when the letter is. */
class FilesWithinLettersTest {

    private static final byte[] FILE = new byte[200_000];

    private static TestDatabase database;
    private static JdbcClient jdbc;
    private static BlobStore blobs;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database.dataSource());
        blobs = new BlobStore(jdbc, Optional.empty());
        new Random(1).nextBytes(FILE);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from blob where encoded_in is not null").update();
        jdbc.sql("delete from blob").update();
    }

    @Test
    void areHandedOutFromThere() {
        BlobId letter = blobs.put(letter(FILE));
        BlobId file = blobs.putFileOf(letter, letter(FILE), FILE);

        assertThat(file).isEqualTo(BlobId.of(FILE));
        assertThat(blobs.get(file)).hasValue(FILE);
        assertThat(blobs.beginning(file, 100_000)).hasValue(Arrays.copyOf(FILE, 100_000));
        assertThat(blobs.beginning(file, 1_000_000)).hasValue(FILE);
        assertThat(bytesKept()).isEqualTo(letter(FILE).length);
    }

    @Test
    void areKeptOnceOverAllLetters() {
        byte[] second = letter(FILE, "another letter");
        BlobId one = blobs.put(letter(FILE));
        BlobId two = blobs.put(second);

        assertThat(blobs.putFileOf(one, letter(FILE), FILE)).isEqualTo(blobs.putFileOf(two, second, FILE));
        assertThat(blobs.get(BlobId.of(FILE))).hasValue(FILE);
    }

    @Test
    void areKeptBesideItWhenItHoldsThemInAnotherWay() {
        byte[] odd = new String(letter(FILE), US_ASCII)
                .replace("\r\n--b--", " \r\n--b--")
                .replaceFirst("=+ ", "")
                .getBytes(US_ASCII);
        BlobId letter = blobs.put(odd);
        BlobId file = blobs.putFileOf(letter, odd, FILE);

        assertThat(blobs.get(file)).hasValue(FILE);
        assertThat(blobs.beginning(file, 10)).hasValue(Arrays.copyOf(FILE, 10));
        assertThat(bytesKept()).isEqualTo(odd.length + FILE.length);
    }

    @Test
    void areKeptBesideALetterThatIsAFileItself() {
        byte[] enclosing = letter(letter(FILE));
        BlobId outer = blobs.put(enclosing);
        BlobId enclosed = blobs.putFileOf(outer, enclosing, letter(FILE));

        assertThat(blobs.put(letter(FILE))).isEqualTo(enclosed);
        BlobId file = blobs.putFileOf(enclosed, letter(FILE), FILE);
        assertThat(blobs.get(enclosed)).hasValue(letter(FILE));
        assertThat(blobs.get(file)).hasValue(FILE);
    }

    @Test
    void areDamagedWhenItIs() {
        BlobId letter = blobs.put(letter(FILE));
        BlobId file = blobs.putFileOf(letter, letter(FILE), FILE);
        assertThat(blobs.damaged(10)).isEmpty();

        jdbc.sql("update blob set bytes = overlay(bytes placing 'AAAA'::bytea from 5000) where bytes is not null")
                .update();

        assertThatThrownBy(() -> blobs.get(file)).isInstanceOf(BlobStore.DamagedBlob.class);
        assertThat(blobs.damaged(10)).containsExactlyInAnyOrder(letter, file);
        jdbc.sql("update blob set bytes = 'short' where bytes is not null").update();
        assertThatThrownBy(() -> blobs.get(file)).isInstanceOf(BlobStore.DamagedBlob.class);
        assertThat(blobs.damaged(10)).containsExactlyInAnyOrder(letter, file);
    }

    private long bytesKept() {
        return jdbc.sql("select sum(octet_length(bytes)) from blob")
                .query(Long.class)
                .single();
    }

    private static byte[] letter(byte[] file) {
        return letter(file, "a letter");
    }

    private static byte[] letter(byte[] file, String text) {
        return """
                Content-Type: multipart/mixed; boundary=b

                --b

                %s
                --b
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(text, Base64.getMimeEncoder().encodeToString(file))
                .replace("\r", "")
                .replace("\n", "\r\n")
                .getBytes(US_ASCII);
    }
}
