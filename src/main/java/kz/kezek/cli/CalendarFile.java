package kz.kezek.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.kezek.calendar.CalendarData;
import kz.kezek.calendar.CalendarDataException;
import kz.kezek.calendar.CalendarVersion;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.DayException;
import kz.kezek.calendar.DayHours;
import kz.kezek.calendar.DayKind;
import kz.kezek.calendar.Names;
import kz.kezek.calendar.OpenInterval;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A calendar given on the command line: the tab-separated form of the program, or JSON of one year or of several. */
final class CalendarFile {

    private final String name;

    private CalendarFile(String name) {
        this.name = name;
    }

    /**
     * Reads and checks a file.
     *
     * @throws CalendarDataException in one sentence, also when there is no such file
     */
    static CalendarData read(Path path) {
        String name = String.valueOf(path.getFileName());
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path))) {
            stream.mark(8);
            int first = stream.read();
            stream.reset();
            return first == '{' ? new CalendarFile(name).json(stream) : CalendarData.read(stream, name);
        } catch (IOException e) {
            throw new CalendarDataException("The calendar " + path + " cannot be read");
        }
    }

    private CalendarData json(InputStream stream) {
        try {
            JsonNode root = JsonMapper.shared().readTree(stream);
            List<CalendarYear> years = new ArrayList<>();
            if (root.has("years")) {
                root.get("years")
                        .properties()
                        .forEach(year -> years.add(year(Integer.parseInt(year.getKey()), year.getValue())));
            } else {
                years.add(year(required(root, "year").asInt(), root));
            }
            return new CalendarData(new CalendarVersion(name, "", Instant.EPOCH), years);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new CalendarDataException(name + " is not a calendar: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private CalendarYear year(int number, JsonNode node) {
        String confidence = node.path("confidence").asString("");
        boolean computed = confidence.startsWith("computed");
        List<DayException> days = new ArrayList<>();
        required(node, "entries").forEach(entry -> days.add(day(entry)));
        CalendarYear year = new CalendarYear(
                number, computed ? CalendarYear.Standing.COMPUTED : CalendarYear.Standing.PUBLISHED, confidence, days);
        List<String> findings =
                node.has("workingDays") ? year.findings(node.get("workingDays").asInt()) : year.findings();
        if (!findings.isEmpty()) {
            throw new CalendarDataException(name + ": " + String.join("; ", findings));
        }
        return year;
    }

    private DayException day(JsonNode entry) {
        LocalDate date = LocalDate.parse(required(entry, "date").asString());
        List<OpenInterval> hours = new ArrayList<>();
        entry.path("hours").forEach(interval -> hours.add(OpenInterval.parse(interval.asString())));
        return new DayException(
                date,
                DayKind.valueOf(required(entry, "kind").asString()),
                entry.path("code").asString(""),
                new Names(
                        entry.path("ru").asString(""),
                        entry.path("kk").asString(""),
                        entry.path("en").asString("")),
                counterpart(entry.path("note").asString(""), date),
                new DayHours(hours),
                entry.path("source").asString(""),
                name);
    }

    /** The notes end with the other day: "from 2026-03-21", "day off moved to 2021-07-05". */
    private static LocalDate counterpart(String note, LocalDate date) {
        String last = note.substring(note.lastIndexOf(' ') + 1);
        return last.length() == 10 && Character.isDigit(last.charAt(0)) ? LocalDate.parse(last) : date;
    }

    private JsonNode required(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            throw new CalendarDataException(name + " is not a calendar: '" + key + "' is missing");
        }
        return value;
    }
}
