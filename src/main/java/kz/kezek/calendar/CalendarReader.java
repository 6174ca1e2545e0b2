package kz.kezek.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@link CalendarData} line by line. */
final class CalendarReader {

    private final String name;
    private final List<CalendarYear> years = new ArrayList<>();
    private final List<DayException> days = new ArrayList<>();
    private CalendarVersion version;
    private Optional<Header> header = Optional.empty();
    private int number;

    CalendarReader(String name) {
        this.name = name;
        this.version = new CalendarVersion(name, "", Instant.EPOCH);
    }

    private record Header(int year, CalendarYear.Standing standing, int workingDays, String confidence) {

        static Header of(List<String> fields) {
            return new Header(
                    Integer.parseInt(fields.get(1)),
                    CalendarYear.Standing.valueOf(fields.get(2)),
                    Integer.parseInt(fields.get(3)),
                    fields.get(4));
        }
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
                    header = Optional.of(Header.of(fields));
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
        if (header.isEmpty()) {
            if (!days.isEmpty()) {
                throw broken("days come before the first year");
            }
            return;
        }
        Header read = header.get();
        CalendarYear year = new CalendarYear(read.year(), read.standing(), read.confidence(), days);
        List<String> findings = year.findings(read.workingDays());
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
