package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar data is believed only when it agrees with itself. A bar stands for a tab, a semicolon for a new line. */
class CalendarDataTest {

    private static final String EXCHANGE =
            "2026-07-11|WORKING_WEEKEND|||||2026-07-13||order|;2026-07-13|MOVED_DAY_OFF|||||2026-07-11||order|";

    @Test
    void readsAYearWithAnExchange() throws IOException {
        CalendarData data = read("calendar|v1|me|2026-01-01T00:00:00Z;year|2026|PUBLISHED|261|;" + EXCHANGE);
        assertThat(data.version().id()).isEqualTo("v1");
        assertThat(data.year(2026).orElseThrow().exceptions())
                .extracting(DayException::exchangedWith)
                .containsExactly(LocalDate.of(2026, 7, 13), LocalDate.of(2026, 7, 11));
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        for (CalendarYear year : CalendarData.bundled().years()) {
            assertThat(readLines(CalendarData.write(year)).years()).containsExactly(year);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "year|2026|PUBLISHED|260| ! test.tsv: the calendar of 2026 declares 260 working days, but its days make 261",
                "year|2026|PUBLISHED|x| ! test.tsv line 1: For input string: \"x\"",
                "year|2026 ! test.tsv line 1: the line has too few fields",
                "2026-07-11|HOLIDAY|||||||law| ! test.tsv line 1: days come before the first year",
                "year|2026|PUBLISHED|261|;2026-07-11|FEAST|||||||law| ! test.tsv line 2: No enum constant kz.kezek.calendar.DayKind.FEAST",
                "year|2026|PUBLISHED|261|;2027-07-11|HOLIDAY|||||||law| ! test.tsv: 2027-07-11 does not belong to the calendar of 2026",
                "year|2026|PUBLISHED|260|;2026-07-13|MOVED_DAY_OFF|||||2026-07-11||order| ! test.tsv: 2026-07-13 is exchanged with 2026-07-11, which does not say so",
                "year|2026|PUBLISHED|260|;2026-07-13|TRANSFERRED_DAY_OFF|||||2026-07-11||law| ! test.tsv: 2026-07-13 is transferred from 2026-07-11, which is no holiday before it",
                "year|2026|PUBLISHED|261|;2026-07-11|HOLIDAY|||||||law|;2026-07-11|HOLIDAY|||||||law| ! test.tsv: 2026-07-11 is given twice"
            })
    void refusesDataAtOddsWithItself(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CalendarDataException.class)
                .hasMessage(message);
    }

    private static CalendarData read(String text) throws IOException {
        return readLines(text.replace('|', '\t').replace(";", "\n"));
    }

    private static CalendarData readLines(String lines) throws IOException {
        return CalendarData.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "test.tsv");
    }
}
