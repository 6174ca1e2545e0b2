package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The bundled calendar against the list of all days 2020–2027, working or not. */
class PublishedDaysTest {

    @Test
    void worksOnExactlyTheListedDays() throws Exception {
        CalendarData data = CalendarData.bundled();
        BusinessCalendar calendar = BusinessCalendar.of(
                ZoneId.of("Asia/Almaty"),
                WeeklyHours.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OpenInterval.parse("09:00-18:30")),
                data.years(),
                data.version());
        int days = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/calendar/kz-days-2020-2027.csv")),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LocalDate date = LocalDate.parse(line.substring(0, 10));
                assertThat(calendar.day(date).isWorking()).as(line).isEqualTo(line.endsWith("1"));
                days++;
            }
        }
        assertThat(days).isEqualTo(2922);
    }
}
