package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.kezek.Chromium;
import kz.kezek.WebPicture;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.Preferences.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Draws the pictures of the user's guide into the folder that {@code -Dkezek.guide.pictures} names; see {@code docs/guide.sh}. */
@EnabledIfSystemProperty(named = "kezek.guide.pictures", matches = ".+")
class GuidePicturesTest {

    private static final int QUALITY = 60;
    /** What is worked with on the way, too. */
    private static final List<String> ON_THE_PHONE = List.of("queue", "ticket-answer");

    @Test
    void drawsEveryPage() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("kezek.guide.pictures")));
        try (Chromium browser = new Chromium();
                DrawnSite site = DrawnSite.open()) {
            Page page = browser.stranger().newPage();
            for (String name : DrawnPages.all(Preferences.DEFAULT).keySet()) {
                draw(page, site, name, 1280, 900, folder.resolve(name + ".webp"));
            }
            for (String name : ON_THE_PHONE) {
                draw(page, site, name, 390, 844, folder.resolve(name + "-phone.webp"));
            }
        }
        assertThat(folder).isDirectoryContaining("glob:**queue.webp");
    }

    private static void draw(Page page, DrawnSite site, String name, int width, int height, Path file)
            throws IOException {
        page.setViewportSize(width, height);
        page.navigate(site.url(Language.RU, Theme.LIGHT, name));
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("document.fonts.ready");
        Files.write(file, WebPicture.of(page, QUALITY));
    }
}
