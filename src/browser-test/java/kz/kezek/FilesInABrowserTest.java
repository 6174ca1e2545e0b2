package kz.kezek;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.kezek.AgentsScreen.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent pastes from the clipboard or drops from a folder reaches the applicant with the letter. */
class FilesInABrowserTest {

    private static final String APPLICANT = "applicant@example.kz";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** Puts a picture on the clipboard, as a tool for screenshots does. */
    private static final String COPY = """
            async (bytes) => {
                const raw = Uint8Array.from(atob(bytes), each => each.charCodeAt(0));
                const picture = new Blob([raw], { type: 'image/png' });
                await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
            }
            """;

    /** Monday 23.11.2026, 10:15 in Astana. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z");

    private final Chromium chromium = new Chromium();
    private final NewLetters letters = new NewLetters(desk);

    @AfterEach
    void close() {
        chromium.close();
        desk.close();
    }

    @Test
    void sendsThePictureThatWasPastedIntoTheAnswer() throws Exception {
        Page page = answering("Снимок");
        copy(page, picture());
        page.locator("#text").fill("Смотрите снимок");
        page.keyboard().press("Control+KeyV");

        assertThat(page.locator(".attached li")).hasCount(1);
        assertThat(page.locator("#text")).hasValue("Смотрите снимок");
        look(page, "desk-answer-picture");
        send(page);

        BodyPart sent = enclosed();
        assertThat(sent.getContentType()).startsWith("image/png");
        try (InputStream bytes = sent.getInputStream()) {
            BufferedImage picture = ImageIO.read(bytes);
            assertThat(new Color(picture.getRGB(20, 10))).isEqualTo(Color.RED);
        }
    }

    @Test
    void sendsTheFileThatWasDroppedOnTheAnswer(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("how.pdf"), PDF);
        Page page = answering("Файл");
        page.locator("#text").fill("Прочитайте");
        drag(page, file, "dragEnter", "dragOver");
        assertThat(page.locator(".attached.over")).isVisible();
        drag(page, file, "drop");

        assertThat(page.locator(".attached li")).containsText("how.pdf");
        assertThat(page.locator(".attached.over")).hasCount(0);
        assertThat(page).hasURL(desk.url() + "/desk/t/SK-26-000001?compose=answer");
        send(page);

        BodyPart sent = enclosed();
        assertThat(sent.getFileName()).isEqualTo("how.pdf");
        try (InputStream bytes = sent.getInputStream()) {
            assertThat(bytes.readAllBytes()).isEqualTo(PDF);
        }
    }

    private Page answering(String subject) throws Exception {
        DeskVisitor.account(desk, "aigerim", "Айгерим С.", Role.AGENT);
        letters.post(subject, APPLICANT);
        Page page = chromium.signedIn(desk.url(), "aigerim");
        page.navigate(desk.url() + "/desk/t/SK-26-000001?compose=answer");
        return page;
    }

    private void copy(Page page, byte[] png) {
        page.context()
                .grantPermissions(
                        List.of("clipboard-read", "clipboard-write"),
                        new BrowserContext.GrantPermissionsOptions().setOrigin(desk.url()));
        page.evaluate(COPY, Base64.getEncoder().encodeToString(png));
    }

    /** What the hand does with a file over the place to write, as the browser is told of it by the window system. */
    private static void drag(Page page, Path file, String... kinds) {
        BoundingBox place = page.locator("#text").boundingBox();
        var files = new JsonArray();
        files.add(file.toString());
        var dragged = new JsonObject();
        dragged.add("items", new JsonArray());
        dragged.add("files", files);
        dragged.addProperty("dragOperationsMask", 1);
        CDPSession hand = page.context().newCDPSession(page);
        for (String kind : kinds) {
            var event = new JsonObject();
            event.addProperty("type", kind);
            event.addProperty("x", place.x + 20);
            event.addProperty("y", place.y + 20);
            event.add("data", dragged);
            hand.send("Input.dispatchDragEvent", event);
        }
        hand.detach();
    }

    private static void send(Page page) {
        page.locator("#text").press("Control+Enter");
        assertThat(page.locator("[data-done]")).hasText("Отправили заявителю.");
    }

    /** The part of the letter after its text. */
    private BodyPart enclosed() throws Exception {
        var letter = (MimeMultipart) desk.lettersTo(APPLICANT, 2).getLast().getContent();
        assertThat(letter.getCount()).isEqualTo(2);
        return letter.getBodyPart(1);
    }

    private static byte[] picture() throws Exception {
        var image = new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 64, 40);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
