package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Why a deadline is what it is, in words and as spans. */
class ExplanationWordsTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final WeeklyHours HOURS =
            WeeklyHours.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OpenInterval.parse("09:00-18:30"));
    private static final CalendarData DATA = CalendarData.bundled();
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of(ALMATY, HOURS, DATA.years(), DATA.version());

    @Test
    void namesTheHolidayThatStoodInTheWay() {
        Explanation explanation = explain(CALENDAR, "2026-03-20T17:00:00+05:00", TimeLimit.BusinessHours.of(3));
        assertThat(explanation.spans())
                .extracting(Span::reason)
                .containsExactly(
                        Span.Reason.COUNTED,
                        Span.Reason.NIGHT,
                        Span.Reason.HOLIDAY,
                        Span.Reason.NIGHT,
                        Span.Reason.COUNTED);
        assertThat(said(explanation, "ru"))
                .isEqualTo("3 рабочих часа (R21): с пт, 20 марта, 17:00 до чт, 26 марта, 10:30. "
                        + "Считается: пт, 20 марта, 17:00–18:30 (1 ч 30 мин); чт, 26 марта, 09:00–10:30 (1 ч 30 мин). "
                        + "Всего 3 ч 00 мин. Не считается: нерабочие часы, Наурыз мейрамы.");
        assertThat(said(explanation, "en"))
                .isEqualTo("3 working hours (R21): from Fri, 20 March, 17:00 until Thu, 26 March, 10:30. "
                        + "Counted: Fri, 20 March, 17:00–18:30 (1 h 30 min); Thu, 26 March, 09:00–10:30 (1 h 30 min). "
                        + "3 h 00 min in all. Not counted: outside working hours, Nauryz.");
        assertThat(said(explanation, "kk"))
                .isEqualTo("3 жұмыс сағаты (R21): басталуы жм, 20 наурыз, 17:00, аяқталуы бс, 26 наурыз, 10:30. "
                        + "Есептеледі: жм, 20 наурыз, 17:00–18:30 (1 сағ 30 мин); "
                        + "бс, 26 наурыз, 09:00–10:30 (1 сағ 30 мин). Барлығы 3 сағ 00 мин. "
                        + "Есептелмейді: жұмыстан тыс уақыт, Наурыз мейрамы.");
    }

    @Test
    void foldsTheMiddleOfALongWayIntoDays() {
        Explanation explanation = explain(CALENDAR, "2026-07-10T15:30:00+05:00", TimeLimit.BusinessHours.of(72));
        assertThat(said(explanation, "ru"))
                .contains("пт, 10 июля, 15:30–18:30 (3 ч 00 мин); ещё 7 рабочих дней (66 ч 30 мин); "
                        + "ср, 22 июля, 09:00–11:30 (2 ч 30 мин). Всего 72 ч 00 мин.");
    }

    @Test
    void showsSecondsSoThatTheSumCanBeChecked() {
        Explanation explanation = explain(CALENDAR, "2026-07-10T15:30:01+05:00", TimeLimit.BusinessHours.of(3));
        assertThat(plain(ExplanationWords.of(explanation, Locale.of("ru")).lines()))
                .containsExactly(
                        "3 рабочих часа (R21): с пт, 10 июля, 15:30:01 до пн, 13 июля, 09:00:01.",
                        "пт, 10 июля, 15:30:01–18:30: засчитано 2 ч 59 мин 59 с",
                        "пт, 10 июля, 18:30–24:00: не считается, нерабочие часы",
                        "сб, 11 июля, 00:00 – пн, 13 июля, 00:00: не считается, выходные",
                        "пн, 13 июля, 00:00–09:00: не считается, нерабочие часы",
                        "пн, 13 июля, 09:00–09:00:01: засчитано 1 с",
                        "Календарь kz-2026-11-22");
    }

    @Test
    void saysWhichOfTwoLimitsHolds() {
        TimeLimit limit = new TimeLimit.EarlierOf(TimeLimit.BusinessHours.of(19), new TimeLimit.BusinessDays(2));
        Explanation explanation = explain(CALENDAR, "2026-07-13T10:00:00+05:00", limit);
        assertThat(explanation.deciding()).isEqualTo(TimeLimit.BusinessHours.of(19));
        assertThat(said(explanation, "ru"))
                .endsWith("Действует более ранний срок: 19 рабочих часов — ср, 15 июля, 10:00; "
                        + "2 рабочих дня — ср, 15 июля, 18:30.");
    }

    @Test
    void namesTheYearThatHasNoCalendar() {
        Explanation explanation = explain(CALENDAR, "2028-03-20T10:00:00+05:00", TimeLimit.BusinessHours.of(3));
        assertThat(explanation.provisional()).isTrue();
        assertThat(said(explanation, "ru"))
                .endsWith("Календаря 2028 года ещё нет: срок предварительный, посчитан по обычной рабочей неделе.");
        assertThat(said(explanation, "kk")).contains("2028 жылғы күнтізбе әлі жоқ");
        assertThat(said(explanation, "en")).contains("no calendar of 2028 yet");
    }

    @Test
    void saysThatAComputedYearMayChange() {
        Explanation explanation = explain(CALENDAR, "2026-12-31T17:30:00+05:00", TimeLimit.BusinessHours.of(3));
        assertThat(explanation.provisional()).isFalse();
        assertThat(said(explanation, "ru")).contains("Календарь 2027 года рассчитан по закону");
    }

    @Test
    void tellsABreakAPauseAndAClosureApart() {
        LocalDate day = LocalDate.of(2026, 7, 13);
        DayException closure = DayException.of(day, DayKind.CLOSURE, new Names("учения", "жаттығу", "drill"))
                .withHours(OpenInterval.parse("16:00-17:00"));
        BusinessCalendar calendar = BusinessCalendar.of(
                        ALMATY,
                        HOURS,
                        List.of(new CalendarYear(2026, CalendarYear.Standing.PUBLISHED, "", List.of(closure))),
                        DATA.version())
                .withBreak(OpenInterval.parse("13:00-14:30"));
        Instant from = instant("2026-07-13T12:00:00+05:00");
        Pause pause = new Pause(instant("2026-07-13T15:00:00+05:00"), instant("2026-07-13T15:30:00+05:00"));
        Deadline deadline = calendar.deadline(from, TimeLimit.BusinessHours.of(3), List.of(pause));
        assertThat(deadline.dueAt()).isEqualTo(instant("2026-07-13T18:00:00+05:00"));
        assertThat(deadline.explanation().spans())
                .extracting(Span::reason)
                .containsExactly(
                        Span.Reason.COUNTED,
                        Span.Reason.BREAK,
                        Span.Reason.COUNTED,
                        Span.Reason.PAUSE,
                        Span.Reason.COUNTED,
                        Span.Reason.CLOSURE,
                        Span.Reason.COUNTED);
        assertThat(said(deadline.explanation(), "ru")).contains("Не считается: перерыв, часы стоят, учения.");
    }

    @Test
    void countsAnElapsedLimitRoundTheClock() {
        Explanation explanation = explain(CALENDAR, "2026-07-11T23:30:00+05:00", TimeLimit.Elapsed.ofMinutes(60));
        assertThat(explanation.spans()).extracting(Span::reason).containsExactly(Span.Reason.ROUND_THE_CLOCK);
        assertThat(explanation.dueAt()).isEqualTo(instant("2026-07-12T00:30:00+05:00"));
    }

    @Test
    void hasEveryTextInEveryLanguage() throws Exception {
        Properties ru = texts("ru");
        for (String language : List.of("kk", "en")) {
            assertThat(texts(language).stringPropertyNames()).isEqualTo(ru.stringPropertyNames());
        }
        for (DayKind kind : DayKind.values()) {
            assertThat(ru).containsKey("kind." + kind);
        }
        for (Span.Reason reason : Span.Reason.values()) {
            assertThat(ru).containsKey("reason." + reason);
        }
    }

    @Test
    void neverUsesTheNarrowNoBreakSpace() throws Exception {
        for (String language : List.of("ru", "kk", "en")) {
            assertThat(texts(language).values())
                    .noneMatch(text -> text.toString().contains("\u202F"));
        }
        Explanation longest = explain(CALENDAR, "2020-01-06T09:00:00+06:00", TimeLimit.BusinessHours.of(12_345));
        for (String language : List.of("ru", "kk", "en")) {
            assertThat(ExplanationWords.of(longest, Locale.of(language)).paragraph())
                    .doesNotContain("\u202F");
        }
    }

    private static Properties texts(String language) throws Exception {
        Properties properties = new Properties();
        try (var stream =
                        ExplanationWordsTest.class.getResourceAsStream("/calendar/texts_" + language + ".properties");
                var reader = new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Explanation explain(BusinessCalendar calendar, String from, TimeLimit limit) {
        return calendar.deadline(instant(from), limit).citing("R21").explanation();
    }

    private static String said(Explanation explanation, String language) {
        return ExplanationWords.of(explanation, Locale.of(language)).paragraph().replace('\u00A0', ' ');
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream().map(line -> line.replace('\u00A0', ' ')).toList();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
