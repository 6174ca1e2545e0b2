package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether a year of calendar data agrees with itself. */
final class YearCheck {

    private static final Set<DayKind> WORKS_FOR_ANOTHER = EnumSet.of(DayKind.WORKING_WEEKEND, DayKind.WORKING_AGAIN);

    private final CalendarYear year;
    private final Map<LocalDate, DayException> byDate = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    private YearCheck(CalendarYear year) {
        this.year = year;
    }

    /** What is wrong, in sentences without a full stop; empty when nothing is. */
    static List<String> of(CalendarYear year) {
        YearCheck check = new YearCheck(year);
        check.collectDays();
        check.byDate.values().forEach(check::checkExchange);
        return check.findings;
    }

    /** The same, and whether the days make the number of working days that was declared. */
    static List<String> of(CalendarYear year, int declaredWorkingDays) {
        YearCheck check = new YearCheck(year);
        check.collectDays();
        check.byDate.values().forEach(check::checkExchange);
        int counted = check.workingDays();
        if (counted != declaredWorkingDays) {
            check.findings.add("the calendar of " + year.year() + " declares " + declaredWorkingDays
                    + " working days, but its days make " + counted);
        }
        return check.findings;
    }

    private void collectDays() {
        for (DayException exception : year.exceptions()) {
            if (exception.kind() != DayKind.CLOSURE && byDate.put(exception.date(), exception) != null) {
                findings.add(exception.date() + " is given twice");
            }
        }
    }

    private void checkExchange(DayException day) {
        switch (day.kind()) {
            case MOVED_DAY_OFF -> expect(day, WORKS_FOR_ANOTHER);
            case WORKING_WEEKEND, WORKING_AGAIN -> expect(day, EnumSet.of(DayKind.MOVED_DAY_OFF));
            case TRANSFERRED_DAY_OFF -> {
                DayException holiday = byDate.get(day.exchangedWith());
                if (holiday == null
                        || holiday.kind() != DayKind.HOLIDAY
                        || !holiday.date().isBefore(day.date())) {
                    findings.add(day.date() + " is transferred from " + day.exchangedWith()
                            + ", which is no holiday before it");
                }
            }
            default -> {}
        }
    }

    private void expect(DayException day, Set<DayKind> kinds) {
        if (day.exchangedWith().getYear() != year.year()) {
            return;
        }
        DayException other = byDate.get(day.exchangedWith());
        if (other == null
                || !kinds.contains(other.kind())
                || !other.exchangedWith().equals(day.date())) {
            findings.add(day.date() + " is exchanged with " + day.exchangedWith() + ", which does not say so");
        }
    }

    static int workingDays(CalendarYear year) {
        YearCheck check = new YearCheck(year);
        check.collectDays();
        return check.workingDays();
    }

    private int workingDays() {
        int working = 0;
        LocalDate end = LocalDate.of(year.year() + 1, 1, 1);
        for (LocalDate date = LocalDate.of(year.year(), 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            DayException exception = byDate.get(date);
            boolean works = exception == null
                    ? date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                    : exception.kind().works();
            working += works ? 1 : 0;
        }
        return working;
    }
}
