package kz.kezek.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RequestItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every letter on every occasion in every language. */
class EveryLetterTest {

    private static final int HEAVIEST = 12 * 1024;
    private static final Pattern HOLE = Pattern.compile("\\{\\{|}}|\\bnull\\b|Optional\\[|\\$\\{");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");
    private static final Pattern TAG = Pattern.compile("<[a-z/!]");
    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();
    private static final LetterSamples SAMPLES = new LetterSamples(RULES, CALENDAR);
    private static final LetterGallery GALLERY = LetterGallery.of(RULES);

    static Stream<Arguments> everyLetter() {
        return Arrays.stream(LetterSample.values())
                .flatMap(sample -> Arrays.stream(Language.values()).map(language -> Arguments.of(sample, language)));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void isLightAndWithoutHoles(LetterSample sample, Language language) {
        ComposedLetter letter = GALLERY.letter(sample, language);

        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(HEAVIEST);
        for (String words : List.of(
                letter.subject(), letter.text(), Jsoup.parse(letter.html()).text())) {
            assertThat(words)
                    .doesNotContainPattern(HOLE)
                    .doesNotContainPattern(TWELVE_DIGITS)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void loadsNothingAndRunsNothing(LetterSample sample, Language language) {
        Document page = Jsoup.parse(GALLERY.letter(sample, language).html());

        assertThat(page.select("img, script, link, iframe, form, video, object, svg"))
                .isEmpty();
        assertThat(page.html()).doesNotContain("url(").doesNotContain("@import");
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("table").eachAttr("role")).allMatch("presentation"::equals);
    }

    /** The plain text is written for people: no tags, no addresses of telephones, every link readable. */
    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysTheSameInPlainText(LetterSample sample, Language language) {
        ComposedLetter letter = GALLERY.letter(sample, language);
        Document page = Jsoup.parse(letter.html());

        assertThat(letter.text())
                .doesNotContainPattern(TAG)
                .doesNotContain("tel:")
                .doesNotContain("&nbsp;");
        page.select("a[href^=http]")
                .eachAttr("href")
                .forEach(link -> assertThat(letter.text()).contains(link));
        String plain = letter.text().replaceAll("\\s+", " ");
        for (Element headline : page.select("p[style*=font-size:20px]")) {
            assertThat(plain).contains(headline.text().replaceAll("\\s+", " "));
        }
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void endsWithTheHoursAndTheTelephone(LetterSample sample, Language language) {
        ComposedLetter letter = GALLERY.letter(sample, language);
        Document page = Jsoup.parse(letter.html());

        assertThat(letter.text())
                .contains("09:00–18:30")
                .contains(RULES.service().phone());
        Element hours = page.expectFirst(":has(> a[href=tel:1401])");
        assertThat(hours.text()).contains("09:00–18:30");
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysItShortlyInTheOtherStateLanguage(LetterSample sample, Language language) {
        Language other = language == Language.KK ? Language.RU : Language.KK;
        Document page = Jsoup.parse(GALLERY.letter(sample, language).html());

        Element brief = page.expectFirst("p[lang=" + other.tag() + "]");
        assertThat(brief.text()).isNotBlank().hasSizeLessThan(180);
        assertThat(page.select("p[lang]")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(LetterSample.class)
    void isWrittenInBothStateLanguagesWhenTheLanguageIsNotKnown(LetterSample sample) {
        ComposedLetter both = GALLERY.letter(sample, Language.KK, Language.RU);
        Document page = Jsoup.parse(both.html());

        assertThat(page.select("td[lang]").eachAttr("lang")).containsExactly("kk", "ru");
        assertThat(page.select("h1").eachText())
                .containsExactly(title(sample, Language.KK), title(sample, Language.RU));
        assertThat(both.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2 * HEAVIEST);
    }

    private static String title(LetterSample sample, Language language) {
        return Jsoup.parse(GALLERY.letter(sample, language).html()).select("h1").text();
    }

    @ParameterizedTest
    @MethodSource("everyReminder")
    void remindsOfWhatIsMissingAndWhenConsiderationEnds(LetterSample sample, Language language) {
        String text = GALLERY.letter(sample, language).text();

        assertThat(RULES.requestItems())
                .extracting(RequestItem::label)
                .allSatisfy(label -> assertThat(text).contains(label.in(language.locale())));
        assertThat(text)
                .contains(words(language)
                        .letter(CALENDAR.dueAt(
                                SAMPLES.at(), RULES.applicantReply().limit())));
    }

    static Stream<Arguments> everyReminder() {
        return LetterSample.of(LetterKind.REMINDER)
                .flatMap(sample -> Arrays.stream(Language.values()).map(language -> Arguments.of(sample, language)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysDeadlinesAsThePagesDo(Language language) {
        var due = CALENDAR.deadline(SAMPLES.at(), RULES.firstAnswer().limit());
        String text = GALLERY.letter(LetterSample.ACCEPTED, language).text();

        assertThat(text)
                .contains(words(language).letter(due.dueAt()))
                .contains(kz.kezek.calendar.ExplanationWords.of(due.explanation(), language.locale())
                        .paragraph());
    }

    @Test
    void drawsABarOnlyWhereTheTimeIsDivided() {
        assertThat(GALLERY.letter(LetterSample.ACCEPTED, Language.RU).html()).contains("class=\"bar1\" width=\"22%\"");
        assertThat(GALLERY.letter(LetterSample.ACCEPTED_OUT_OF_HOURS, Language.RU)
                        .html())
                .doesNotContain("class=\"bar1\"");
    }

    private static DeadlineWords words(Language language) {
        return DeadlineWords.in(Locale.of(language.tag()), CALENDAR.zone());
    }
}
