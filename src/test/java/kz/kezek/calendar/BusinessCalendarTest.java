package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edges of the calendar: boundaries, odd days, far years, years without data. Monday 13.07.2026 is an ordinary working day. */
class BusinessCalendarTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final WeeklyHours HOURS =
            WeeklyHours.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OpenInterval.parse("09:00-18:30"));
    private static final CalendarData DATA = CalendarData.bundled();
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of(ALMATY, HOURS, DATA.years(), DATA.version());
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 13);

    @ParameterizedTest
    @CsvSource({
        "2026-07-13T08:59:59+05:00, false, 2026-07-13T09:00:00+05:00, 2026-07-13T18:30:00+05:00",
        "2026-07-13T09:00:00+05:00, true, 2026-07-13T09:00:00+05:00, 2026-07-13T18:30:00+05:00",
        "2026-07-13T12:34:56+05:00, true, 2026-07-13T12:34:56+05:00, 2026-07-13T18:30:00+05:00",
        "2026-07-13T18:29:59+05:00, true, 2026-07-13T18:29:59+05:00, 2026-07-13T18:30:00+05:00",
        "2026-07-13T18:30:00+05:00, false, 2026-07-14T09:00:00+05:00, 2026-07-14T18:30:00+05:00",
        "2026-07-17T18:30:00+05:00, false, 2026-07-20T09:00:00+05:00, 2026-07-20T18:30:00+05:00",
        "2026-03-21T12:00:00+05:00, false, 2026-03-26T09:00:00+05:00, 2026-03-26T18:30:00+05:00"
    })
    void opensAndCloses(String at, boolean open, String opening, String closing) {
        assertThat(CALENDAR.isOpen(instant(at))).isEqualTo(open);
        assertThat(CALENDAR.nextOpening(instant(at))).isEqualTo(instant(opening));
        assertThat(CALENDAR.closing(instant(at))).isEqualTo(instant(closing));
    }

    /** A deadline at the closing is met at the closing and broken a working second later, which is the next day's first. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-13T18:29:59+05:00, 10799",
        "2026-07-13T18:30:00+05:00, 10800",
        "2026-07-13T23:00:00+05:00, 10800",
        "2026-07-14T09:00:00+05:00, 10800",
        "2026-07-14T09:00:01+05:00, 10801"
    })
    void consumesABudgetThatEndsAtTheClosing(String answered, long consumed) {
        Instant registered = instant("2026-07-13T15:30:00+05:00");
        assertThat(CALENDAR.dueAt(registered, TimeLimit.BusinessHours.of(3)))
                .isEqualTo(instant("2026-07-13T18:30:00+05:00"));
        assertThat(CALENDAR.between(registered, instant(answered)).seconds()).isEqualTo(consumed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-12T23:59:59+05:00, 2026-07-14T18:30:00+05:00",
        "2026-07-13T00:00:00+05:00, 2026-07-15T18:30:00+05:00",
        "2026-07-13T12:00:00+05:00, 2026-07-15T18:30:00+05:00",
        "2026-07-13T18:30:00+05:00, 2026-07-15T18:30:00+05:00",
        "2026-07-13T23:59:59+05:00, 2026-07-15T18:30:00+05:00"
    })
    void countsWorkingDaysAfterTheDayOfTheMoment(String received, String due) {
        assertThat(CALENDAR.dueAt(instant(received), new TimeLimit.BusinessDays(2)))
                .isEqualTo(instant(due));
    }

    @Test
    void takesTheEndOfAShortSecondDayWhenNineteenHoursWouldPassIt() {
        DayException shortDay = DayException.of(MONDAY.plusDays(2), DayKind.SHORT_DAY, Names.NONE)
                .withHours(OpenInterval.parse("09:00-17:30"));
        TimeLimit limit = new TimeLimit.EarlierOf(TimeLimit.BusinessHours.of(19), new TimeLimit.BusinessDays(2));
        Deadline deadline = with(shortDay).deadline(instant("2026-07-13T18:00:00+05:00"), limit);
        assertThat(deadline.dueAt()).isEqualTo(instant("2026-07-15T17:30:00+05:00"));
        assertThat(deadline.explanation().deciding()).isEqualTo(new TimeLimit.BusinessDays(2));
    }

    @Test
    void readsAFractionOfASecondAsItsBeginning() {
        assertThat(CALENDAR.dueAt(Instant.parse("2026-07-13T04:00:00.999999999Z"), TimeLimit.BusinessHours.of(1)))
                .isEqualTo(instant("2026-07-13T10:00:00+05:00"));
        assertThat(CALENDAR.between(instant("2026-07-13T09:00:00+05:00"), Instant.parse("2026-07-13T04:00:02.999Z"))
                        .seconds())
                .isEqualTo(2);
    }

    @Test
    void livesADayOfTwentyFiveHours() {
        assertThat(CALENDAR.lengthOf(LocalDate.of(2024, 2, 29))).isEqualTo(Duration.ofHours(25));
        BusinessCalendar aroundTheClock = BusinessCalendar.of(
                ALMATY,
                WeeklyHours.on(EnumSet.allOf(DayOfWeek.class), OpenInterval.WHOLE_DAY),
                List.of(),
                DATA.version());
        assertThat(aroundTheClock.between(instant("2024-02-29T00:00:00+06:00"), instant("2024-03-01T00:00:00+05:00")))
                .isEqualTo(BusinessTime.ofHours(25));
        assertThat(CALENDAR.between(instant("2024-02-29T00:00:00+06:00"), instant("2024-03-01T00:00:00+05:00")))
                .isEqualTo(BusinessTime.ofMinutes(570));
    }

    @Test
    void worksTheHoursOfTheDayAWorkingWeekendStandsFor() {
        assertThat(CALENDAR.day(LocalDate.of(2024, 5, 4)).openIntervals())
                .containsExactly(OpenInterval.parse("09:00-18:30"));
        assertThat(CALENDAR.day(LocalDate.of(2024, 5, 8)).isWorking()).isFalse();
    }

    @Test
    void tellsWhatADayIs() {
        BusinessDay nauryz = CALENDAR.day(LocalDate.of(2026, 3, 24));
        assertThat(nauryz.kind()).isEqualTo(DayKind.TRANSFERRED_DAY_OFF);
        assertThat(nauryz.name(Locale.of("en"))).isEqualTo("Nauryz");
        assertThat(nauryz.exceptions().getFirst().counterpart()).contains(LocalDate.of(2026, 3, 21));
        assertThat(nauryz.exceptions().getFirst().basis()).isEqualTo("Law 267-II art. 5");
        assertThat(CALENDAR.day(MONDAY).kind()).isEqualTo(DayKind.WORKING);
        assertThat(CALENDAR.day(MONDAY.minusDays(1)).name(Locale.of("kk"))).isEqualTo("демалыс күні");
        assertThat(CALENDAR.day(LocalDate.of(2020, 5, 11)).name(Locale.of("ru")))
                .isEqualTo("рабочий день по постановлению");
    }

    @Test
    void closesForAnIntervalOrForTheDay() {
        DayException hours =
                DayException.of(MONDAY, DayKind.CLOSURE, Names.NONE).withHours(OpenInterval.parse("10:00-12:00"));
        assertThat(with(hours).dueAt(instant("2026-07-13T09:30:00+05:00"), TimeLimit.BusinessHours.of(1)))
                .isEqualTo(instant("2026-07-13T12:30:00+05:00"));
        DayException day = DayException.of(MONDAY, DayKind.CLOSURE, Names.NONE);
        assertThat(with(day).day(MONDAY).isWorking()).isFalse();
    }

    @Test
    void saysThatACalendarWithoutWorkHasNoDeadlines() {
        BusinessCalendar idle = BusinessCalendar.of(
                ALMATY, new WeeklyHours(Map.of()), List.of(), new CalendarVersion("idle", "", Instant.EPOCH));
        assertThatThrownBy(() -> idle.dueAt(Instant.EPOCH, TimeLimit.BusinessHours.of(1)))
                .isInstanceOf(CalendarException.class)
                .hasMessage("The calendar idle has no working day, so no deadline can be computed");
        assertThatThrownBy(() -> idle.dueAt(Instant.EPOCH, new TimeLimit.BusinessDays(1)))
                .isInstanceOf(CalendarException.class);
        assertThatThrownBy(() -> idle.nextOpening(Instant.EPOCH)).isInstanceOf(CalendarException.class);
        assertThat(idle.between(Instant.EPOCH, instant("2026-07-13T12:30:00+05:00")))
                .isEqualTo(BusinessTime.ZERO);
        assertThat(idle.dueAt(Instant.EPOCH, TimeLimit.Elapsed.ofMinutes(60))).isEqualTo(Instant.ofEpochSecond(3600));
    }

    @Test
    void saysThatADeadlineLiesBeyondTheHorizon() {
        assertThatThrownBy(() -> CALENDAR.dueAt(Instant.EPOCH, TimeLimit.BusinessHours.of(10_000_000)))
                .isInstanceOf(CalendarException.class)
                .hasMessageContaining("beyond the horizon");
        assertThatThrownBy(() -> CALENDAR.isOpen(Instant.MAX)).isInstanceOf(CalendarException.class);
    }

    @Test
    void reachesAcrossCenturiesExactly() {
        Instant from = instant("2026-07-13T09:00:00+05:00");
        Instant due = CALENDAR.plus(from, BusinessTime.ofHours(1_000_000));
        assertThat(CALENDAR.between(from, due)).isEqualTo(BusinessTime.ofHours(1_000_000));
        assertThat(due).isBetween(instant("2429-07-01T00:00:00+05:00"), instant("2430-07-01T00:00:00+05:00"));
    }

    @Test
    void countsAYearWithoutDataByTheOrdinaryWeekAndSaysSo() {
        Deadline deadline = CALENDAR.deadline(instant("2027-12-31T18:00:00+05:00"), TimeLimit.BusinessHours.of(3));
        assertThat(deadline.dueAt()).isEqualTo(instant("2028-01-03T11:30:00+05:00"));
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.explanation().uncertainYears())
                .extracting(Explanation.UncertainYear::year)
                .containsExactly(2027, 2028);
        assertThat(CALENDAR.coveredYears()).containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027);
        assertThat(CALENDAR.standing(2028)).isEqualTo(CalendarYear.Standing.MISSING);
        assertThat(CALENDAR.standing(2027)).isEqualTo(CalendarYear.Standing.COMPUTED);
    }

    @Test
    void isNotProvisionalForALimitByTheWallClock() {
        assertThat(CALENDAR.deadline(instant("2031-01-01T00:00:00+05:00"), TimeLimit.Elapsed.ofMinutes(60))
                        .provisional())
                .isFalse();
    }

    @Test
    void skipsAYearMissingBetweenTwoKnownOnes() {
        List<CalendarYear> years =
                DATA.years().stream().filter(year -> year.year() != 2025).toList();
        BusinessCalendar gap = BusinessCalendar.of(ALMATY, HOURS, years, DATA.version());
        assertThat(gap.isOpen(instant("2024-12-16T12:00:00+05:00"))).isFalse();
        assertThat(gap.isOpen(instant("2025-12-16T12:00:00+05:00"))).isTrue();
        assertThat(gap.isOpen(instant("2026-12-16T12:00:00+05:00"))).isFalse();
        Instant from = instant("2024-12-30T12:00:00+05:00");
        Instant to = instant("2026-01-09T12:00:00+05:00");
        assertThat(gap.plus(from, gap.between(from, to))).isEqualTo(to);
    }

    @Test
    void changesUnderANewVersionOnly() {
        CalendarVersion next = new CalendarVersion("kz-next", "supervisor", instant("2026-07-01T10:00:00+05:00"));
        DayException closed = DayException.of(MONDAY, DayKind.CLOSURE, Names.NONE);
        CalendarYear year = new CalendarYear(2026, CalendarYear.Standing.PUBLISHED, "", List.of(closed));
        BusinessCalendar changed = CALENDAR.with(year, next);
        assertThat(changed.version()).isEqualTo(next);
        assertThat(changed.day(MONDAY).isWorking()).isFalse();
        assertThat(CALENDAR.day(MONDAY).isWorking()).isTrue();
        assertThat(changed.deadline(instant("2026-07-10T18:00:00+05:00"), TimeLimit.BusinessHours.of(1))
                        .explanation()
                        .version())
                .isEqualTo(next);
    }

    @Test
    void refusesADayWithTwoMeanings() {
        DayException holiday = DayException.of(MONDAY, DayKind.HOLIDAY, Names.NONE);
        DayException working = DayException.of(MONDAY, DayKind.WORKING_AGAIN, Names.NONE);
        assertThatThrownBy(() -> with(holiday, working)).hasMessageContaining("2026-07-13 has two exceptions");
    }

    private static BusinessCalendar with(DayException... exceptions) {
        CalendarYear year = new CalendarYear(2026, CalendarYear.Standing.PUBLISHED, "", List.of(exceptions));
        return BusinessCalendar.of(ALMATY, HOURS, List.of(year), DATA.version());
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
