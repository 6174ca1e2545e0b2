package kz.kezek.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.kezek.calendar.CalendarData;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.DayException;
import kz.kezek.calendar.DayKind;
import kz.kezek.calendar.Names;

/** The bundled year with whole days closed. */
final class Closures {

    private static final Names NAMES = new Names("Закрыто", "Жабық", "Closed");

    private Closures() {}

    static List<CalendarYear> of(LocalDate... days) {
        int number = days[0].getYear();
        CalendarYear year = CalendarData.bundled().year(number).orElseThrow();
        List<DayException> exceptions = new ArrayList<>(year.exceptions());
        for (LocalDate day : days) {
            exceptions.add(DayException.of(day, DayKind.CLOSURE, NAMES));
        }
        exceptions.sort(Comparator.comparing(DayException::date));
        return List.of(new CalendarYear(number, year.standing(), year.confidence(), exceptions));
    }
}
