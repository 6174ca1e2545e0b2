package kz.kezek.calendar;

import java.util.List;

/** The exceptions of one year, and how far they can be relied on. */
public record CalendarYear(int year, Standing standing, String confidence, List<DayException> exceptions) {

    /** How a year is known. */
    public enum Standing {
        /** From the orders of the year. */
        PUBLISHED,
        /** From the rules of the law alone; the orders are not out yet. */
        COMPUTED,
        /** Not at all: only the ordinary week is counted, and every deadline touching the year is provisional. */
        MISSING
    }

    public CalendarYear {
        exceptions = List.copyOf(exceptions);
        for (DayException exception : exceptions) {
            if (exception.date().getYear() != year) {
                throw new IllegalArgumentException(exception.date() + " does not belong to the calendar of " + year);
            }
        }
    }

    /** What is wrong with this year, in sentences without a full stop: days given twice, exchanges that do not agree. */
    public List<String> findings() {
        return YearCheck.of(this);
    }

    /** The same, and whether its days make the number of working days that was declared. */
    public List<String> findings(int declaredWorkingDays) {
        return YearCheck.of(this, declaredWorkingDays);
    }

    /** How many days of a five-day week it works. */
    public int workingDays() {
        return YearCheck.workingDays(this);
    }
}
