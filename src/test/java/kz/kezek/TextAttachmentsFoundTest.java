package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kz.kezek.identity.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in a log that came with a letter is found, a little after the registration and apart from it. */
class TextAttachmentsFoundTest {

    private static final RunningDesk DESK =
            RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.intake.attachments.look-every", "200ms"));

    private static DeskVisitor aigerim;

    @BeforeAll
    static void begin() throws Exception {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
        byte[] log = "12:04 Хранилище не отвечает, владелец 900101100014\r\n".getBytes(Charset.forName("windows-1251"));
        write("one", "ncalayer.log", "application/octet-stream", log);
        write("two", "picture.txt", "text/plain", new byte[] {'P', 'N', 0, 1, 2, 'Z', 'q'});
        DESK.tickets(2);
        RunningDesk.await("both to be looked into", TextAttachmentsFoundTest::waiting, left -> left == 0);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void findsATicketByTheWordsOfALogAndShowsThem() {
        Document page =
                aigerim.page("/desk/search?q=" + URLEncoder.encode("хранилище отвечать", StandardCharsets.UTF_8));

        assertThat(page.select(".results li").eachAttr("id")).containsExactly("СК-26-000001");
        assertThat(page.select(".results").text()).contains("ncalayer.log");
        assertThat(page.select(".results mark").eachText()).contains("Хранилище");
    }

    @Test
    void keepsNoWholeNumberOfAPersonAmongTheWords() {
        List<String> texts = DESK.bean(JdbcClient.class)
                .sql("select text || search::text from attachment_text")
                .query(String.class)
                .list();

        assertThat(texts).hasSize(1).noneMatch(text -> text.contains("900101100014"));
    }

    private static long waiting() {
        return DESK.bean(JdbcClient.class)
                .sql("select count(*) from attachment where not looked_into")
                .query(Long.class)
                .single();
    }

    private static void write(String who, String fileName, String type, byte[] file) throws Exception {
        String letter = "From: " + who + "@example.kz\r\nTo: office@sud.kz\r\nSubject: Log\r\nMessage-ID: <" + who
                + "@example.kz>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nThe log is attached.\r\n--b\r\nContent-Type: " + type
                + "\r\nContent-Disposition: attachment; filename=\"" + fileName
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file) + "\r\n--b--\r\n";
        DESK.post(letter.getBytes(StandardCharsets.UTF_8), who + "@example.kz", "office@sud.kz");
        DESK.lettersTo(who + "@example.kz", 1);
    }
}
