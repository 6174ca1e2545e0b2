package kz.kezek.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.DayHours;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.calendar.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules in force, and what is said of rules that cannot be read. */
class RegulationTest {

    private static final Regulation RULES = Regulation.inForce();

    @Test
    void knowsWhereTheServiceIsReached() {
        assertThat(RULES.service().code()).isEqualTo("\u0421\u041A");
        assertThat(RULES.service().address()).isEqualTo("office@sud.kz");
        assertThat(RULES.service().phone()).isEqualTo("1401");
    }

    @Test
    void worksFromNineToHalfPastSixOnFiveDays() {
        assertThat(RULES.hours().zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
        for (DayOfWeek day : DayOfWeek.values()) {
            DayHours expected = day.getValue() <= 5 ? DayHours.of(OpenInterval.parse("09:00-18:30")) : DayHours.NONE;
            assertThat(RULES.hours().weekly().of(day)).isEqualTo(expected);
        }
    }

    @Test
    void hasTheFourTermsWithTheirClauses() {
        assertThat(RULES.acceptance().limit()).isEqualTo(TimeLimit.Elapsed.ofMinutes(60));
        assertThat(RULES.firstAnswer().limit()).isEqualTo(TimeLimit.BusinessHours.of(3));
        assertThat(RULES.answerAfterInformation().limit())
                .isEqualTo(new TimeLimit.EarlierOf(TimeLimit.BusinessHours.of(19), new TimeLimit.BusinessDays(2)));
        assertThat(RULES.applicantReply().limit()).isEqualTo(TimeLimit.BusinessHours.of(72));
        assertThat(List.of(TermName.values()))
                .extracting(name -> RULES.term(name).clause())
                .containsExactly("R20", "R21", "R22", "R23");
    }

    @Test
    void warnsAndRemindsInWorkingTime() {
        assertThat(RULES.firstAnswer().warnBefore()).isEqualTo(BusinessTime.ofMinutes(60));
        assertThat(RULES.answerAfterInformation().warnBefore()).isEqualTo(BusinessTime.ofHours(4));
        assertThat(RULES.applicantReply().warnBefore()).isEqualTo(BusinessTime.ofMinutes(570));
        assertThat(RULES.reminders())
                .containsExactly(BusinessTime.ofHours(24), BusinessTime.ofHours(48), BusinessTime.ofHours(64));
    }

    @Test
    void knowsHowLongLettersBelongTogether() {
        assertThat(RULES.windows().replyAfterAnswer()).isEqualTo(new TimeLimit.BusinessDays(10));
        assertThat(RULES.windows().duplicate()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void asksForFiveThings() {
        assertThat(RULES.requestItems())
                .extracting(RequestItem::key)
                .containsExactly("time", "description", "screenshots", "os", "servicePack");
        assertThat(RULES.requestItems())
                .extracting(RequestItem::clause)
                .containsExactly("R15", "R16", "R17", "R18", "R19");
        assertThat(RULES.requestItem("os").orElseThrow().label().kk()).isEqualTo("Операциялық жүйе");
    }

    @Test
    void decidesEveryQuestionTheTextLeavesOpen() {
        assertThat(Choice.values())
                .extracting(Choice::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 31)
                        .mapToObj(number -> "A" + number)
                        .toList());
        assertThat(RULES.choices()).containsOnlyKeys(Choice.values());
        assertThat(RULES.isOn(Choice.AUTOMATIC_PROMOTION)).isFalse();
        assertThat(RULES.isOn(Choice.PHONE_CLOCKS)).isTrue();
        assertThat(RULES.choice(Choice.LATE_REPLY)).isEqualTo("linked-ticket");
    }

    @Test
    void buildsTheCalendarOfItsHours() {
        assertThat(RULES.calendar().isOpen(Instant.parse("2026-07-13T04:00:00Z")))
                .isTrue();
        assertThat(RULES.calendar().isOpen(Instant.parse("2026-07-13T13:30:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "version: sk-1 ! versio: sk-1 ! sk.yaml: version is missing",
                "limit: { businessHours: 3 } ! limit: { businessHours: three } ! sk.yaml: terms.firstAnswer.limit.businessHours must be a whole number from 1, not three",
                "limit: { businessHours: 3 } ! limit: { businessHours: 0 } ! sk.yaml: terms.firstAnswer.limit.businessHours must be a whole number from 1, not 0",
                "limit: { businessHours: 3 } ! limit: 3 ! sk.yaml: terms.firstAnswer.limit must be a map of keys, not 3",
                "zone: Asia/Almaty ! zone: Asia/Astana ! sk.yaml: hours.zone must be a time zone, not Asia/Astana",
                "\"2020-01-01\" ! \"01.01.2020\" ! sk.yaml: effectiveOn must be a date like \"2026-01-31\", not 01.01.2020",
                "monday: [\"09:00-18:30\"] ! monday: [\"9-18\"] ! sk.yaml: hours.days.monday must be intervals like \"09:00-18:30\", not [9-18]",
                "monday: ! moonday: ! sk.yaml: hours.days.moonday is not known",
                "A12: linked-ticket ! A12: ignore ! sk.yaml: choices.A12 must be linked-ticket or reopen, not ignore",
                "A31: kk-ru ! A32: kk-ru ! sk.yaml: choices.A31 is missing",
                "[24, 48, 64] ! [24, x] ! sk.yaml: reminderHours[1] must be a whole number from 1, not x",
                "en: Operating system ! xx: Operating system ! sk.yaml: requestItems[3].label.en is missing"
            })
    void namesTheKeyThatCannotBeRead(String was, String is, String message) throws IOException {
        assertThatThrownBy(() -> read(inForce().replaceFirst(Pattern.quote(was), is)))
                .isInstanceOf(RegulationException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAKeyGivenTwiceAndTagsThatBuildObjects() {
        assertThatThrownBy(() -> read("version: a\nversion: b\n"))
                .isInstanceOf(RegulationException.class)
                .hasMessageContaining("sk.yaml is not valid YAML");
        assertThatThrownBy(() -> read("version: !!java.util.Date 2020-01-01\n"))
                .isInstanceOf(RegulationException.class);
        assertThatThrownBy(() -> read("- list\n")).hasMessage("sk.yaml must be a map of keys");
    }

    @Test
    void refusesAJdkThatDoesNotKnowTheChangeOfZone() {
        AstanaTime.verify();
        assertThatThrownBy(() ->
                        AstanaTime.verify("Asia/Almaty", ZoneOffset.ofHours(6).getRules()))
                .isInstanceOf(OutdatedTimeZoneData.class)
                .hasMessageStartingWith("The JDK's time zone data is out of date: Asia/Almaty must be +06:00");
    }

    private static String inForce() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(RegulationTest.class.getResourceAsStream("/regulation/sk.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Regulation read(String yaml) {
        return Regulation.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "sk.yaml");
    }
}
