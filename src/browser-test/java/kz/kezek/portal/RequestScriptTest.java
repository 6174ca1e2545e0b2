package kz.kezek.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the request form's script saves people, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestScriptTest {

    private RunningDesk desk;
    private CitizensBrowser browser;
    private Page page;
    private RequestOnScreen form;

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

    @BeforeEach
    void openTheForm() {
        page = browser.desktop();
        page.navigate(desk.url() + "/request");
        form = new RequestOnScreen(page, desk);
    }

    @AfterEach
    void closeTheForm() {
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keepsTheDraftOnThisDeviceUntilItIsDeleted() {
        assertThat(page.locator("#draft")).isHidden();
        form.fill("aigul@example.kz");
        page.reload();
        assertThat(page.locator("#summary")).hasValue("Не подписывается исковое заявление");
        assertThat(page.locator("#java-none")).isChecked();
        assertThat(page.locator("#draft")).containsText("только на этом устройстве");

        page.locator("#draft-delete").click();
        assertThat(page.locator("#summary")).hasValue("");
        page.reload();
        assertThat(page.locator("#summary")).hasValue("");
        assertThat(page.locator("#draft")).isHidden();
    }

    @Test
    void drawsTheLetterAsTheServiceWillGetIt() {
        assertThat(page.locator(".preview .missing")).hasCount(6);
        form.fill("aigul@example.kz");
        Screens.paste(page, Screens.png(Color.RED));
        assertThat(page.locator(".file-list li")).hasCount(1);
        assertThat(page.locator(".preview .missing")).hasCount(0);
        String subject = page.locator("#preview-subject").textContent();
        String drawn = String.join("\n", page.locator(".preview li").allTextContents());
        String mailto = (String) page.locator("#mailto").evaluate("link => decodeURIComponent(link.href)");

        form.check();

        assertThat(page.locator(".paper dd").nth(1).textContent()).isEqualTo(subject);
        assertThat(page.locator(".paper .body").textContent()).isEqualTo(drawn);
        assertThat(mailto).contains(subject).contains(drawn.replace("\n", "\r\n"));
    }

    @Test
    void fillsItemOneFromADroppedCertificate() throws Exception {
        Screens.drop(page, "[data-drop=certificate]", "my.cer", "application/x-x509-ca-cert", certificate());
        assertThat(page.locator("#until")).hasValue("20.11.2026");
        assertThat(page.locator("#eds")).hasValue(Pattern.compile(".+"));
        assertThat(page.locator("#certificate-read")).isVisible();
        assertThat(page.locator(".preview li").first()).containsText("20.11.2026");
    }

    @Test
    void letsNoPrivateKeyLeaveTheDevice() {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> sent.add(request.method() + " " + request.url()));
        byte[] key = "-----BEGIN PRIVATE KEY-----\nMIIBVQ\n-----END PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII);

        Screens.drop(page, "[data-drop=certificate]", "AUTH_RSA256.p12", "application/x-pkcs12", new byte[] {1, 2});
        assertThat(page.locator("#certificate-error")).containsText("закрытый ключ");
        Screens.choose(page, "#certificate", "key.pem", "application/x-pem-file", key);
        assertThat(page.locator("#certificate-error")).containsText("отзовите ключ");
        Screens.drop(page, "[data-drop=files]", "key.txt", "text/plain", key);
        assertThat(page.locator("#files-error")).containsText("закрытый ключ");
        assertThat(page.locator(".file-list li")).hasCount(0);
        assertThat(sent).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void saysWhatIsWrongWithACertificateItCannotRead() {
        Screens.choose(page, "#certificate", "my.cer", "application/x-x509-ca-cert", new byte[] {1, 2, 3});
        assertThat(page.locator("#certificate-error")).containsText("Не удалось прочитать сертификат");
    }

    @Test
    void takesFilesByPasteDropAndChoiceAndShowsHowTheyAreSent() {
        Screens.paste(page, Screens.png(Color.RED));
        Screens.drop(page, "body", "ncalayer.log", "text/plain", "лог".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".file-list li")).hasCount(2);
        Screens.choose(page, "#files", "экран.png", "image/png", Screens.png(Color.BLUE));
        assertThat(page.locator(".file-list .name")).hasText(new String[] {"снимок-1.png", "ncalayer.log", "экран.png"});
        page.locator(".file-list button").nth(1).click();
        assertThat(page.locator(".file-list .name")).hasText(new String[] {"снимок-1.png", "экран.png"});
        page.evaluate("""
                () => {
                    window.bars = 0;
                    new MutationObserver(all => all.forEach(each => each.addedNodes.forEach(node => { if (node.localName === 'progress') window.bars++; })))
                        .observe(document.body, { childList: true, subtree: true });
                }
                """);

        form.fill("aigul@example.kz");
        form.check();

        assertThat(page.locator("main")).containsText("Файлов: 2");
        assertThat(page.evaluate("window.bars")).isEqualTo(2);
        assertThat(page.evaluate("document.activeElement.localName")).isEqualTo("h1");
    }

    @Test
    void keepsFilesWhenSomethingIsWrongAndWhenTheLetterIsChanged() {
        Screens.paste(page, Screens.png(Color.RED));
        assertThat(page.locator(".file-list li")).hasCount(1);
        page.locator("#send button").click();
        assertThat(page.locator(".summary li")).hasCount(10);
        assertThat(page.locator(".summary")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^Ошибка:.*"));
        assertThat(page.locator(".file-list li")).hasCount(1);

        form.fill("aigul@example.kz");
        form.check();
        page.locator("[data-change] button").click();
        assertThat(page.locator("#address")).hasValue("aigul@example.kz");
        assertThat(page.locator(".file-list li")).hasCount(1);
        form.check();
        assertThat(page.locator("main")).containsText("Файлов: 1");
    }

    @Test
    void leadsFromTheSummaryOfErrorsToTheField() {
        page.locator("#send button").click();
        page.locator(".summary a[href='#actions']").click();
        assertThat(page.locator("#actions")).isFocused();
        assertThat(page.locator("#actions")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void readsBrowserAndSystemOnlyWhenAskedTo() {
        assertThat(page.locator("#browser")).hasValue("");
        page.locator("#detect").click();
        assertThat(page.locator("#browser")).hasValue(Pattern.compile(".*Chrom.* \\d+.*"));
        assertThat(page.locator("#os")).hasValue(Pattern.compile(".+"));
        assertThat(page.locator("#detect-box")).containsText("с вашего согласия");
    }

    @Test
    void suggestsInstructionsWhileTheShortDescriptionIsTyped() {
        page.locator("#summary").pressSequentially("NCALayer не запускается");
        assertThat(page.locator("#suggestions a").first())
                .hasAttribute("href", "/help/ncalayer-is-not-running-or-not-installed");
        page.locator("#summary").fill("");
        page.locator("#summary").pressSequentially("ъъъ");
        assertThat(page.locator("#suggestions a")).hasCount(0);
    }

    @Test
    void forgetsTheDraftOnceTheRequestIsTaken() throws Exception {
        form.fill("forgets@example.kz");
        form.check();
        page.locator("main .primary").click();
        page.navigate(desk.url()
                + RequestFromThePageTest.confirmation(desk.lettersTo("forgets@example.kz", 1).getFirst()));
        page.locator("main form button").click();
        page.waitForSelector("main [data-taken]");
        page.navigate(desk.url() + "/request");
        assertThat(page.locator("#summary")).hasValue("");
    }

    private static byte[] certificate() throws Exception {
        try (InputStream file = RequestScriptTest.class.getResourceAsStream(
                "/submission/certificate-over-on-2026-11-20.cer")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
