package kz.kezek.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.OpenInterval;

/**
 * Where the working day stands at an instant.
 *
 * @param worked the end of the last working second that has passed: a deadline before it is broken (A4)
 * @param runsUntil until when clocks run without a stop; {@code at} when they stand
 * @param boundary when the day closes, or opens again
 * @param closing the end of today's working time still to come; {@code at} when there is none
 */
record OfficeTime(Instant at, boolean open, Instant worked, Instant runsUntil, Instant boundary, Instant closing) {

    /** Longer than any stretch without a working day. */
    private static final int DAYS_BACK = 40;

    static OfficeTime of(BusinessCalendar calendar, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = at.atZone(calendar.zone()).toLocalDate();
        boolean open = calendar.isOpen(at);
        Instant closing = calendar.closing(at);
        boolean workToday = closing.atZone(calendar.zone()).toLocalDate().equals(today) && closing.isAfter(at);
        return new OfficeTime(
                at,
                open,
                worked(calendar, today, at),
                open ? endOfStretch(calendar, today, at) : at,
                open ? closing : calendar.nextOpening(at),
                workToday ? closing : at);
    }

    private static Instant worked(BusinessCalendar calendar, LocalDate today, Instant at) {
        for (LocalDate day = today; day.isAfter(today.minusDays(DAYS_BACK)); day = day.minusDays(1)) {
            for (OpenInterval interval : calendar.day(day).openIntervals().reversed()) {
                if (second(calendar, day, interval.fromSecond()).isBefore(at)) {
                    Instant end = second(calendar, day, interval.toSecond());
                    return end.isBefore(at) ? end : at;
                }
            }
        }
        return Instant.EPOCH;
    }

    private static Instant endOfStretch(BusinessCalendar calendar, LocalDate today, Instant at) {
        return calendar.day(today).openIntervals().stream()
                .map(interval -> second(calendar, today, interval.toSecond()))
                .filter(end -> end.isAfter(at))
                .findFirst()
                .orElse(at);
    }

    /** The instant at which the wall clock of that day reads this second; 24:00 is the next day's beginning. */
    static Instant second(BusinessCalendar calendar, LocalDate day, int second) {
        int ofDay = LocalTime.MAX.toSecondOfDay() + 1;
        return second == ofDay
                ? day.plusDays(1).atStartOfDay(calendar.zone()).toInstant()
                : day.atTime(LocalTime.ofSecondOfDay(second))
                        .atZone(calendar.zone())
                        .toInstant();
    }
}
