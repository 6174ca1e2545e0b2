package kz.kezek.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@link CalendarData} line by line. */
final class CalendarReader {

    private final String name;
    private final List<CalendarYear> years = new ArrayList<>();
    private final List<DayException> days = new ArrayList<>();
    private CalendarVersion version;
    private List<String> yearFields = List.of();
    private int number;

    CalendarReader(String name) {
        this.name = name;
        this.version = new CalendarVersion(name, "", Instant.EPOCH);
    }

    void accept(String line) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        List<String> fields = Arrays.asList(line.split("\t", -1));
        try {
            switch (fields.getFirst()) {
                case "calendar" ->
                    version = new CalendarVersion(fields.get(1), fields.get(2), Instant.parse(fields.get(3)));
                case "year" -> {
                    finishYear();
                    yearFields = fields;
                }
                default -> days.add(day(fields));
            }
        } catch (IndexOutOfBoundsException e) {
            throw broken("the line has too few fields");
        } catch (DateTimeException | IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private static DayException day(List<String> fields) {
        LocalDate date = LocalDate.parse(fields.get(0));
        return new DayException(
                date,
                DayKind.valueOf(fields.get(1)),
                fields.get(2),
                new Names(fields.get(3), fields.get(4), fields.get(5)),
                fields.get(6).isEmpty() ? date : LocalDate.parse(fields.get(6)),
                hours(fields.get(7)),
                fields.get(8),
                fields.get(9));
    }

    private static DayHours hours(String text) {
        return text.isEmpty()
                ? DayHours.NONE
                : new DayHours(Arrays.stream(text.split(",", -1))
                        .map(OpenInterval::parse)
                        .toList());
    }

    private void finishYear() {
        if (yearFields.isEmpty()) {
            if (!days.isEmpty()) {
                throw broken("days come before the first year");
            }
            return;
        }
        CalendarYear year = new CalendarYear(
                Integer.parseInt(yearFields.get(1)),
                CalendarYear.Standing.valueOf(yearFields.get(2)),
                yearFields.get(4),
                days);
        List<String> findings = year.findings(Integer.parseInt(yearFields.get(3)));
        if (!findings.isEmpty()) {
            throw new CalendarDataException(name + ": " + String.join("; ", findings));
        }
        years.add(year);
        days.clear();
    }

    CalendarData result() {
        try {
            finishYear();
        } catch (IllegalArgumentException e) {
            throw new CalendarDataException(name + ": " + e.getMessage());
        }
        return new CalendarData(version, years);
    }

    private CalendarDataException broken(String what) {
        return new CalendarDataException(name + " line " + number + ": " + what);
    }
}
