package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hours of an ordinary week, day by day (R24). A day that is not named has no work. */
public record WeeklyHours(Map<DayOfWeek, DayHours> days) {

    public WeeklyHours {
        days = Map.copyOf(days);
    }

    /** The same hours on each of {@code days}; a gap between two intervals is a break. */
    public static WeeklyHours on(Set<DayOfWeek> days, OpenInterval... hours) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, new DayHours(List.of(hours))));
        return new WeeklyHours(week);
    }

    public DayHours of(DayOfWeek day) {
        return days.getOrDefault(day, DayHours.NONE);
    }

    /** This week with a break cut out of every day. */
    public WeeklyHours without(OpenInterval pause) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> week.put(day, hours.without(pause)));
        return new WeeklyHours(week);
    }
}
