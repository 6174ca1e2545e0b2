package kz.kezek.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.OpenInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the regulation's requirements, section 4. */
class GoldenVectorsTest {

    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();

    @ParameterizedTest
    @CsvSource({
        "2026-07-10T15:30:00+05:00, 2026-07-10T18:30:00+05:00",
        "2026-07-10T15:30:01+05:00, 2026-07-13T09:00:01+05:00",
        "2026-07-10T18:29:59+05:00, 2026-07-13T11:59:59+05:00",
        "2026-07-10T18:30:00+05:00, 2026-07-13T12:00:00+05:00",
        "2026-07-11T11:00:00+05:00, 2026-07-13T12:00:00+05:00",
        "2026-03-20T17:00:00+05:00, 2026-03-26T10:30:00+05:00",
        "2026-07-03T16:00:00+05:00, 2026-07-07T09:30:00+05:00",
        "2024-02-29T17:00:00+06:00, 2024-03-01T10:30:00+05:00"
    })
    void answersFirstWithinThreeWorkingHours(String registered, String due) {
        assertThat(dueAt(CALENDAR, RULES.firstAnswer(), registered)).isEqualTo(instant(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-13T10:00:00+05:00, 2026-07-15T10:00:00+05:00",
        "2026-07-10T17:00:00+05:00, 2026-07-14T17:00:00+05:00",
        "2026-07-11T11:00:00+05:00, 2026-07-14T18:30:00+05:00",
        "2026-03-20T10:00:00+05:00, 2026-03-27T10:00:00+05:00"
    })
    void answersWithinTwoWorkingDaysOfTheInformation(String received, String due) {
        assertThat(dueAt(CALENDAR, RULES.answerAfterInformation(), received)).isEqualTo(instant(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-13T09:00:00+05:00, 2026-07-22T14:30:00+05:00",
        "2026-07-10T15:30:00+05:00, 2026-07-22T11:30:00+05:00",
        "2026-03-20T15:30:00+05:00, 2026-04-06T11:30:00+05:00"
    })
    void waitsSeventyTwoWorkingHoursForTheApplicant(String requested, String due) {
        assertThat(dueAt(CALENDAR, RULES.applicantReply(), requested)).isEqualTo(instant(due));
    }

    @ParameterizedTest
    @CsvSource({"2026-07-13T09:00:00+05:00, 2026-07-23T18:30:00+05:00"})
    void waitsLongerWithALunchBreak(String requested, String due) {
        BusinessCalendar withLunch = CALENDAR.withBreak(OpenInterval.parse("13:00-14:30"));
        assertThat(dueAt(withLunch, RULES.applicantReply(), requested)).isEqualTo(instant(due));
    }

    private static Instant dueAt(BusinessCalendar calendar, Term term, String from) {
        Instant due = calendar.dueAt(instant(from), term.limit());
        assertThat(term.deadline(calendar, instant(from)).dueAt()).isEqualTo(due);
        return due;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
