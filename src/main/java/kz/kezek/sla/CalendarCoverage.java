package kz.kezek.sla;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarYear.Standing;

/**
 * How far ahead the calendar can be relied on.
 *
 * @param years the years that have data, and how they are known
 * @param daysCovered days from today to the end of the last year in a row that is published; 0 when this one is not
 * @param warning what is missing: this year, or from 1 October the next; one sentence
 */
record CalendarCoverage(Map<Integer, Standing> years, long daysCovered, Optional<String> warning) {

    private static final Month WARNED_FROM = Month.OCTOBER;

    static CalendarCoverage of(BusinessCalendar calendar, LocalDate today) {
        Map<Integer, Standing> years = new TreeMap<>();
        calendar.coveredYears().forEach(year -> years.put(year, calendar.standing(year)));
        int year = today.getYear();
        while (calendar.standing(year) == Standing.PUBLISHED) {
            year++;
        }
        long covered = Math.max(0, ChronoUnit.DAYS.between(today, LocalDate.of(year, 1, 1)));
        boolean urgent = year == today.getYear()
                || year == today.getYear() + 1 && today.getMonth().compareTo(WARNED_FROM) >= 0;
        return new CalendarCoverage(
                years, covered, urgent ? Optional.of(warning(year, calendar.standing(year))) : Optional.empty());
    }

    private static String warning(int year, Standing standing) {
        return "The calendar of " + year + " is "
                + (standing == Standing.COMPUTED ? "computed from the law alone" : "missing")
                + ": publish it with kezek calendar publish";
    }
}
