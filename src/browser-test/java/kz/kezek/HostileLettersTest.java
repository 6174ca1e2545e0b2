package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.identity.Role;
import kz.kezek.intake.LedgerCheck;
import kz.kezek.intake.smtp.SmtpDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each letter of {@link HostileCorpus} comes in by SMTP, an honest one after each: all are accounted for, every honest one is a
 * ticket, and in a real browser no page runs, loads, covers or sends anything that a letter wanted.
 */
class HostileLettersTest {

    private static final Set<String> HONEST_PLACES = Set.of("127.0.0.1", "localhost");

    private final RunningDesk desk = RunningDesk.at(
            "2026-11-23T05:15:00Z", Map.of("kezek.intake.storm.overall", 100_000));
    private final Chromium chromium = new Chromium();
    private final Set<String> wentOutside = new TreeSet<>();
    private final List<String> dialogs = new ArrayList<>();
    private final Set<String> previewed = new TreeSet<>();

    @AfterEach
    void stop() {
        chromium.close();
        desk.close();
    }

    @Test
    void harmNeitherTheDeskNorItsPages() throws Exception {
        int honest = postAll(HostileCorpus.letters());
        RunningDesk.await("every letter's fate", () -> count("custody where fate is null"), waiting -> waiting == 0);

        assertThat(desk.bean(LedgerCheck.class).balance(true).differences()).isEmpty();
        assertThat(count("ticket where applicant_address like 'honest%'")).isEqualTo(honest);

        DeskVisitor.account(desk, "aigerim", "Айгерим С.", Role.SUPERVISOR);
        Page page = chromium.signedIn(desk.url(), "aigerim");
        watch(page);
        List<String> paths = everyPage(page);
        assertThat(paths).as("pages to look at").hasSizeGreaterThan(HostileCorpus.letters().size());
        for (String path : paths) {
            page.navigate(desk.url() + path);
            page.waitForLoadState(LoadState.LOAD);
            for (Frame frame : page.frames().stream().filter(HostileLettersTest::isLoaded).toList()) {
                assertThat(frame.evaluate("() => typeof window.fired")).as(path).isEqualTo("undefined");
                assertThat(frame.evaluate(
                                "() => [...document.querySelectorAll('*')].filter(e => e.textContent === 'covered'"
                                        + " && getComputedStyle(e).position === 'fixed').length"))
                        .as("covered by a letter: " + path)
                        .isEqualTo(0);
            }
            openPreviews(page);
        }
        assertThat(previewed).contains("text/plain;charset=UTF-8", "application/pdf");
        assertThat(wentOutside).isEmpty();
        assertThat(dialogs).isEmpty();
    }

    /** A preview in a closed part of the page is fetched when somebody opens it; until then there is nothing in its frame. */
    private static boolean isLoaded(Frame frame) {
        return !frame.url().isEmpty() && !frame.url().equals("about:blank");
    }

    /** Each preview comes in a sandbox and as what it is; a text that is opened shows its letters and nothing of what they say. */
    private void openPreviews(Page page) {
        for (Locator preview : page.locator("details.shown:has(iframe)").all()) {
            String address = preview.locator("iframe").getAttribute("src");
            Map<String, String> headers =
                    page.request().get(desk.url() + address).headers();
            String type = Objects.requireNonNull(headers.get("content-type"));
            assertThat(type).as(address).isIn("text/plain;charset=UTF-8", "application/pdf", "application/octet-stream");
            assertThat(headers.get("x-content-type-options")).as(address).isEqualTo("nosniff");
            assertThat(headers.get("content-security-policy"))
                    .as(address)
                    .contains("default-src 'none'", "sandbox;", "frame-ancestors 'self'");
            assertThat(headers.get("content-disposition"))
                    .as(address)
                    .startsWith(type.equals("application/octet-stream") ? "attachment" : "inline");
            previewed.add(type);
            if (type.startsWith("text/")) {
                open(page, preview, address);
            }
        }
    }

    private static void open(Page page, Locator preview, String address) {
        page.waitForResponse(
                answer -> answer.url().endsWith(address),
                () -> preview.locator("summary").click());
        Frame frame = preview.locator("iframe").elementHandle().contentFrame();
        frame.waitForURL(url -> url.endsWith(address));
        assertThat(frame.evaluate("() => [typeof window.fired, document.scripts.length, document.images.length]"))
                .as(address)
                .isEqualTo(List.of("undefined", 0, 0));
        assertThat(frame.locator("body > *").count()).as(address).isEqualTo(1);
        assertThat(frame.locator("pre").textContent()).as(address).contains("<");
    }

    /** The watch sees what it must see, where nothing protects a page. */
    @Test
    void wouldBeSeenToDoHarm() {
        Page page = chromium.stranger().newPage();
        watch(page);
        page.setContent("<img src='https://%s/track.gif'><script>window.fired=1;alert('hello')</script>"
                .formatted(HostileCorpus.OUTSIDE));

        assertThat(page.evaluate("() => typeof window.fired")).isEqualTo("number");
        assertThat(dialogs).containsExactly("hello");
        assertThat(wentOutside).singleElement().asString().contains(HostileCorpus.OUTSIDE);
    }

    private long count(String rows) {
        return desk.bean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }

    private int postAll(List<HostileCorpus.Letter> letters) throws IOException {
        int honest = 0;
        for (HostileCorpus.Letter letter : letters) {
            post(letter.bytes());
            honest++;
            post("From: honest%d@example.kz\r\nSubject: 900101100014/СК/ x\r\n\r\nHonest %d"
                    .formatted(honest, honest)
                    .getBytes(StandardCharsets.UTF_8));
        }
        return honest;
    }

    /** Byte for byte, as no mail library would send it; what the door says, yes or no, is its business. */
    private void post(byte[] letter) throws IOException {
        try (var socket = new Socket("127.0.0.1", desk.bean(SmtpDoor.class).port())) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            in.readLine();
            for (String command : List.of("HELO x", "MAIL FROM:<bad@b.example>", "RCPT TO:<office@sud.kz>", "DATA")) {
                out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                in.readLine();
            }
            out.write(letter);
            out.write("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            in.readLine();
        }
    }

    private void watch(Page page) {
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            URI uri = URI.create(request.url().replaceAll("[^!-~]", "_"));
            boolean local = uri.getHost() == null || HONEST_PLACES.contains(uri.getHost());
            if (!local) {
                wentOutside.add(request.url());
            }
        });
    }

    /** The lists, and all that their rows lead to. */
    private List<String> everyPage(Page page) {
        Set<String> paths = new TreeSet<>();
        for (String list : List.of("/desk/queue", "/desk/ledger", "/desk/quarantine", "/desk/outbox")) {
            String next = list;
            for (int i = 0; i < 20 && !next.isEmpty(); i++) {
                page.navigate(desk.url() + next);
                paths.add(next);
                for (var link : page.locator("main a[href^='/desk/']").all()) {
                    String href = link.getAttribute("href");
                    if (href.matches("/desk/(t|quarantine|outbox)/[^?#]+") && !href.matches(".*/(raw|files)(/.*)?")) {
                        paths.add(href);
                    }
                }
                var more = page.locator("main a[href*='before='], main a[href*='after=']");
                next = more.count() == 0 ? "" : more.last().getAttribute("href");
            }
        }
        return List.copyOf(paths);
    }
}
