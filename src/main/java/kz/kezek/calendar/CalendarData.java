package kz.kezek.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Years of Kazakhstan's production calendar and the version they make, checked when read: days in their year and in order,
 * exchanges that agree from both sides, the declared number of working days of a five-day week.
 */
public record CalendarData(CalendarVersion version, List<CalendarYear> years) {

    private static final String BUNDLED = "/calendar/kz.tsv";

    public CalendarData {
        years = List.copyOf(years);
    }

    /** The calendar that comes with the program. */
    public static CalendarData bundled() {
        try (InputStream stream =
                Objects.requireNonNull(CalendarData.class.getResourceAsStream(BUNDLED), BUNDLED + " is missing")) {
            return read(stream, "kz.tsv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the tab-separated form, UTF-8. A {@code calendar} line (id, author, instant; without it the id is the name), then for each year a {@code year}
     * line (year, standing, working days, confidence) and its days (date, kind, code, ru, kk, en, exchanged with, hours,
     * basis, source). {@code #} begins a comment.
     *
     * @throws CalendarDataException naming {@code name} and the line
     */
    public static CalendarData read(InputStream stream, String name) throws IOException {
        CalendarReader reader = new CalendarReader(name);
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.accept(line);
        }
        return reader.result();
    }

    public Optional<CalendarYear> year(int year) {
        return years.stream().filter(known -> known.year() == year).findFirst();
    }

    /** These years with those of {@code other} in their place, under its version. */
    public CalendarData overlaidBy(CalendarData other) {
        TreeMap<Integer, CalendarYear> merged = new TreeMap<>();
        years.forEach(year -> merged.put(year.year(), year));
        other.years.forEach(year -> merged.put(year.year(), year));
        return new CalendarData(other.version, List.copyOf(merged.values()));
    }

    /** These years with {@code others} in their place, under a new version. */
    public CalendarData overlaidBy(List<CalendarYear> others, CalendarVersion newVersion) {
        return overlaidBy(new CalendarData(newVersion, others));
    }

    /** One year in the tab-separated form {@link #read} reads. */
    public static String write(CalendarYear year) {
        return CalendarWriter.write(year);
    }
}
