package kz.kezek.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day that differs from the ordinary week, as the calendar data states it.
 *
 * @param code the holiday's short key ({@code NAU}); empty when it has none
 * @param exchangedWith the other day of a transfer or exchange; {@code date} itself when there is none
 * @param hours own hours of a short or working day, the closed hours of a closure; none = those of the week, or the whole day closed
 * @param basis the law, order or decision
 * @param source where it was read
 */
public record DayException(
        LocalDate date,
        DayKind kind,
        String code,
        Names names,
        LocalDate exchangedWith,
        DayHours hours,
        String basis,
        String source) {

    /** A whole day of this kind, named, exchanged with none. */
    public static DayException of(LocalDate date, DayKind kind, Names names) {
        return new DayException(date, kind, "", names, date, DayHours.NONE, "", "");
    }

    /** The same with hours: open ones of a short or working day, closed ones of a closure. */
    public DayException withHours(OpenInterval... intervals) {
        return new DayException(date, kind, code, names, exchangedWith, DayHours.of(intervals), basis, source);
    }

    /** The same, exchanged with another day. */
    public DayException exchangedFor(LocalDate other) {
        return new DayException(date, kind, code, names, other, hours, basis, source);
    }

    public Optional<LocalDate> counterpart() {
        return exchangedWith.equals(date) ? Optional.empty() : Optional.of(exchangedWith);
    }
}
