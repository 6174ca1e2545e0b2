package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An agent's hands and eyes: keys of a Russian keyboard, and pages as they look on the desk and on the phone. */
final class AgentsScreen {

    private static final Path SHOTS = Path.of("target", "screenshots");

    private AgentsScreen() {}

    /** A key by its place, with the letter that a Russian layout types there. */
    static void press(Page page, String code, String letter) {
        CDPSession keyboard = page.context().newCDPSession(page);
        for (String type : List.of("keyDown", "keyUp")) {
            var event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("code", code);
            event.addProperty("key", letter);
            if (type.equals("keyDown") && letter.length() == 1) {
                event.addProperty("text", letter);
            }
            keyboard.send("Input.dispatchKeyEvent", event);
        }
        keyboard.detach();
    }

    /** Pictures on the desk and on the phone, in both themes; accessible in each. */
    static void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, width == 390 ? 844 : 900);
                String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(file + ".png")));
                assertThat(Accessibility.faults(page, Accessibility.BEST)).as(file).isEmpty();
                assertThat(Accessibility.stickingOut(page)).as(file).isEmpty();
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }
}
