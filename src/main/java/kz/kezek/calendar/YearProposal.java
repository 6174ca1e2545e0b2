package kz.kezek.calendar;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * A year as the law alone makes it, before the orders of the year: holidays, and days off transferred from holidays that
 * fall on a weekend (Law 267-II art. 5).
 *
 * @param toBeConfirmed the days that depend on the moon: the first day of Kurban Ait
 */
public record YearProposal(CalendarYear year, SortedSet<LocalDate> toBeConfirmed) {

    /** The first year whose law the program knows. */
    public static final int FIRST_YEAR = 2020;

    /** The last year the Umm al-Qura calendar reaches. */
    public static final int LAST_YEAR = 2173;

    /** Proposes a year; an {@link IllegalArgumentException} says in one sentence which years it cannot. */
    public static YearProposal of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "The law on holidays is known for " + FIRST_YEAR + " to " + LAST_YEAR + ", not for " + year);
        }
        return HolidayLaw.read().propose(year);
    }
}
