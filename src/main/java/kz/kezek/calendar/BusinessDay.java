package kz.kezek.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One day of the calendar with everything that decides its hours.
 *
 * @param exceptions what makes it differ from the ordinary week; empty on an ordinary day
 * @param hours the open intervals that remain after breaks and closures
 */
public record BusinessDay(LocalDate date, DayKind kind, List<DayException> exceptions, DayHours hours) {

    public BusinessDay {
        exceptions = List.copyOf(exceptions);
    }

    /** Whether any second of the day is working time. */
    public boolean isWorking() {
        return !hours.isEmpty();
    }

    public List<OpenInterval> openIntervals() {
        return hours.intervals();
    }

    /** The day's name in the reader's language: the holiday's own, else what the kind is called (a day that works again too). */
    public String name(Locale locale) {
        Optional<Names> own = kind == DayKind.WORKING_AGAIN ? Optional.empty() : names();
        return own.map(names -> names.in(locale))
                .orElseGet(() -> CalendarTexts.of(locale).kind(kind));
    }

    /** The exception's own name in three languages, when it has one. */
    public Optional<Names> names() {
        for (DayException exception : exceptions) {
            if (!exception.names().isEmpty()) {
                return Optional.of(exception.names());
            }
        }
        return Optional.empty();
    }
}
