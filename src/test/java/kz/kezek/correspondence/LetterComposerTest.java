package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterComposerTest {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("\\p{Nd}{12}");
    private static final Pattern NO_HOLE = Pattern.compile("\\{\\{|}}|null|Optional");
    private static final int KB = 1024;

    static Stream<Arguments> everyLetter() {
        return Arrays.stream(LetterKind.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, List.of(Language.RU)),
                        Arguments.of(kind, List.of(Language.KK)),
                        Arguments.of(kind, List.of(Language.EN)),
                        Arguments.of(kind, List.of(Language.KK, Language.RU))));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void composesEveryLetterWithTheHeadersOfItsKind(LetterKind kind, List<Language> languages) throws Exception {
        MimeMessage parsed = parse(compose(kind, languages));

        assertThat(parsed.getMessageID()).isEqualTo(SampleLetters.MESSAGE_ID);
        assertThat(parsed.getSentDate()).isEqualTo(Date.from(SampleLetters.AT));
        assertThat(parsed.getAllRecipients()).containsExactly(new InternetAddress("erlan@example.kz"));
        InternetAddress from = (InternetAddress) parsed.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("office@sud.kz");
        assertThat(from.getPersonal()).isEqualTo(senderName(languages.getFirst()));
        assertThat(parsed.getContentLanguage())
                .containsExactly(languages.stream().map(Language::tag).toArray(String[]::new));
        assertThat(parsed.getHeader("MIME-Version", null)).isEqualTo("1.0");
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysOnlyOfAutomaticLettersThatTheyAre(LetterKind kind, List<Language> languages) throws Exception {
        MimeMessage parsed = parse(compose(kind, languages));

        String expected = switch (kind) {
            case ACCEPTANCE_NOTICE,
                    ACCEPTANCE_NOTICE_INCOMPLETE,
                    REOPENED,
                    UNREADABLE,
                    PRIVATE_KEY_REFUSED,
                    ADDRESS_CONFIRMATION,
                    STATUS_LINK -> "auto-replied";
            case REMINDER, DISCONTINUATION, DEADLINE_MOVED, ALARM -> "auto-generated";
            case INFORMATION_REQUEST, ANSWER, OUT_OF_SCOPE -> null;
        };
        assertThat(parsed.getHeader("Auto-Submitted", null)).isEqualTo(expected);
        assertThat(parsed.getHeader("X-Auto-Response-Suppress", null)).isEqualTo(expected == null ? null : "All");
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void leavesNoHoleInAnyText(LetterKind kind, List<Language> languages) {
        ComposedLetter letter = compose(kind, languages);

        assertThat(letter.subject()).doesNotContainPattern(NO_HOLE);
        assertThat(letter.text()).doesNotContainPattern(NO_HOLE);
        assertThat(letter.html().replaceAll("(?s)<style>.*?</style>", "")).doesNotContainPattern(NO_HOLE);
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void neverPutsTwelveDigitsIntoASubject(LetterKind kind, List<Language> languages) {
        assertThat(compose(kind, languages).subject()).isNotBlank().doesNotContainPattern(TWELVE_DIGITS);
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysNumberDeadlineLinkPhoneAndHoursInPlainText(LetterKind kind, List<Language> languages) {
        ComposedLetter letter = compose(kind, languages);

        assertThat(letter.text()).contains("1401").contains("09:00–18:30");
        if (kind == LetterKind.ALARM) {
            return;
        }
        if (kind == LetterKind.UNREADABLE) {
            assertThat(letter.text()).contains("https://support.sud.kz/rules").contains("office@sud.kz");
            return;
        }
        if (kind == LetterKind.ADDRESS_CONFIRMATION) {
            languages.forEach(language ->
                    assertThat(letter.text()).contains("\n" + SampleLetters.STATUS_URLS.get(language) + "\n"));
            return;
        }
        assertThat(letter.subject()).contains(SampleLetters.NUMBER);
        for (Language language : languages) {
            assertThat(letter.text()).contains(SampleLetters.NUMBER);
            deadline(kind, language).forEach(due -> assertThat(letter.text()).contains(due));
            if (kind != LetterKind.OUT_OF_SCOPE) {
                assertThat(letter.text()).contains("\n" + SampleLetters.STATUS_URLS.get(language) + "\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void writesLightHtmlThatSaysTheSame(LetterKind kind, List<Language> languages) {
        String html = compose(kind, languages).html();

        assertThat(html.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo((languages.size() == 1 ? 12 : 16) * KB);
        assertThat(html).startsWith("<!doctype html>").doesNotContain("<img").doesNotContain("<script");
        assertThat(html).contains("prefers-color-scheme:dark").contains("1401");
        for (Language language : languages) {
            assertThat(html).contains("lang=\"" + language.tag() + "\"");
            deadline(kind, language).forEach(due -> assertThat(html).contains(due));
        }
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void sendsTextAndHtmlInSevenBitLinesOfLawfulLength(LetterKind kind, List<Language> languages) throws Exception {
        ComposedLetter letter = compose(kind, languages);

        String raw = new String(letter.mime(), StandardCharsets.ISO_8859_1);
        assertThat(raw).matches("[\\x01-\\x7F]+");
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(raw.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(200));

        MimeMessage parsed = parse(letter);
        assertThat(parsed.getSubject()).isEqualTo(letter.subject());
        assertThat(parsed.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) parsed.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(unflowed(parts.getBodyPart(0))).isEqualTo(letter.text());
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo(letter.html());
    }

    private static List<String> deadline(LetterKind kind, Language language) {
        return switch (kind) {
            case ACCEPTANCE_NOTICE, ACCEPTANCE_NOTICE_INCOMPLETE, REOPENED, DEADLINE_MOVED ->
                List.of(SampleLetters.moment(language, 24));
            case INFORMATION_REQUEST, REMINDER -> List.of(SampleLetters.moment(language, 27));
            case DISCONTINUATION,
                    ANSWER,
                    UNREADABLE,
                    PRIVATE_KEY_REFUSED,
                    OUT_OF_SCOPE,
                    ALARM,
                    ADDRESS_CONFIRMATION,
                    STATUS_LINK -> List.of();
        };
    }

    private static String senderName(Language language) {
        return switch (language) {
            case RU -> "Служба технической поддержки «Судебного кабинета»";
            case KK -> "«Сот кабинеті» Техникалық қолдау қызметі";
            case EN -> "Technical Support Service of the Judicial Office";
        };
    }

    /** Joins flowed lines as RFC 3676 §4.2 tells a reader to. */
    private static String unflowed(BodyPart part) throws Exception {
        assertThat(part.getContentType()).contains("text/plain").contains("format=flowed");
        StringBuilder text = new StringBuilder();
        for (String line : ((String) part.getContent()).split("\r\n")) {
            String unstuffed = line.startsWith(" ") ? line.substring(1) : line;
            text.append(unstuffed).append(unstuffed.endsWith(" ") ? "" : "\n");
        }
        return text.toString();
    }

    private static ComposedLetter compose(LetterKind kind, List<Language> languages) {
        return SampleLetters.compose(SampleLetters.letter(kind, languages.toArray(new Language[0])));
    }

    static MimeMessage parse(ComposedLetter letter) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(letter.mime()));
    }
}
