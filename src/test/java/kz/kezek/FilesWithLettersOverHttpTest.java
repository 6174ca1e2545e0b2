package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.kezek.identity.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures and files that go along with an answer, by a browser that knows no scripts. */
class FilesWithLettersOverHttpTest {

    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.outbox.undo", "0s"));
    private static final byte[] PDF = "%PDF-1.7\nhow to sign".getBytes(StandardCharsets.US_ASCII);

    private static DeskVisitor aigerim;
    private static int letters;

    @BeforeAll
    static void begin() {
        aigerim = DeskVisitor.signedIn(DESK, "aigerim", "Айгерим С.", Role.AGENT);
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @Test
    void sendsWhatWasChosenBeforeAndWithTheLetter() throws Exception {
        String ticket = register();
        var kept =
                aigerim.post(ticket + "/drafts/answer", composed(ticket, "Смотрите снимок"), "снимок.png", picture());
        assertThat(kept.statusCode()).isEqualTo(303);
        Document draft = aigerim.page(DeskVisitor.target(kept).replaceFirst("#.*", ""));
        assertThat(draft.expectFirst("#composer textarea").text()).isEqualTo("Смотрите снимок");
        assertThat(draft.select("#composer .attached li").text()).contains("снимок.png");
        assertThat(aigerim.get(draft.expectFirst("#composer .attached li a").attr("href"))
                        .body())
                .isEqualTo(picture());
        Document preview =
                DeskVisitor.document(aigerim.post(ticket + "/previews/answer", composed(ticket, "Смотрите снимок")));
        assertThat(preview.select("img[src^=data:image/png]")).hasSize(1);

        var sent = aigerim.post(ticket + "/answers", composed(ticket, "Смотрите снимок"), "how.pdf", PDF);

        assertThat(sent.statusCode()).isEqualTo(303);
        var letter = (MimeMultipart) DESK.lettersTo(applicant(), 2).getLast().getContent();
        assertThat(letter.getCount()).isEqualTo(3);
        assertThat(letter.getBodyPart(1).getContentType()).startsWith("image/png");
        assertThat(letter.getBodyPart(2).getFileName()).isEqualTo("how.pdf");
        try (InputStream bytes = letter.getBodyPart(2).getInputStream()) {
            assertThat(bytes.readAllBytes()).isEqualTo(PDF);
        }
        Document page = aigerim.page(ticket);
        assertThat(page.select("article.outgoing .files a")).hasSize(2);
        assertThat(aigerim.get(page.expectFirst("article.outgoing .files a").attr("href"))
                        .body())
                .isEqualTo(picture());
        assertThat(aigerim.page(ticket + "?compose=answer").select(".attached li"))
                .isEmpty();
    }

    @Test
    void takesAFileOutAgainAndKeepsTheText() throws Exception {
        String ticket = register();
        aigerim.post(ticket + "/drafts/answer", composed(ticket, "Черновик"), "how.pdf", PDF);
        String removal = aigerim.page(ticket + "?compose=answer")
                .expectFirst(".attached li button")
                .attr("formaction");

        assertThat(aigerim.post(removal, composed(ticket, "Черновик дальше")).statusCode())
                .isEqualTo(303);

        Document page = aigerim.page(ticket + "?compose=answer");
        assertThat(page.select(".attached li")).isEmpty();
        assertThat(page.expectFirst("#composer textarea").text()).isEqualTo("Черновик дальше");
    }

    @Test
    void namesWhatCannotBeSentAndSendsNothing() throws Exception {
        String ticket = register();

        var refused = aigerim.post(
                ticket + "/answers", composed(ticket, "Запустите"), "run.exe", new byte[] {'M', 'Z', 0, 1, 2});

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = DeskVisitor.document(refused);
        assertThat(page.select(".attached .is-late").text())
                .contains("run.exe", "только снимок, PDF или простой текст");
        assertThat(page.expectFirst("#composer textarea").text()).isEqualTo("Запустите");
        assertThat(aigerim.page(ticket).select("article.outgoing")).isEmpty();
    }

    @Test
    void keepsFilesWithANoteAndSendsThemToNobody() throws Exception {
        String ticket = register();
        Map<String, List<String>> note = aigerim.filled(
                aigerim.page(ticket + "?compose=note"), "#composer form", Map.of("text", List.of("Для нас")));
        var kept = aigerim.post(ticket + "/drafts/note", note, "снимок.png", picture());
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(aigerim.page(ticket + "?compose=note").select(".attached li").text())
                .contains("снимок.png");

        assertThat(aigerim.post(ticket + "/notes", note, "how.pdf", PDF).statusCode())
                .isEqualTo(303);

        Document page = aigerim.page(ticket);
        List<String> files = page.select("article.note .files a").eachAttr("href");
        assertThat(page.select("article.note .files a").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("снимок.png"),
                        second -> assertThat(second).startsWith("how.pdf"));
        assertThat(aigerim.get(files.getFirst()).body()).isEqualTo(picture());
        assertThat(aigerim.get(files.getLast()).body()).isEqualTo(PDF);
        assertThat(aigerim.page(ticket + "?compose=note").select(".attached li"))
                .isEmpty();
        assertThat(DESK.lettersTo(applicant(), 1)).hasSize(1);
    }

    @Test
    void saysThatAFileIsNotThereToBeTakenOut() throws Exception {
        String ticket = register();
        aigerim.post(ticket + "/drafts/answer", composed(ticket, "Черновик"), "how.pdf", PDF);
        String removal = aigerim.page(ticket + "?compose=answer")
                .expectFirst(".attached li button")
                .attr("formaction");
        var other = DeskVisitor.signedIn(DESK, "neighbour", "Сәуле Н.", Role.AGENT);
        Map<String, List<String>> theirs = other.filled(
                other.page(ticket + "?compose=answer"), "#composer form", Map.of("text", List.of("Чужое")));

        assertThat(other.post(removal, theirs).statusCode()).isEqualTo(404);

        assertThat(aigerim.page(ticket + "?compose=answer").select(".attached li"))
                .hasSize(1);
        assertThat(aigerim.post(removal, composed(ticket, "Черновик")).statusCode())
                .isEqualTo(303);
        assertThat(aigerim.post(removal, composed(ticket, "Черновик")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsAFileToNobodyButItsAgent() throws Exception {
        String ticket = register();
        aigerim.post(ticket + "/drafts/answer", composed(ticket, "Моё"), "how.pdf", PDF);
        String file = aigerim.page(ticket + "?compose=answer")
                .expectFirst(".attached li a")
                .attr("href");
        var other = DeskVisitor.signedIn(DESK, "other", "Данияр О.", Role.AGENT);

        assertThat(aigerim.get(file).statusCode()).isEqualTo(200);
        assertThat(other.get(file).statusCode()).isEqualTo(404);
    }

    private static Map<String, List<String>> composed(String ticket, String text) {
        Document page = aigerim.page(ticket + "?compose=answer");
        return aigerim.filled(page, "#composer form", Map.of("text", List.of(text)));
    }

    private static byte[] picture() throws IOException {
        try (var picture =
                Objects.requireNonNull(FilesWithLettersOverHttpTest.class.getResourceAsStream("/demo/oshibka.png"))) {
            return picture.readAllBytes();
        }
    }

    private static String register() throws Exception {
        letters++;
        String letter = "From: " + applicant() + "\r\nTo: office@sud.kz\r\nSubject: Question " + letters
                + "\r\nMessage-ID: <files." + letters + "@example.kz>\r\n\r\nLetter " + letters + ", and no form.\r\n";
        DESK.post(letter.getBytes(StandardCharsets.UTF_8), applicant(), "office@sud.kz");
        DESK.lettersTo(applicant(), 1);
        return "/desk/t/SK-26-%06d".formatted(letters);
    }

    private static String applicant() {
        return "applicant" + letters + "@example.kz";
    }
}
