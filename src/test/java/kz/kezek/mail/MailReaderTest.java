package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailReaderTest {

    @Test
    void guessesWindows1251WhereNothingIsDeclared() {
        InboundMail mail = Letters.read("raw-windows-1251-subject-and-body-without-charset");

        assertThat(mail.subject()).isEqualTo("Не подписывается заявление");
        assertThat(mail.from()).containsExactly(new MailAddress("Айгуль Сериковна", "aigul@example.kz"));
        assertThat(mail.text()).contains("Не могу подписать заявление ключом.");
        assertThat(mail.date().orElseThrow()).hasToString("2026-02-02T10:15+05:00");
        assertThat(mail.messageId()).isEqualTo("one@example.kz");
        assertThat(mail.repairs()).contains("subject: raw windows-1251");
    }

    @Test
    void readsRawHeadersInTheCharsetOfTheBody() {
        assertThat(Letters.read("raw-koi8-r-subject").subject()).isEqualTo("Ошибка при входе в кабинет");
    }

    @Test
    void joinsEncodedWordsBeforeDecodingThem() {
        assertThat(Letters.read("encoded-words-cut-within-a-letter").subject()).isEqualTo("Қазақша тақырып");
    }

    @Test
    void readsLinesThatEndWithCarriageReturnAlone() {
        InboundMail mail = Letters.read("mac-line-ends");

        assertThat(mail.subject()).isEqualTo("Mac");
        assertThat(mail.text()).isEqualTo("first\nsecond\n");
    }

    @Test
    void joinsFileNamesInPieces() {
        MailAttachment file =
                Letters.read("file-name-in-rfc-2231-pieces").attachments().getFirst();

        assertThat(file.fileName()).isEqualTo("Заявление.pdf");
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(new String(file.bytes(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(file.md5()).hasSize(32);
    }

    @Test
    void namesEnclosedLettersBySubjectAndKeepsImagesByContentId() {
        List<MailAttachment> files =
                Letters.read("enclosed-letter-and-inline-image").attachments();

        assertThat(files).extracting(MailAttachment::fileName).containsExactly("shot.png", "Старое письмо.eml");
        assertThat(files.getFirst().contentId()).contains("shot");
        assertThat(files.getFirst().inline()).isTrue();
        assertThat(Letters.read("enclosed-letter-and-inline-image").text()).isEqualTo("Скриншот:");
    }

    @Test
    void takesUuencodedFilesOutOfTheText() {
        InboundMail mail = Letters.read("uuencoded-file-in-text");

        assertThat(mail.text()).isEqualTo("before\nafter\n");
        assertThat(mail.attachments().getFirst().fileName()).isEqualTo("cat.txt");
        assertThat(mail.attachments().getFirst().bytes()).isEqualTo("Cat".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void joinsFlowedLines() {
        assertThat(Letters.read("flowed-text-with-deleted-blanks").text())
                .isEqualTo("https://example.kz/very-long\n> quotedwords\n");
    }

    @Test
    void readsGroupsQuotedNamesAndComments() {
        InboundMail mail = Letters.read("group-and-comments-in-addresses");

        assertThat(mail.from()).containsExactly(new MailAddress("Court, Support", "a@example.kz"));
        assertThat(mail.to())
                .containsExactly(
                        new MailAddress("Ann", "ann@example.kz"),
                        new MailAddress("", "bob@example.kz"),
                        new MailAddress("x\"y", "x@example.kz"));
    }

    @Test
    void takesALetterWithoutHeaderAsText() {
        assertThat(Letters.read("header-missing").text()).startsWith("Добрый день, не работает кабинет");
    }

    @Test
    void prefersThePlainAlternativeAndKeepsTheHtml() {
        InboundMail mail = Letters.readText("Subject: a\nContent-Type: multipart/alternative; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>html</p>\n--b--\n");

        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<p>html</p>");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void readsZoneNamesAndOldDates() {
        assertThat(DateReader.read("Tue Jan  6 10:00:00 MSK 2026").orElseThrow())
                .hasToString("2026-01-06T10:00+03:00");
        assertThat(DateReader.read("6 Jan 99 10:00 EST").orElseThrow()).hasToString("1999-01-06T10:00-05:00");
        assertThat(DateReader.read("2026-01-06T10:00:00+05:00").orElseThrow()).hasToString("2026-01-06T10:00+05:00");
        assertThat(DateReader.read("yesterday")).isEmpty();
        assertThat(DateReader.read("31 Feb 2026 10:00 +0000")).isEmpty();
    }

    @Test
    void listsAllReferencesWithoutBrackets() {
        InboundMail mail = Letters.readText("References: <a@x>\n <b@x>\nIn-Reply-To: your mail of Monday <b@x>\n\nhi");

        assertThat(mail.references()).containsExactly("a@x", "b@x");
        assertThat(mail.inReplyTo()).containsExactly("b@x");
        assertThat(mail.reply()).isTrue();
    }

    @Test
    void leavesOutWhatIsBeyondTheLimitsAndSaysSo() {
        String nested = IntStream.range(0, 60)
                        .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
                        .collect(Collectors.joining())
                + "\ntext";

        assertThat(Letters.readText("Subject: deep\n" + nested).repairs()).contains("parts beyond the limit left out");
    }

    @Test
    void cleansFileNamesOfFoldersControlsAndDirectionMarks() {
        assertThat(FileNames.clean("..\\..\\evil\u202Efdp.exe")).isEqualTo("evilfdp.exe");
        assertThat(FileNames.clean("\u200B.htaccess")).isEqualTo("htaccess");
        assertThat(FileNames.clean("a\r\nb:c.txt")).isEqualTo("ab_c.txt");
        assertThat(FileNames.clean("x".repeat(5000) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    @Test
    void countsListsAndLoopMarks() {
        InboundMail mail = Letters.readText(
                "List-Id: News <news.example.kz>\nPrecedence: bulk\nX-Loop: desk@example.kz\nReceived: x\nReceived: y\n\nhi");

        assertThat(mail.kind()).isEqualTo(MailKind.LIST);
        assertThat(mail.automation().listId()).isEqualTo("news.example.kz");
        assertThat(mail.automation().loopMarks()).containsExactly("desk@example.kz");
        assertThat(mail.automation().hops()).isEqualTo(2);
    }

    @Test
    void showsATextThatOnlyClaimsToBeBase64AndKeepsItAsAFile() {
        InboundMail mail = Letters.readText("Subject: x\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: base64\n\nКлюч не читается, помогите!\n");

        assertThat(mail.text()).contains("Ключ не читается, помогите!");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).isEqualTo("text/plain");
            assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).startsWith("Ключ не");
        });
    }

    @Test
    void showsWhatStandsBehindABoundaryThatClosesTooEarly() {
        InboundMail mail = Letters.readText("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b--\nContent-Type: text/plain\n\nКлюч не читается\n--b--\n");

        assertThat(mail.text()).contains("Ключ не читается");
        assertThat(mail.repairs()).contains("text behind the last boundary shown");
    }

    @Test
    void leavesOutWhatStandsBehindTheLastBoundaryOfAReadableLetter() {
        InboundMail mail = Letters.readText("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nКлюч не читается\n--b--\nfooter of a gateway\n");

        assertThat(mail.text()).isEqualTo("Ключ не читается");
    }
}
