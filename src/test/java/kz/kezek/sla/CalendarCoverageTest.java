package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarVersion;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.CalendarYear.Standing;
import kz.kezek.regulation.Regulation;
import org.junit.jupiter.api.Test;

/** The alarm before a year begins without a calendar. */
class CalendarCoverageTest {

    @Test
    void warnsFromTheFirstOfOctoberWhenTheNextYearIsMissing() {
        BusinessCalendar only2026 = years(published(2026));

        assertThat(on(only2026, "2026-09-30").warning()).isEmpty();
        assertThat(on(only2026, "2026-10-01").warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("2027", "missing"));
    }

    @Test
    void warnsOfAYearThatIsOnlyComputed() {
        BusinessCalendar calendar = years(published(2026), new CalendarYear(2027, Standing.COMPUTED, "", List.of()));

        assertThat(on(calendar, "2026-12-31").warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("2027", "computed"));
        assertThat(on(calendar, "2026-12-31").years()).containsEntry(2027, Standing.COMPUTED);
    }

    @Test
    void warnsAllYearLongOfTheYearItself() {
        assertThat(on(years(published(2025)), "2026-03-01").warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("2026"));
        assertThat(on(years(published(2025)), "2026-03-01").daysCovered()).isZero();
    }

    @Test
    void countsTheDaysToTheEndOfTheLastPublishedYearInARow() {
        BusinessCalendar gap = years(published(2026), published(2027), published(2029));

        assertThat(on(gap, "2026-12-31").daysCovered()).isEqualTo(366);
        assertThat(on(gap, "2026-12-31").warning()).isEmpty();
    }

    private static CalendarCoverage on(BusinessCalendar calendar, String today) {
        return CalendarCoverage.of(calendar, LocalDate.parse(today));
    }

    private static CalendarYear published(int year) {
        return new CalendarYear(year, Standing.PUBLISHED, "", List.of());
    }

    private static BusinessCalendar years(CalendarYear... years) {
        var hours = Regulation.inForce().hours();
        return BusinessCalendar.of(
                hours.zone(), hours.weekly(), List.of(years), new CalendarVersion("test", "", Instant.EPOCH));
    }
}
