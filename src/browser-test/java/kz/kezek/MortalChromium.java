package kz.kezek;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's Chromium as a process of the test's own, which can be killed as a power cut kills it. */
final class MortalChromium implements AutoCloseable {

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Process process;
    private final Path profile;

    MortalChromium(Path profile) throws IOException {
        this.profile = Files.createDirectories(profile);
        this.process = new ProcessBuilder(List.of(
                        Optional.ofNullable(System.getenv("KEZEK_CHROMIUM")).orElse("/usr/bin/chromium"),
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A page of somebody who has signed in with {@link DeskVisitor#PASSWORD}. */
    Page signedIn(String origin, String login) {
        Page page = playwright
                .chromium()
                .connectOverCDP("http://127.0.0.1:" + port())
                .contexts()
                .getFirst()
                .newPage();
        Chromium.signIn(page, origin, login);
        return page;
    }

    private String port() {
        Path written = profile.resolve("DevToolsActivePort");
        return RunningDesk.await("the browser", () -> Files.exists(written) ? Files.readString(written) : "",
                        text -> text.lines().count() > 1)
                .lines().findFirst().orElseThrow();
    }

    /** Kills the browser with all its processes (SIGKILL). */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
        playwright.close();
    }
}
