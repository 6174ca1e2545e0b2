package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The year the law makes, against the years that were published. */
class YearProposalTest {

    private static final CalendarData PUBLISHED = CalendarData.bundled();

    /** What an order of the year moved, and nothing else, sets a published year apart from the law. */
    private static final Set<DayKind> MOVED =
            Set.of(DayKind.MOVED_DAY_OFF, DayKind.WORKING_WEEKEND, DayKind.WORKING_AGAIN);

    @ParameterizedTest
    @ValueSource(ints = {2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027})
    void differsFromThePublishedYearOnlyWhereAnOrderMovedADay(int year) {
        List<CalendarDifference.Day> differences = CalendarDifference.between(
                YearProposal.of(year).year(), PUBLISHED.year(year).orElseThrow());
        Set<LocalDate> moved = PUBLISHED.year(year).orElseThrow().exceptions().stream()
                .filter(day -> MOVED.contains(day.kind()))
                .map(DayException::date)
                .collect(Collectors.toSet());
        assertThat(differences).extracting(CalendarDifference.Day::date).containsExactlyInAnyOrderElementsOf(moved);
        assertThat(differences).allMatch(CalendarDifference.Day::changesWork);
    }

    @Test
    void leavesKurbanAitToBeConfirmed() {
        assertThat(YearProposal.of(2028).toBeConfirmed()).containsExactly(LocalDate.of(2028, 5, 5));
    }

    @Test
    void findsKurbanAitTwiceInOneYear() {
        assertThat(YearProposal.of(2039).toBeConfirmed())
                .extracting(LocalDate::getMonthValue)
                .containsExactly(1, 12);
    }

    @Test
    void transfersTwoHolidaysOfOneWeekendToTwoDays() {
        assertThat(YearProposal.of(2026).year().exceptions())
                .filteredOn(day ->
                        day.kind() == DayKind.TRANSFERRED_DAY_OFF && day.code().equals("NAU"))
                .extracting(DayException::date)
                .containsExactly(LocalDate.of(2026, 3, 24), LocalDate.of(2026, 3, 25));
    }

    @Test
    void neverTransfersChristmas() {
        assertThat(YearProposal.of(2028).year().exceptions())
                .filteredOn(day -> day.code().equals("XMAS"))
                .extracting(DayException::kind)
                .containsExactly(DayKind.DAY_OFF_NOT_TRANSFERRED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2174})
    void refusesAYearWhoseLawItDoesNotKnow(int year) {
        assertThatThrownBy(() -> YearProposal.of(year)).hasMessageContaining("not for " + year);
    }
}
