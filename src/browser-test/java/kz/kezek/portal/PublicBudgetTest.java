package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kz.kezek.PortalVisitor;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a first visit brings over the wire, as the browser counts it: headers, fonts, everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicBudgetTest {

    private static final long MOST = 150 * 1024;
    private static final String CITIZEN = "t.testov@example.kz";

    private RunningDesk desk;
    private CitizensBrowser browser;

    @BeforeAll
    void openAll() throws Exception {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.public-url", "http://desk.example"));
        browser = new CitizensBrowser();
    }

    @AfterAll
    void closeAll() {
        browser.close();
        desk.close();
    }

    @Test
    void bringsEveryPublicPageWithinTheBudgetInEveryLanguage() throws Exception {
        desk.post(StatusBySecretLinkTest.sample("s01-ru-ncalayer"), CITIZEN, "office@sud.kz");
        String status = StatusBySecretLinkTest.linkIn(desk.lettersTo(CITIZEN, 1).getFirst());
        var paths = Map.of(
                "/", "/",
                "/rules", "/rules",
                "/request", "/request",
                "/help", "/help",
                "/help/{slug}", "/help/ncalayer-is-not-running-or-not-installed",
                "/status", "/status",
                "/s/{token}", status);
        List<String> over = new ArrayList<>();
        for (var path : paths.entrySet()) {
            for (String language : List.of("kk", "ru", "en")) {
                Visited first = visited(path.getValue() + "?lang=" + language);
                System.out.println("first visit to " + path.getKey() + " in " + language + ": " + first);
                if (first.bytes() > MOST) {
                    over.add(path.getKey() + " " + language + " " + first);
                }
            }
        }
        assertThat(over).isEmpty();
    }

    @Test
    void fetchesNothingTwiceThatCarriesAHashInItsAddress() {
        Page page = browser.open(new Browser.NewContextOptions().setLocale("kk-KZ"));
        page.navigate(desk.url() + "/help?lang=kk");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> fetched = new ArrayList<>();
        Map<String, String> urls = new HashMap<>();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.responseReceived", told -> urls.put(
                told.get("requestId").getAsString(),
                told.getAsJsonObject("response").get("url").getAsString()));
        network.on("Network.loadingFinished", told -> {
            if (told.get("encodedDataLength").getAsLong() > 0) {
                fetched.add(urls.get(told.get("requestId").getAsString()));
            }
        });
        page.navigate(desk.url() + "/help/ncalayer-is-not-running-or-not-installed");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(fetched).contains(desk.url() + "/help/ncalayer-is-not-running-or-not-installed");
        assertThat(fetched).filteredOn(url -> url.contains("/assets/") || url.contains("/vendor/"))
                .isEmpty();
        page.context().close();
    }

    @Test
    void compressesPagesButNotThoseThatAnswerWhatWasEnteredBesideASecret() throws Exception {
        desk.post(
                new String(StatusBySecretLinkTest.sample("s01-ru-ncalayer"), StandardCharsets.UTF_8)
                        .replace(CITIZEN, "own@example.kz")
                        .replace("s01.2026", "s02.2026")
                        .getBytes(StandardCharsets.UTF_8),
                "own@example.kz",
                "office@sud.kz");
        String own = StatusBySecretLinkTest.linkIn(desk.lettersTo("own@example.kz", 1).getFirst());
        Page page = browser.desktop();
        assertThat(page.navigate(desk.url() + "/rules").headerValue("content-encoding")).isEqualTo("gzip");
        assertThat(page.navigate(desk.url() + own).headerValue("content-encoding")).isEqualTo("gzip");
        var wrong = page.waitForResponse(desk.url() + own + "/messages", () -> page.locator("button[value=message]").click());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.headerValue("content-encoding")).isNull();
        assertThat(page.navigate(desk.url() + "/login").headerValue("content-encoding")).isNull();
        try (var plain = new PortalVisitor(desk)) {
            assertThat(plain.page("/rules").select("h1")).hasSize(1);
        }
        page.context().close();
    }

    /** As the browser's own tools slow a network down; how long it took is printed and not judged. */
    @ParameterizedTest
    @CsvSource({"fast 3G, 562, 1440", "slow 3G, 2000, 400"})
    void canBeWrittenInOverASlowNetwork(String network, int latencyMillis, int kilobitsPerSecond) {
        Page page = browser.open(new Browser.NewContextOptions().setViewportSize(390, 844));
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latencyMillis);
        conditions.addProperty("downloadThroughput", kilobitsPerSecond * 1000 / 8);
        conditions.addProperty("uploadThroughput", kilobitsPerSecond * 500 / 8);
        CDPSession slowed = page.context().newCDPSession(page);
        slowed.send("Network.enable");
        slowed.send("Network.emulateNetworkConditions", conditions);

        long begun = System.nanoTime();
        page.navigate(desk.url() + "/request?lang=kk");
        page.locator("main input[type=text]").first().fill("Талап арызға ЭЦҚ қойылмайды");
        long written = System.nanoTime();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        System.out.println("/request in kk over " + network + ": written in after " + (written - begun) / 1_000_000 + " ms, all there after "
                + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(page.locator("main input[type=text]").first().inputValue()).contains("ЭЦҚ");
        page.context().close();
    }

    private record Visited(long bytes, int requests) {
        @Override
        public String toString() {
            return bytes + " bytes, " + requests + " requests";
        }
    }

    private Visited visited(String path) {
        Page page = browser.open(new Browser.NewContextOptions().setViewportSize(390, 844));
        var bytes = new AtomicLong();
        var requests = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.loadingFinished", told -> {
            bytes.addAndGet(told.get("encodedDataLength").getAsLong());
            requests.incrementAndGet();
        });
        page.navigate(desk.url() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("document.fonts.ready");
        page.context().close();
        return new Visited(bytes.get(), requests.intValue());
    }
}
