package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import kz.kezek.Accessibility;
import kz.kezek.Chromium;
import kz.kezek.applicant.Language;
import kz.kezek.workspace.Preferences.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in a real browser, both themes, desk and phone: accessible, within the window, under the strict policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {

    private static final Path SHOTS = Path.of("target", "screenshots");

    private Chromium browser;
    private DrawnSite site;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void openBrowser() throws IOException {
        browser = new Chromium();
        site = DrawnSite.open();
        Files.createDirectories(SHOTS);
    }

    @AfterAll
    void closeBrowser() {
        site.close();
        browser.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.stranger().newPage();
        complaints.clear();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    /** Russian in every look; the other languages once on the desk and once on the phone. */
    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of(Language.RU, Theme.LIGHT, 1440),
                Arguments.of(Language.RU, Theme.DARK, 1440),
                Arguments.of(Language.RU, Theme.LIGHT, 390),
                Arguments.of(Language.RU, Theme.DARK, 390),
                Arguments.of(Language.KK, Theme.LIGHT, 390),
                Arguments.of(Language.EN, Theme.DARK, 1440));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isAccessibleAndFitsOnEveryPage(Language language, Theme theme, int width) {
        var found = new ArrayList<String>();
        for (var name : DrawnPages.all(Preferences.DEFAULT).keySet()) {
            show(language, theme, name);
            // So high that nothing lies under what sticks to the window's edges: one would scroll.
            page.setViewportSize(width, 4000);
            Accessibility.faults(page, Accessibility.BEST).forEach(fault -> found.add(name + " " + fault));
            page.setViewportSize(width, width == 390 ? 844 : 900);
            page.screenshot(new Page.ScreenshotOptions().setPath(
                    SHOTS.resolve(name + "-" + language.tag() + "-" + theme.word() + "-" + width + ".png")));
        }
        assertThat(found).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void neverScrollsSideways() {
        var wide = new ArrayList<String>();
        for (var name : DrawnPages.all(Preferences.DEFAULT).keySet()) {
            show(Language.KK, Theme.LIGHT, name);
            for (int width : List.of(320, 390, 600, 860, 861, 1024, 1180, 1440, 1920)) {
                page.setViewportSize(width, 800);
                var out = Accessibility.stickingOut(page);
                if (!out.isEmpty()) {
                    wide.add(name + " in " + width + ": " + out);
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void walksTheQueueByKeysInAnyLayout() {
        show(Language.RU, Theme.LIGHT, "queue");
        page.evaluate("document.activeElement.blur()");
        type("KeyJ", "о");
        type("KeyJ", "о");
        assertThat(focused()).isEqualTo("СК-26-004731");
        type("KeyK", "л");
        assertThat(focused()).isEqualTo("СК-26-004806");
    }

    @Test
    void keepsKeysOutOfTheText() {
        show(Language.RU, Theme.LIGHT, "ticket-note");
        page.keyboard().type("jkrq, ой");
        assertThat(page.locator("#text").inputValue()).isEqualTo("jkrq, ой");
        assertThat(page.url()).endsWith("/ticket-note");
    }

    @Test
    void countsDownWhileThePageStands() {
        page.clock().install(new com.microsoft.playwright.Clock.InstallOptions().setTime(TuesdayMorning.NOW * 1000));
        show(Language.RU, Theme.LIGHT, "queue");
        page.locator("#list").focus();
        page.clock().runFor("10:30");
        assertThat(clock("СК-26-004812")).isEqualTo("25\u00a0мин");
        assertThat(clock("СК-26-004806")).isEqualTo("\u221244\u00a0мин");
        page.clock().runFor("30:00");
        assertThat(page.locator("[id='СК-26-004812'] .sla").getAttribute("data-state")).isEqualTo("breached");
    }

    @Test
    void keepsTheDraftUntilItIsSaved() {
        show(Language.RU, Theme.LIGHT, "ticket-note");
        page.keyboard().type("проверить сертификат");
        show(Language.RU, Theme.LIGHT, "ticket-answer");
        show(Language.RU, Theme.LIGHT, "ticket-note");
        assertThat(page.locator("#text").inputValue()).isEqualTo("проверить сертификат");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "ticket-answer", "call"})
    void loadsWithinTheBudget(String name) throws IOException {
        var requested = new ArrayList<String>();
        page.onRequest(request -> requested.add(java.net.URI.create(request.url()).getPath()));
        show(Language.KK, Theme.LIGHT, name);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var html = page.content().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var files = List.copyOf(requested);
        long total = 0;
        long scripts = 0;
        for (var file : files) {
            var body = file.startsWith("/pages/") ? html : DrawnSite.file(file);
            var size = file.endsWith(".woff2") ? body.length : zipped(body);
            total += size;
            scripts += file.endsWith(".js") ? size : 0;
        }
        System.out.println("first load of " + name + ": " + total + " bytes gzip, scripts " + scripts + ", " + files.size() + " requests");
        assertThat(total).isLessThanOrEqualTo(180 * 1024);
        assertThat(scripts).isLessThanOrEqualTo(25 * 1024);
    }

    private void show(Language language, Theme theme, String name) {
        page.navigate(site.url(language, theme, name));
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("document.fonts.ready");
    }

    private void type(String code, String letter) {
        page.evaluate("([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {code, key, bubbles: true}))",
                List.of(code, letter));
    }

    private Object focused() {
        return page.evaluate("document.activeElement.closest('tr')?.id");
    }

    private String clock(String number) {
        return page.locator("[id='" + number + "'] .sla b").textContent();
    }

    private static int zipped(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.size();
    }
}
