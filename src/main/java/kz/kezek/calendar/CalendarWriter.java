package kz.kezek.calendar;

import java.util.stream.Collectors;

/** Writes a year as {@link CalendarReader} reads it. */
final class CalendarWriter {

    private CalendarWriter() {}

    static String write(CalendarYear year) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(
                "\t",
                "year",
                Integer.toString(year.year()),
                year.standing().name(),
                Integer.toString(year.workingDays()),
                year.confidence()));
        text.append('\n');
        for (DayException day : year.exceptions()) {
            text.append(String.join(
                    "\t",
                    day.date().toString(),
                    day.kind().name(),
                    day.code(),
                    day.names().ru(),
                    day.names().kk(),
                    day.names().en(),
                    day.counterpart().map(Object::toString).orElse(""),
                    day.hours().intervals().stream().map(OpenInterval::toString).collect(Collectors.joining(",")),
                    day.basis(),
                    day.source()));
            text.append('\n');
        }
        return text.toString();
    }
}
