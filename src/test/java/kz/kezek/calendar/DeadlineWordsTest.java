package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines in people's words; a tilde stands for the no-break space. */
class DeadlineWordsTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | 0 | меньше минуты",
                "ru | 59 | меньше минуты",
                "ru | 60 | 1~мин",
                "ru | 2160 | 36~мин",
                "ru | 3599 | 59~мин",
                "ru | 3600 | 1~ч~00~мин",
                "ru | 7620 | 2~ч~07~мин",
                "ru | 54360 | 15~ч~06~мин",
                "kk | 59 | бір минуттан аз",
                "kk | 7620 | 2~сағ~07~мин",
                "en | 7620 | 2~h~07~min"
            })
    void saysTheTimeLeft(String language, long seconds, String said) {
        assertThat(words(language).left(BusinessTime.ofSeconds(seconds))).isEqualTo(spaced(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | −1~мин", "60 | −1~мин", "61 | −2~мин", "2040 | −34~мин", "3600 | −1~ч~00~мин"})
    void saysTheTimeOverdueWithATrueMinus(long seconds, String said) {
        assertThat(words("ru").overdue(BusinessTime.ofSeconds(seconds))).isEqualTo(spaced(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10800 | 10799 | меньше минуты",
                "10800 | 10800 | меньше минуты",
                "10800 | 10801 | −1~мин",
                "10800 | 0 | 3~ч~00~мин"
            })
    void turnsOverdueOnlyBeyondTheBudget(long budget, long consumed, String said) {
        assertThat(words("ru").balance(BusinessTime.ofSeconds(budget), BusinessTime.ofSeconds(consumed)))
                .isEqualTo(spaced(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | 54360 | 1~день~5~ч~36~мин",
                "ru | 68400 | 2~дня",
                "ru | 171000 | 5~дней",
                "ru | 34199 | 9~ч~29~мин",
                "kk | 54360 | 1~күн~5~сағ~36~мин",
                "en | 54360 | 1~day~5~h~36~min",
                "en | 68400 | 2~days"
            })
    void saysLongTimesInWorkingDays(String language, long seconds, String said) {
        assertThat(words(language).inDays(BusinessTime.ofSeconds(seconds), BusinessTime.ofMinutes(570)))
                .isEqualTo(spaced(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | 2026-11-24T11:20:00+05:00 | 11:20",
                "ru | 2026-11-25T11:05:00+05:00 | ср~11:05",
                "ru | 2026-11-29T11:05:00+05:00 | вс~11:05",
                "ru | 2026-11-30T11:05:00+05:00 | пн, 30~ноября, 11:05",
                "ru | 2026-12-02T11:00:00+05:00 | ср, 2~декабря, 11:00",
                "ru | 2026-11-23T18:30:00+05:00 | пн~18:30",
                "ru | 2026-11-24T18:59:59Z | 23:59",
                "kk | 2026-12-02T11:00:00+05:00 | ср, 2~желтоқсан, 11:00",
                "en | 2026-12-02T11:00:00+05:00 | Wed, 2~December, 11:00",
                "en | 2026-11-25T11:05:00+05:00 | Wed~11:05"
            })
    void saysADeadlineAsShortAsStaysClear(String language, String due, String said) {
        assertThat(words(language).due(instant(due), instant("2026-11-24T10:00:00+05:00")))
                .isEqualTo(spaced(said));
    }

    @Test
    void namesTheWeekdayOfTomorrowEvenInTheNextWeek() {
        assertThat(words("ru").due(instant("2026-11-30T09:30:00+05:00"), instant("2026-11-29T10:00:00+05:00")))
                .isEqualTo(spaced("пн~09:30"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | вт, 24~ноября, 11:20 | 24.11.2026 11:20 (время Астаны)",
                "kk | сс, 24~қараша, 11:20 | 24.11.2026 11:20 (Астана уақыты)",
                "en | Tue, 24~November, 11:20 | 24.11.2026 11:20 (Astana time)"
            })
    void saysAMomentInFullAndInLetters(String language, String full, String letter) {
        Instant moment = instant("2026-11-24T11:20:05+05:00");
        assertThat(words(language).full(moment)).isEqualTo(spaced(full));
        assertThat(words(language).letter(moment)).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | 1 | 1~рабочий час",
                "ru | 3 | 3~рабочих часа",
                "ru | 19 | 19~рабочих часов",
                "ru | 72 | 72~рабочих часа",
                "kk | 3 | 3~жұмыс сағаты",
                "en | 1 | 1~working hour",
                "en | 3 | 3~working hours"
            })
    void saysALimitInTheRightPlural(String language, long hours, String said) {
        assertThat(words(language).limit(TimeLimit.BusinessHours.of(hours))).isEqualTo(spaced(said));
    }

    private static DeadlineWords words(String language) {
        return DeadlineWords.in(Locale.of(language), ALMATY);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String spaced(String said) {
        return said.replace('~', '\u00A0');
    }
}
