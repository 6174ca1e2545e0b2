package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.regulation.Regulation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every letter in a real browser, light and dark, on a phone and in a window: accessible and within its width. With
 * {@code -Dkezek.letters.page=docs} it also writes the page {@code letters.md} with pictures; see {@code docs/letters.sh}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersInBrowserTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SHOTS = Path.of("target", "screenshots", "letters");

    private final LetterGallery gallery = LetterGallery.of(Regulation.inForce());
    private final Optional<LettersPage> written =
            Optional.ofNullable(System.getProperty("kezek.letters.page")).map(Path::of).map(LettersPage::new);
    private Playwright playwright;
    private Browser browser;

    enum Look {
        PHONE_LIGHT(390, ColorScheme.LIGHT),
        PHONE_DARK(390, ColorScheme.DARK),
        WINDOW_LIGHT(700, ColorScheme.LIGHT),
        WINDOW_DARK(700, ColorScheme.DARK);

        final int width;
        final ColorScheme scheme;

        Look(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }
    }

    @BeforeAll
    void openBrowser() throws IOException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = Optional.ofNullable(System.getenv("KEZEK_CHROMIUM")).orElse("/usr/bin/chromium");
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(chromium))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")));
        Files.createDirectories(SHOTS);
    }

    @AfterAll
    void closeBrowser() throws IOException {
        if (written.isPresent()) {
            written.get().write();
        }
        playwright.close();
    }

    @ParameterizedTest
    @EnumSource
    void isAccessibleAndFits(LetterSample sample) throws IOException {
        for (Language language : Language.values()) {
            show(sample, language.tag(), gallery.letter(sample, language));
        }
    }

    @Test
    void isAccessibleAndFitsInTwoLanguages() throws IOException {
        show(LetterSample.ACCEPTED, "kk-ru", gallery.letter(LetterSample.ACCEPTED, Language.KK, Language.RU));
    }

    private void show(LetterSample sample, String languages, ComposedLetter letter) throws IOException {
        Map<Look, byte[]> pictures = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        for (Look look : Look.values()) {
            pictures.put(look, picture(letter, look, found));
            Files.write(
                    SHOTS.resolve(sample.word() + "-" + languages + "-" + look.name().toLowerCase().replace('_', '-') + ".png"),
                    pictures.get(look));
        }
        assertThat(found).isEmpty();
        if (written.isPresent()) {
            try (var sheet = browser.newContext()) {
                written.get().add(sample, languages, letter, sheet.newPage(), pictures);
            }
        }
    }

    private byte[] picture(ComposedLetter letter, Look look, List<String> found) {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(look.width, 800).setColorScheme(look.scheme))) {
            Page page = context.newPage();
            page.setContent(letter.html());
            int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (needed > look.width) {
                found.add(look + " needs " + needed + " of " + look.width);
            }
            new AxeBuilder(page)
                    .setLegacyMode(true)
                    .withTags(RULES)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> rule.getNodes().forEach(
                            node -> found.add(look + " " + rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary())));
            return page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
        }
    }
}
