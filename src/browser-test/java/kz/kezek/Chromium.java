package kz.kezek;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's Chromium for one test; each visitor has cookies of his own, as on a machine of his own. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("KEZEK_CHROMIUM")).orElse("/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));

    /** A window of somebody who has not signed in. */
    public BrowserContext stranger() {
        return stranger(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    /** The same with a device of his own. */
    public BrowserContext stranger(Browser.NewContextOptions device) {
        return browser.newContext(device);
    }

    /** A page of somebody who has signed in with {@link DeskVisitor#PASSWORD}. */
    public Page signedIn(String origin, String login) {
        Page page = stranger().newPage();
        signIn(page, origin, login);
        return page;
    }

    /** Signs in with {@link DeskVisitor#PASSWORD} on a page of any browser. */
    static void signIn(Page page, String origin, String login) {
        page.navigate(origin + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(DeskVisitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/queue");
    }

    @Override
    public void close() {
        playwright.close();
    }
}
