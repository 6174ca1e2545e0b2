package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.kezek.ManyTries;
import org.junit.jupiter.api.Test;

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

    private static byte[] pieces(Random random) {
        return Octets.ofLatin(IntStream.range(0, random.nextInt(121))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining()));
    }

    /** A third of them plain ASCII, a third with every byte alike: what chance alone hardly ever draws. */
    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(10) == 0 ? random.nextInt(4) : random.nextInt(256)];
        random.nextBytes(bytes);
        int manner = random.nextInt(3);
        byte same = (byte)
                List.of(0, -1, 127, -128, (int) '\n').get(random.nextInt(5)).intValue();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = manner == 0 ? (byte) (bytes[i] & 0x7F) : manner == 1 ? same : bytes[i];
        }
        return bytes;
    }

    @Test
    void returnsForAnyRowOfPieces() {
        ManyTries.of(3000, HostileLettersTest::pieces, HostileLettersTest::assertReads);
    }

    @Test
    void returnsForAnyBytes() {
        ManyTries.of(1000, HostileLettersTest::bytes, HostileLettersTest::assertReads);
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
