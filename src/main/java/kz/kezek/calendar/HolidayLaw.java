package kz.kezek.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The holidays of the law with the years they were in force, and the rule that transfers them. */
final class HolidayLaw {

    private static final String RESOURCE = "/calendar/holidays.tsv";
    private static final String HIJRI = "hijri ";

    private record Rule(String code, int first, int last, String day, DayKind kind, Names names, String basis) {}

    private final List<Rule> rules;

    private HolidayLaw(List<Rule> rules) {
        this.rules = rules;
    }

    static HolidayLaw read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HolidayLaw.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            return new HolidayLaw(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> rule(line.split("\t", -1)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(String... fields) {
        return new Rule(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                fields[3],
                DayKind.valueOf(fields[4]),
                new Names(fields[5], fields[6], fields[7]),
                fields[8]);
    }

    YearProposal propose(int year) {
        TreeMap<LocalDate, DayException> days = new TreeMap<>();
        TreeSet<LocalDate> toBeConfirmed = new TreeSet<>();
        for (Rule rule : rules) {
            for (LocalDate date : datesOf(rule, year)) {
                days.put(
                        date,
                        new DayException(
                                date, rule.kind(), rule.code(), rule.names(), date, DayHours.NONE, rule.basis(), ""));
                if (rule.day().startsWith(HIJRI)) {
                    toBeConfirmed.add(date);
                }
            }
        }
        for (DayException holiday : List.copyOf(days.values())) {
            if (holiday.kind() == DayKind.HOLIDAY && isWeekend(holiday.date())) {
                LocalDate rest = nextWorkingDay(holiday.date(), days);
                days.put(rest, transferred(holiday, rest));
            }
        }
        return new YearProposal(
                new CalendarYear(
                        year, CalendarYear.Standing.COMPUTED, "computed from the law", List.copyOf(days.values())),
                toBeConfirmed);
    }

    private static DayException transferred(DayException holiday, LocalDate rest) {
        return new DayException(
                rest,
                DayKind.TRANSFERRED_DAY_OFF,
                holiday.code(),
                holiday.names(),
                holiday.date(),
                DayHours.NONE,
                "Law 267-II art. 5",
                "");
    }

    private static LocalDate nextWorkingDay(LocalDate holiday, TreeMap<LocalDate, DayException> days) {
        LocalDate date = holiday.plusDays(1);
        while (isWeekend(date) || days.containsKey(date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static List<LocalDate> datesOf(Rule rule, int year) {
        if (year < rule.first() || year > rule.last()) {
            return List.of();
        }
        if (!rule.day().startsWith(HIJRI)) {
            return List.of(MonthDay.parse("--" + rule.day()).atYear(year));
        }
        MonthDay day = MonthDay.parse("--" + rule.day().substring(HIJRI.length()));
        return hijriDates(day, year);
    }

    /** A lunar year is eleven days shorter, so a feast may come twice in one of ours. */
    private static List<LocalDate> hijriDates(MonthDay day, int year) {
        List<LocalDate> dates = new ArrayList<>(1);
        int first = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
        int last = HijrahDate.from(LocalDate.of(year, 12, 31)).get(ChronoField.YEAR);
        for (int hijri = first; hijri <= last; hijri++) {
            LocalDate date = LocalDate.from(HijrahDate.of(hijri, day.getMonthValue(), day.getDayOfMonth()));
            if (date.getYear() == year) {
                dates.add(date);
            }
        }
        return dates;
    }
}
