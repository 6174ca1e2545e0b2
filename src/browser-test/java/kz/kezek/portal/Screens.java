package kz.kezek.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of a citizen's screen, and the ways in which they come to a page. */
final class Screens {

    private static final String MADE = """
            ([kind, selector, name, type, bytes]) => {
                const data = new DataTransfer();
                const raw = Uint8Array.from(atob(bytes), each => each.charCodeAt(0));
                data.items.add(new File([raw], name, { type }));
                const event = kind === 'paste'
                    ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
                    : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
                document.querySelector(selector).dispatchEvent(event);
            }
            """;

    private Screens() {}

    /** A picture of its own color, so that no two are the same file. */
    static byte[] png(Color color) {
        var image = new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 64, 40);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As a browser pastes a picture: without a name of its own. */
    static void paste(Page page, byte[] png) {
        event(page, "paste", "body", "image.png", "image/png", png);
    }

    static void drop(Page page, String selector, String name, String type, byte[] bytes) {
        event(page, "drop", selector, name, type, bytes);
    }

    static void choose(Page page, String selector, String name, String type, byte[] bytes) {
        page.locator(selector).setInputFiles(new FilePayload(name, type, bytes));
    }

    private static void event(Page page, String kind, String selector, String name, String type, byte[] bytes) {
        page.evaluate(
                MADE,
                List.of(kind, selector, name, type, Base64.getEncoder().encodeToString(bytes)));
    }
}
