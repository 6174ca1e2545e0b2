package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" jAvAsCrIpT&colon;alert(1)\">x</a>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<form action=\"https://evil.example\"><input name=p><button>go</button></form>",
                "<style>body{background:url(https://evil.example/x)}</style>",
                "<div style=\"position:fixed;top:0;left:0;width:100%;background:url(https://evil.example/x)\">x</div>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<base href=\"https://evil.example\">",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
                "<object data=\"https://evil.example\"></object>"
            })
    void leavesNothingThatActs(String html) {
        String safe = SafeHtml.of(html, id -> Optional.empty()).html().toLowerCase(Locale.ROOT);

        assertThat(safe)
                .doesNotContain(
                        "script",
                        "onerror",
                        "alert",
                        "iframe",
                        "form",
                        "input",
                        "evil.example",
                        "position",
                        "svg",
                        "meta");
    }

    @Test
    void holdsRemoteImagesBack() {
        SafeHtml safe =
                SafeHtml.of("<p><img src=\"https://tracker.example/p.gif\" width=1></p>", id -> Optional.empty());

        assertThat(safe.html())
                .contains("data-remote-src=\"https://tracker.example/p.gif\"")
                .doesNotContain(" src=");
        assertThat(safe.remoteImages()).isEqualTo(1);
    }

    @Test
    void servesImagesOfTheLetter() {
        SafeHtml safe = SafeHtml.of(
                "<img src=\"cid:shot\"><img src=\"cid:gone\">",
                id -> Optional.of(id).filter("shot"::equals).map(found -> "/files/7"));

        assertThat(safe.html()).contains("src=\"/files/7\"").doesNotContain("cid:", "gone");
    }

    @Test
    void showsTheTrueHostOfALink() {
        String safe = SafeHtml.of(
                        "<a href=\"https://office.sud.kz@evil.example/x\">office.sud.kz</a>", id -> Optional.empty())
                .html();

        assertThat(safe)
                .contains("data-host=\"evil.example\"", "rel=\"noopener noreferrer nofollow\"", "target=\"_blank\"");
    }

    @Test
    void keepsWhatReadersNeed() {
        String html =
                "<p>Текст <b>жирный</b></p><table><tr><td>ячейка</td></tr></table><blockquote>цитата</blockquote>";

        assertThat(SafeHtml.of(html, id -> Optional.empty()).html())
                .contains("<b>жирный</b>", "<td>ячейка</td>", "<blockquote>цитата</blockquote>");
    }

    @Test
    void showsHtmlNestedTooDeepAsText() {
        assertThat(SafeHtml.of("<div>".repeat(10_000) + "1 & 2", id -> Optional.empty())
                        .html())
                .isEqualTo("<pre>1 &amp; 2</pre>");
    }
}
