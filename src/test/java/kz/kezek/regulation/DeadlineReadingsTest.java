package kz.kezek.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.calendar.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Thirty moments around weekends, holidays, exchanges and the change of zone, in every reading of the terms. */
class DeadlineReadingsTest {

    private static final Regulation RULES = Regulation.inForce();
    private static final BusinessCalendar CALENDAR = RULES.calendar();
    private static final BusinessCalendar WITH_LUNCH = CALENDAR.withBreak(OpenInterval.parse("13:00-14:30"));

    static List<Map<String, Object>> moments() throws Exception {
        try (InputStream json = DeadlineReadingsTest.class.getResourceAsStream("/calendar/deadline-vectors.json")) {
            return new Yaml().load(Objects.requireNonNull(json));
        }
    }

    @Test
    void readsThirtyMoments() throws Exception {
        assertThat(moments()).hasSize(30);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void agreesInEveryReading(Map<String, Object> moment) {
        Instant from = instant(moment, "receivedAstana");
        assertThat(CALENDAR.isOpen(from)).isEqualTo(moment.get("workingMoment"));
        Map<String, Instant> readings = Map.of(
                "ackDue (1 clock hour, round the clock)",
                        CALENDAR.dueAt(from, RULES.acceptance().limit()),
                "firstAnswerDue_3wh_literal",
                        CALENDAR.dueAt(from, RULES.firstAnswer().limit()),
                "firstAnswerDue_3wh_lunch",
                        WITH_LUNCH.dueAt(from, RULES.firstAnswer().limit()),
                "afterInfoDue_2wd_momentBased(19wh)", CALENDAR.dueAt(from, TimeLimit.BusinessHours.of(19)),
                "afterInfoDue_2wd_endOfDay", CALENDAR.dueAt(from, new TimeLimit.BusinessDays(2)),
                "terminate_72wh_literal(9h30/day)",
                        CALENDAR.dueAt(from, RULES.applicantReply().limit()),
                "terminate_72wh_lunch(8h/day)",
                        WITH_LUNCH.dueAt(from, RULES.applicantReply().limit()));
        readings.forEach((reading, due) -> assertThat(due).as(reading).isEqualTo(instant(moment, reading)));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void takesTheEarlierOfTheTwoReadingsAfterInformation(Map<String, Object> moment) {
        Instant earlier = Stream.of("afterInfoDue_2wd_momentBased(19wh)", "afterInfoDue_2wd_endOfDay")
                .map(reading -> instant(moment, reading))
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(CALENDAR.dueAt(
                        instant(moment, "receivedAstana"),
                        RULES.answerAfterInformation().limit()))
                .isEqualTo(earlier);
    }

    private static Instant instant(Map<String, Object> moment, String key) {
        return OffsetDateTime.parse(String.valueOf(moment.get(key))).toInstant();
    }
}
