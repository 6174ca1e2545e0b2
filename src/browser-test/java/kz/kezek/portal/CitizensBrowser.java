package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A citizen's Chromium at the public pages. What it complains of, such as a broken policy or script, is kept. */
final class CitizensBrowser implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Path SHOTS = Path.of("target", "screenshots");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    CitizensBrowser() throws IOException {
        Files.createDirectories(SHOTS);
        String chromium = Optional.ofNullable(System.getenv("KEZEK_CHROMIUM")).orElse("/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A new visitor, with no cookies and no drafts of before. */
    Page open(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
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
            assertThat(tooWide(page)).as(name + " in " + width).isEqualTo("");
        }
    }

    void look(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, width == 390 ? 844 : 900);
        page.evaluate("document.fonts.ready");
        String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(file)).setFullPage(true));
        assertThat(faults(page)).as(file).isEmpty();
        assertThat(tooWide(page)).as(file).isEqualTo("");
    }

    /** What sticks out when the page scrolls sideways. */
    private static Object tooWide(Page page) {
        return page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                    .map(each => each.outerHTML.slice(0, 160)).slice(-3).join('\\n')
                """);
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .flatMap(node -> Stream.of(
                                        rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary())))
                        .toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
