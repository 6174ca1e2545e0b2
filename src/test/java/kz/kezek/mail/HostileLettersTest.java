package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading returns for every input (the law of the door): random bytes, and random rows of what letters are made of. */
class HostileLettersTest {

    private static final List<String> PIECES = List.of(
            "From: ",
            "To: ",
            "Subject: ",
            "Date: ",
            "Content-Type: ",
            "multipart/mixed; boundary=b",
            "multipart/alternative; boundary=\"b",
            "text/html",
            "text/plain; charset=",
            "utf-8",
            "utf-7",
            "windows-1251",
            "iso-2022-jp",
            "Content-Transfer-Encoding: ",
            "base64",
            "quoted-printable",
            "x-uuencode",
            "Content-Disposition: attachment; filename*0*=",
            "=?utf-8?B?",
            "=?koi8-r?q?",
            "?=",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "--b",
            "--b--",
            "\n--b\n",
            ">",
            "> ",
            "<",
            "@",
            "\"",
            "(",
            ":",
            ";",
            "=",
            "begin 644 x\n",
            "end\n",
            "message/rfc822",
            "message/delivery-status",
            "message/feedback-report",
            "Final-Recipient: rfc822; a@b.c\n",
            "On 1.1.2026 10:00 a@b.c wrote:\n",
            "MIIB",
            "<div>",
            "</blockquote>",
            "<img src=cid:x>",
            "application/ms-tnef",
            "\u0000",
            "\uFFFF",
            "550 5.1.1 ",
            "Mail delivery failed",
            "MAILER-DAEMON",
            "PK\u0003\u0004",
            "5",
            "+",
            "A",
            " ");

    @Provide
    Arbitrary<byte[]> lettersOfPieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(120).map(pieces -> Octets.ofLatin(String.join("", pieces)));
    }

    @Property(tries = 3000)
    void returnsForAnyRowOfPieces(@ForAll("lettersOfPieces") byte[] raw) {
        assertReads(raw);
    }

    @Property(tries = 1000)
    void returnsForAnyBytes(@ForAll byte[] raw) {
        assertReads(raw);
    }

    private static void assertReads(byte[] raw) {
        byte[] before = raw.clone();
        InboundMail mail = new MailReader().readOrFail(raw);

        assertThat(raw).isEqualTo(before);
        assertThat(mail.text()).doesNotContain("\u0000");
        assertThat(mail.subject()).doesNotContain("\n", "\r", "\u0000");
        assertThat(mail.attachments())
                .allSatisfy(file -> assertThat(file.fileName()).doesNotContain("/", "\\", "\n"));
        assertThat(SafeHtml.of(mail.html(), id -> java.util.Optional.empty()).html())
                .doesNotContainIgnoringCase("<script");
        assertThat(PrivateKeys.redact(raw).raw()).isNotNull();
    }
}
