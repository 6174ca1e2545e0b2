package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.kezek.Accessibility;
import kz.kezek.Chromium;

/** A citizen's Chromium at the public pages. What it complains of, such as a broken policy or script, is kept. */
final class CitizensBrowser implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");

    private final Chromium browser = new Chromium();
    private final List<String> complaints = new ArrayList<>();

    CitizensBrowser() throws IOException {
        Files.createDirectories(SHOTS);
    }

    /** A new visitor, with no cookies and no drafts of before. */
    Page open(Browser.NewContextOptions options) {
        Page page = browser.stranger(options).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    Page desktop() {
        return open(new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("ru-RU"));
    }

    /** A phone of 390 px, touched by a finger. */
    Page phone(String locale) {
        return open(phoneOptions(locale));
    }

    static Browser.NewContextOptions phoneOptions(String locale) {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale(locale);
    }

    List<String> complaints() {
        return complaints;
    }

    /** Pictures of the page on the desk and on the phone in both themes; it is accessible in each and never scrolls sideways. */
    void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                look(page, name, scheme, width);
            }
        }
        for (int width : List.of(320, 600, 860, 961, 1180)) {
            page.setViewportSize(width, 800);
            assertThat(Accessibility.stickingOut(page)).as(name + " in " + width).isEqualTo("");
        }
    }

    void look(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, width == 390 ? 844 : 900);
        page.evaluate("document.fonts.ready");
        String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        shoot(page, file);
        assertThat(Accessibility.faults(page, Accessibility.BEST)).as(file).isEmpty();
        assertThat(Accessibility.stickingOut(page)).as(file).isEqualTo("");
    }

    /** A picture of the whole page as it stands. */
    void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
    }
}
