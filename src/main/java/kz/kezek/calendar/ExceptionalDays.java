package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the exceptions of the data into days with hours. One exception a day decides its kind; closures come on top. */
final class ExceptionalDays {

    private final WeeklyHours weekly;
    private final List<OpenInterval> breaks;

    private ExceptionalDays(WeeklyHours weekly, List<OpenInterval> breaks) {
        this.weekly = weekly;
        this.breaks = breaks;
    }

    static Map<LocalDate, BusinessDay> resolve(
            WeeklyHours weekly, List<OpenInterval> breaks, Collection<CalendarYear> years) {
        Map<LocalDate, List<DayException>> byDate = new HashMap<>();
        for (CalendarYear year : years) {
            for (DayException exception : year.exceptions()) {
                byDate.computeIfAbsent(exception.date(), date -> new ArrayList<>(1))
                        .add(exception);
            }
        }
        ExceptionalDays days = new ExceptionalDays(weekly, breaks);
        Map<LocalDate, BusinessDay> resolved = HashMap.newHashMap(byDate.size());
        byDate.forEach((date, exceptions) -> resolved.put(date, days.day(date, exceptions)));
        return resolved;
    }

    private BusinessDay day(LocalDate date, List<DayException> exceptions) {
        DayKind kind = DayKind.CLOSURE;
        DayHours hours = weekly.of(date.getDayOfWeek());
        int deciding = 0;
        for (DayException exception : exceptions) {
            if (exception.kind() != DayKind.CLOSURE) {
                kind = exception.kind();
                hours = hoursOf(exception);
                deciding++;
            }
        }
        if (deciding > 1) {
            throw new IllegalArgumentException(date + " has two exceptions; only closures may be added to a day");
        }
        for (DayException exception : exceptions) {
            hours = exception.kind() == DayKind.CLOSURE ? closed(hours, exception) : hours;
        }
        return new BusinessDay(date, kind, exceptions, hours);
    }

    private DayHours hoursOf(DayException exception) {
        if (!exception.kind().works()) {
            return DayHours.NONE;
        }
        if (!exception.hours().isEmpty()) {
            return unbroken(exception.hours());
        }
        if (exception.kind() == DayKind.SHORT_DAY) {
            throw new IllegalArgumentException("the short day " + exception.date() + " has no hours");
        }
        DayHours exchanged = weekly.of(exception.exchangedWith().getDayOfWeek());
        return exchanged.isEmpty() ? anyWorkingDay() : exchanged;
    }

    private DayHours unbroken(DayHours hours) {
        DayHours left = hours;
        for (OpenInterval pause : breaks) {
            left = left.without(pause);
        }
        return left;
    }

    private DayHours anyWorkingDay() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!weekly.of(day).isEmpty()) {
                return weekly.of(day);
            }
        }
        return DayHours.NONE;
    }

    private static DayHours closed(DayHours hours, DayException closure) {
        if (closure.hours().isEmpty()) {
            return DayHours.NONE;
        }
        DayHours left = hours;
        for (OpenInterval closed : closure.hours().intervals()) {
            left = left.without(closed);
        }
        return left;
    }
}
