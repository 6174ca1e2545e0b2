package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.kezek.Accessibility;
import kz.kezek.Chromium;
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

    private static final Path SHOTS = Path.of("target", "screenshots", "letters");

    private final LetterGallery gallery = LetterGallery.of(Regulation.inForce());
    private final Optional<LettersPage> written =
            Optional.ofNullable(System.getProperty("kezek.letters.page")).map(Path::of).map(LettersPage::new);
    private final Chromium browser = new Chromium();

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

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @BeforeAll
    void makeRoom() throws IOException {
        Files.createDirectories(SHOTS);
    }

    @AfterAll
    void closeBrowser() throws IOException {
        if (written.isPresent()) {
            written.get().write();
        }
        browser.close();
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
        try (var window = browser.stranger()) {
            Page page = window.newPage();
            page.setContent(letter.html());
            for (Look look : Look.values()) {
                page.setViewportSize(look.width, 800);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
                pictures.put(look, page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
                Files.write(SHOTS.resolve(sample.word() + "-" + languages + "-" + look.word() + ".png"), pictures.get(look));
                int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
                if (needed > look.width) {
                    found.add(look + " needs " + needed + " of " + look.width);
                }
                Accessibility.faults(page, Accessibility.WCAG).forEach(fault -> found.add(look + " " + fault));
            }
            assertThat(found).isEmpty();
            if (written.isPresent()) {
                written.get().add(sample, languages, letter, window.newPage(), pictures);
            }
        }
    }
}
