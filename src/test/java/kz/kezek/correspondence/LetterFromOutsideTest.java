package kz.kezek.correspondence;

import static kz.kezek.correspondence.LetterComposerTest.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterContent.AcceptanceNotice;
import kz.kezek.correspondence.LetterContent.Answer;
import kz.kezek.correspondence.LetterContent.OutOfScope;
import kz.kezek.correspondence.LetterContent.PrivateKeyRefused;
import kz.kezek.correspondence.LetterContent.Registration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applicants and strangers write comes into our letters as words only. */
class LetterFromOutsideTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "СК-1\r\nBcc: victim@example.kz",
                "СК-1\nBcc: victim@example.kz",
                "СК-1\rBcc: victim@example.kz",
                "СК-1\u560D\u560ABcc: victim@example.kz",
                "СК-1\u2028Bcc: victim@example.kz",
                "СК-1\u0000\u0085Bcc: victim@example.kz",
                "СК-1=?utf-8?B?DQpCY2M6IHZpY3RpbUBleGFtcGxlLmt6?="
            })
    void putsNoHeaderIntoAMessageThroughTheSubject(String number) throws Exception {
        ComposedLetter letter = SampleLetters.compose(LetterText.in(Language.RU, new OutOfScope(number, "суд")));

        assertThat(letter.subject()).doesNotContainPattern("[\\p{Cc}\\p{Zl}\u560A\u560D]");
        assertThat(parse(letter).getHeader("Bcc")).isNull();
        assertThat(parse(letter).getSubject()).isEqualTo(letter.subject());
        assertThat(new String(letter.mime(), StandardCharsets.US_ASCII)).doesNotContain("\nBcc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"950101300417", "950101 300417", "950101-300-417", "٩٥٠١٠١٣٠٠٤١٧"})
    void neverShowsTwelveDigitsOfAnApplicantsWords(String id) {
        ComposedLetter letter = compose("Мой ИИН " + id + ", не входит", id);

        for (String shown : List.of(letter.subject(), letter.text(), letter.html())) {
            assertThat(shown).doesNotContain(id);
        }
        assertThat(letter.text()).contains("Мой ИИН ••••••••").contains(", не входит");
    }

    @Test
    void neverPutsAnIdIntoTheSubjectEvenWhenItStandsForTheNumber() {
        ComposedLetter letter =
                SampleLetters.compose(LetterText.in(Language.RU, new OutOfScope("950101300417", "суд")));

        assertThat(letter.subject()).contains("[№ ••••••••0417]");
    }

    @Test
    void carriesNoStrangersLink() {
        ComposedLetter letter = compose("Выигрыш https://evil.example/claim и www.evil.example срочно", "");

        assertThat(letter.text()).contains("Выигрыш […] и […] срочно").doesNotContain("evil");
        assertThat(letter.html()).doesNotContain("evil");
    }

    @Test
    void escapesMarkupInEveryPlace() {
        ComposedLetter notice = compose("<script>alert(1)</script><img src=x onerror=alert(1)>", "\"><b>");
        ComposedLetter refused = SampleLetters.compose(LetterText.in(
                Language.EN, new PrivateKeyRefused("СК-26-1", List.of("\"><svg onload=alert(1)>.p12"), false, "now")));
        ComposedLetter answer = SampleLetters.compose(
                LetterText.in(
                        Language.EN,
                        new Answer(
                                "СК-26-1",
                                "",
                                "<b>bold</b> [a](https://x.kz/\"onmouseover=alert(1)) [b](javascript:alert(1)) https://x.kz/?a=1&b='2'")));

        for (ComposedLetter letter : List.of(notice, refused, answer)) {
            Document page = Jsoup.parse(letter.html());
            assertThat(page.select("script, img, svg")).isEmpty();
            assertThat(page.select("[onmouseover], [onerror], [onload], [href^=javascript]"))
                    .isEmpty();
        }
        assertThat(Jsoup.parse(notice.html()).text()).contains("<script>alert(1)</script>");
        assertThat(Jsoup.parse(answer.html()).text()).contains("<b>bold</b>");
        assertThat(Jsoup.parse(answer.html()).select("a[href^=https]").eachAttr("href"))
                .containsExactly("https://x.kz/", "https://x.kz/?a=1&b='2");
    }

    @Test
    void hidesNoDirectionMarksAndShortensWhatIsLong() {
        ComposedLetter letter = compose("прог\u202Efdp.exe\u200B " + "я".repeat(500), "");

        assertThat(letter.text())
                .doesNotContain("\u202E")
                .doesNotContain("\u200B")
                .contains("яяя…");
        assertThat(letter.text().lines().mapToInt(String::length).max().orElseThrow())
                .isLessThan(250);
    }

    @Test
    void leavesOutALineOfFactsWithoutAValue() {
        ComposedLetter letter = compose("", "");

        assertThat(letter.text())
                .doesNotContain("Тема:")
                .doesNotContain("ИИН/БИН:")
                .contains("Получено: ");
    }

    @Test
    void takesMustacheInAnAnswerForWords() {
        ComposedLetter letter = SampleLetters.compose(
                LetterText.in(Language.RU, new Answer("СК-26-1", "{{answer}}", "Напишите {{ticketNumber}} так.")));

        assertThat(letter.text()).contains("Напишите {{ticketNumber}} так.").contains("({{answer}})");
    }

    @Test
    void makesNoButtonOfWhatDoesNotLeadToTheWeb() {
        LetterText text = new LetterText(
                SampleLetters.letter(LetterKind.ACCEPTANCE_NOTICE, Language.RU).versions(),
                Map.of(Language.RU, URI.create("javascript:alert(1)"), Language.KK, URI.create("data:text/html,x")),
                List.of());
        ComposedLetter letter = SampleLetters.compose(text);

        assertThat(letter.html()).doesNotContain("javascript:").doesNotContain("data:text");
        assertThat(letter.text()).doesNotContain("javascript:");
    }

    @Test
    void refusesVersionsThatAreNotOneLetter() {
        LetterVersion kazakh = new LetterVersion(Language.KK, new OutOfScope("СК-26-1", "сот"));
        LetterVersion other = new LetterVersion(Language.RU, new OutOfScope("СК-26-2", "суд"));

        assertThatThrownBy(() -> new LetterText(List.of(kazakh, other), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("СК-26-2");
    }

    private static ComposedLetter compose(String shortDescription, String id) {
        AcceptanceNotice notice = new AcceptanceNotice(
                SampleLetters.NUMBER,
                new Registration(shortDescription, id, "сегодня", "сегодня"),
                SampleLetters.due(Language.RU),
                LetterContent.FormReading.NONE);
        return SampleLetters.compose(LetterText.in(Language.RU, notice));
    }
}
