package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Where two versions of one year differ, day by day. */
public final class CalendarDifference {

    /** One day as it was and as it is; an ordinary day of the week has no exception. */
    public record Day(LocalDate date, List<DayException> before, List<DayException> after) {

        /** Whether the day stops or begins to work, by a five-day week. */
        public boolean changesWork() {
            return works(before) != works(after);
        }

        public boolean worksBefore() {
            return works(before);
        }

        public boolean worksAfter() {
            return works(after);
        }

        private boolean works(List<DayException> exceptions) {
            Optional<DayException> deciding = exceptions.stream()
                    .filter(exception -> exception.kind() != DayKind.CLOSURE
                            || exception.hours().isEmpty())
                    .findFirst();
            return deciding.map(exception -> exception.kind().works())
                    .orElse(date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        }
    }

    private CalendarDifference() {}

    /** The days that differ in kind, exchange or hours, in order; names and sources are not compared. */
    public static List<Day> between(CalendarYear before, CalendarYear after) {
        Map<LocalDate, List<DayException>> old = byDate(before);
        Map<LocalDate, List<DayException>> current = byDate(after);
        TreeSet<LocalDate> dates = new TreeSet<>(old.keySet());
        dates.addAll(current.keySet());
        List<Day> differences = new ArrayList<>();
        for (LocalDate date : dates) {
            Day day = new Day(date, old.getOrDefault(date, List.of()), current.getOrDefault(date, List.of()));
            if (!essence(day.before()).equals(essence(day.after()))) {
                differences.add(day);
            }
        }
        return List.copyOf(differences);
    }

    private record Essence(DayKind kind, LocalDate exchangedWith, DayHours hours) {}

    private static List<Essence> essence(List<DayException> exceptions) {
        return exceptions.stream()
                .map(exception -> new Essence(exception.kind(), exception.exchangedWith(), exception.hours()))
                .toList();
    }

    private static Map<LocalDate, List<DayException>> byDate(CalendarYear year) {
        Map<LocalDate, List<DayException>> byDate = new HashMap<>();
        year.exceptions()
                .forEach(exception -> byDate.computeIfAbsent(exception.date(), date -> new ArrayList<>(1))
                        .add(exception));
        return byDate;
    }
}
