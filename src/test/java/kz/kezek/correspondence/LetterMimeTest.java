package kz.kezek.correspondence;

import static kz.kezek.correspondence.LetterComposerTest.parse;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterMimeTest {

    @Test
    void asksForRepliesToTheAddressThatCarriesTheTicketsToken() throws Exception {
        MimeMessage parsed = parse(SampleLetters.compose(notice()));

        String replyTo = ((InternetAddress) parsed.getReplyTo()[0]).getAddress();
        assertThat(replyTo).matches("office\\+[a-z2-7]{16}@sud\\.kz");
        assertThat(ReplyToken.in(replyTo))
                .hasValueSatisfying(token -> assertThat(token.verify(SampleLetters.KEY, SampleLetters.NUMBER))
                        .isTrue());
    }

    @Test
    void asksForNoSpecialReplyAddressWithoutATicket() throws Exception {
        MimeMessage parsed = parse(SampleLetters.compose(SampleLetters.letter(LetterKind.UNREADABLE, Language.RU)));

        assertThat(parsed.getHeader("Reply-To")).isNull();
    }

    @Test
    void isSentUnderTheNameTheServiceHasSet() throws Exception {
        Desk named = new Desk(
                SampleLetters.DESK.address(),
                Map.of(Language.RU, "Поддержка\r\nBcc: victim@example.kz"),
                SampleLetters.DESK.hours(),
                "1401",
                SampleLetters.DESK.terms());
        ComposedLetter letter = new LetterComposer(named, SampleLetters.KEY, LetterTemplates::shipped)
                .compose(notice(), SampleLetters.envelope());

        InternetAddress from = (InternetAddress) parse(letter).getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Поддержка Bcc: victim@example.kz");
        assertThat(parse(letter).getHeader("Bcc")).isNull();
    }

    @Test
    void answersTheMessageItAnswersAndItsConversation() throws Exception {
        MimeMessage parsed = parse(composeAfter(Optional.of("<b@mail.ru>"), List.of("<a@mail.ru>", "<b@mail.ru>")));

        assertThat(parsed.getHeader("In-Reply-To", null)).isEqualTo("<b@mail.ru>");
        assertThat(references(parsed)).containsExactly("<a@mail.ru>", "<b@mail.ru>");
    }

    @Test
    void keepsBeginningAndEndOfALongConversation() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            ids.add("<" + i + "@mail.ru>");
        }
        MimeMessage parsed = parse(composeAfter(Optional.of("<last@mail.ru>"), ids));

        assertThat(references(parsed))
                .hasSize(20)
                .startsWith("<1@mail.ru>")
                .endsWith("<500@mail.ru>", "<last@mail.ru>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a@b>\r\nBcc: victim@example.kz",
                "<a@b>\nBcc: victim@example.kz",
                "<a b@c>",
                "a@b",
                "<>",
                "<я@mail.ru>",
                "<a@b\u560D\u560ABcc:x>",
                "<a<b>@c>"
            })
    void leavesOutAnIdThatIsNone(String unsound) throws Exception {
        ComposedLetter letter = composeAfter(Optional.of(unsound), List.of("<sound@mail.ru>", unsound));

        MimeMessage parsed = parse(letter);
        assertThat(parsed.getHeader("In-Reply-To")).isNull();
        assertThat(references(parsed)).containsExactly("<sound@mail.ru>");
        assertThat(parsed.getHeader("Bcc")).isNull();
    }

    @Test
    void keepsEveryHeaderLineShortWithIdsAsLongAsAllowed() {
        String longest = "<" + "x".repeat(240) + "@b.kz>";
        ComposedLetter letter = composeAfter(Optional.of(longest), List.of(longest, "<a@b>"));

        assertThat(new String(letter.mime(), StandardCharsets.US_ASCII).split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
    }

    @Test
    void sendsFilesUnderTheirNamesInAnyScript() throws Exception {
        byte[] bytes = {0, 1, 2, (byte) 0xFF, '\r', '.', '\r', '\n'};
        LetterText text = new LetterText(
                notice().versions(),
                Map.of(),
                List.of(
                        new LetterAttachment("Нұсқаулық — қадамдар.pdf", "application/pdf", bytes),
                        new LetterAttachment("a\r\nX-Evil: 1\".txt", "text/plain; name=\"b\r\nX-Evil: 2\"", bytes),
                        new LetterAttachment("fwd.eml", "message/rfc822", bytes)));
        ComposedLetter letter = SampleLetters.compose(text);

        MimeMultipart mixed = (MimeMultipart) parse(letter).getContent();
        assertThat(parse(letter).getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(fileName(mixed.getBodyPart(1))).isEqualTo("Нұсқаулық — қадамдар.pdf");
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(content(mixed.getBodyPart(1))).isEqualTo(bytes);
        assertThat(fileName(mixed.getBodyPart(2))).isEqualTo("a X-Evil: 1\".txt");
        assertThat(mixed.getBodyPart(2).getHeader("X-Evil")).isNull();
        assertThat(mixed.getBodyPart(3).getContentType()).startsWith("application/octet-stream");
        assertThat(new String(letter.mime(), StandardCharsets.UTF_8))
                .doesNotContain("\nX-Evil")
                .contains("filename*");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(SampleLetters.compose(notice()).mime())
                .isEqualTo(SampleLetters.compose(notice()).mime());
    }

    private static LetterText notice() {
        return SampleLetters.letter(LetterKind.ACCEPTANCE_NOTICE, Language.RU);
    }

    private static ComposedLetter composeAfter(Optional<String> inReplyTo, List<String> references) {
        return SampleLetters.COMPOSER.compose(
                notice(),
                new LetterEnvelope(
                        SampleLetters.MESSAGE_ID,
                        List.of(SampleLetters.APPLICANT),
                        inReplyTo,
                        references,
                        SampleLetters.AT));
    }

    private static List<String> references(MimeMessage message) throws Exception {
        return List.of(message.getHeader("References", null).split("\\s+"));
    }

    private static String fileName(BodyPart part) throws Exception {
        return MimeUtility.decodeText(part.getFileName());
    }

    private static byte[] content(BodyPart part) throws Exception {
        try (InputStream stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }
}
