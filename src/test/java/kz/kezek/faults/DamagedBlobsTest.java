package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import kz.kezek.DeskVisitor;
import kz.kezek.RunningDesk;
import kz.kezek.identity.Role;
import kz.kezek.intake.LedgerBalance;
import kz.kezek.intake.LedgerCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F14: bytes that rotted in the storage are found by their hash and never handed out; the pages around them are whole. */
@Tag("faults")
class DamagedBlobsTest {

    /** Of each, the letter and its file are damaged. */
    private static final int LETTERS = 10;

    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");
    private final JdbcClient jdbc = JdbcClient.create(desk.database.dataSource());

    @BeforeEach
    void takeLettersWithFiles() throws Exception {
        for (int i = 1; i <= LETTERS + 1; i++) {
            String author = "author%d@example.kz".formatted(i);
            desk.post(letter(i, author), author, "office@sud.kz");
            desk.tickets(i);
        }
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void areNamedByTheLedgerAndNeverHandedOut() {
        long begun = System.nanoTime();
        // The last letter stays as it was: the control.
        List<byte[]> damaged =
                jdbc.sql("""
                with chosen as (select id, sha256 from custody order by id limit :letters)
                update blob set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)
                where sha256 in (select sha256 from chosen)
                    or sha256 in (select attachment.sha256 from attachment
                        join received_message on received_message.id = attachment.received_message_id
                        where received_message.custody_id in (select id from chosen))
                returning sha256
                """).param("letters", LETTERS).query(byte[].class).list();
        assertThat(damaged).hasSize(2 * LETTERS);

        LedgerBalance balance = desk.bean(LedgerCheck.class).balance(true);
        assertThat(balance.differences())
                .extracting(LedgerBalance.Difference::subject)
                .containsExactlyInAnyOrderElementsOf(
                        damaged.stream().map(HexFormat.of()::formatHex).toList());
        assertThat(balance.differences())
                .extracting(LedgerBalance.Difference::kind)
                .containsOnly(LedgerBalance.Kind.BYTES_DIFFER);
        int refused = areRefusedInWords();

        Figures.report(
                "F14",
                2 * LETTERS + " damaged contents",
                Duration.ofNanos(System.nanoTime() - begun),
                "%d named by the ledger check, %d asked for and not handed out, all pages whole"
                        .formatted(balance.differences().size(), refused));
    }

    private int areRefusedInWords() {
        var administrator = DeskVisitor.signedIn(desk, "administrator", "Марат С.", Role.ADMINISTRATOR);
        var agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        int refused = 0;
        for (int i = 1; i <= LETTERS + 1; i++) {
            String ticket = "/desk/t/SK-26-%06d".formatted(i);
            assertThat(agent.get(ticket).statusCode()).isEqualTo(200);
            refused += refused(agent.get(ticket + "/files/1/1"), i);
            refused += refused(administrator.get("/desk/ledger/%d/raw".formatted(i)), i);
        }
        return refused;
    }

    private static int refused(HttpResponse<byte[]> answer, int number) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (number > LETTERS) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(body).contains(content(number));
            return 0;
        }
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(DeskVisitor.document(answer).select("h1").text()).isEqualTo("Файл повреждён");
        assertThat(body).doesNotContain(content(number).substring(1));
        return 1;
    }

    private static String content(int number) {
        return "evidence number " + number + ";";
    }

    private static byte[] letter(int number, String author) {
        return """
                From: %s
                Subject: x
                Content-Type: multipart/mixed; boundary=b

                --b

                letter %d
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename="evidence.txt"

                %s
                --b--
                """.formatted(author, number, content(number))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
