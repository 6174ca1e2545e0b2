package kz.kezek.sla;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.DayException;
import kz.kezek.calendar.DayKind;
import kz.kezek.calendar.Names;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.journal.JournalEntry;
import kz.kezek.journal.Verification;
import kz.kezek.regulation.Regulation;
import kz.kezek.sla.PublicationOutcome.Foreseen;
import kz.kezek.sla.PublicationOutcome.NothingNew;
import kz.kezek.sla.PublicationOutcome.Published;
import kz.kezek.sla.PublicationOutcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A24 on the whole running program: a calendar published beside it moves what runs and leaves what is judged. */
class CalendarPublicationTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final Actor ADMINISTRATOR = new Actor.AgentActor(1);

    /** Monday 23.11.2026, 16:00 in Astana: a first answer is due on Tuesday at 09:30. */
    private final RunningDesk desk = RunningDesk.at("2026-11-23T11:00:00Z");

    private final CalendarPublication publication =
            CalendarPublication.over(desk.database.dataSource(), Regulation.inForce());

    @BeforeEach
    void receiveALetter() throws Exception {
        String letter = "From: t.testov@example.kz\r\nSubject: x\r\n\r\nx\r\n";
        desk.post(letter.getBytes(StandardCharsets.US_ASCII), "t.testov@example.kz", "office@sud.kz");
        desk.lettersTo("t.testov@example.kz", 1);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void movesTheDeadlineOfAnOpenTicketAndSaysSo() {
        assertThat(due()).isEqualTo("2026-11-24T09:30:00+05:00");

        Published published = publish(Closures.of(TUESDAY));

        assertThat(published.moved())
                .extracting(moved -> moved.number() + " " + moved.from() + " " + moved.to())
                .containsExactly("СК-26-000001 2026-11-24T04:30:00Z 2026-11-25T04:30:00Z");
        JsonNode ticket = desk.ticket(
                "SK-26-000001",
                "is explained by the new calendar",
                t -> firstAnswer(t)
                        .get("explanation")
                        .get("calendarVersion")
                        .asString()
                        .endsWith("+1"));
        assertThat(firstAnswer(ticket).get("dueAt").asString()).isEqualTo("2026-11-25T09:30:00+05:00");
        assertThat(firstAnswer(ticket).get("explanation").get("words").asString())
                .contains("Closed");
        JsonNode event = event(ticket, "DeadlineMoved");
        assertThat(event.get("actor").asString()).isEqualTo("agent:1");
        assertThat(event.get("moved").get("from").asString()).isEqualTo("2026-11-24T09:30:00+05:00");
        assertThat(event.get("moved").get("to").asString()).isEqualTo("2026-11-25T09:30:00+05:00");
    }

    @Test
    void writesOldAndNewIntoTheChainOfTheTicket() {
        publish(Closures.of(TUESDAY));

        var journal = new Journal(JdbcClient.create(desk.database.dataSource()));
        JournalEntry last = journal.entries("ticket:1", 0, 100).getLast();
        assertThat(last.act().action()).isEqualTo("DeadlineMoved");
        assertThat(last.act().data())
                .containsEntry("from", "2026-11-24T04:30:00Z")
                .containsEntry("to", "2026-11-25T04:30:00Z")
                .containsEntry("clock", "FIRST_ANSWER");
        assertThat(journal.verify("ticket:1")).isInstanceOf(Verification.Intact.class);
        assertThat(journal.entries("calendar", 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.act().data()).containsEntry("moved", "1"));
    }

    @Test
    void tellsTheApplicantTheDeadlineBeforeAndTheDeadlineNow() throws Exception {
        publish(Closures.of(TUESDAY));
        desk.clock.advance(Duration.ofSeconds(1));

        MimeMessage letter = desk.lettersTo("t.testov@example.kz", 2).getLast();
        assertThat(letter.getSubject()).contains("СК-26-000001").contains("Мерзім өзгерді");
        assertThat(((MimeMultipart) letter.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("24.11.2026 09:30")
                .contains("25.11.2026 09:30");
    }

    @Test
    void tellsOnceInTheMorningWhatMovedTwiceInTheNight() throws Exception {
        desk.clock.set(Instant.parse("2026-11-23T18:00:00Z"));
        publish(Closures.of(TUESDAY));
        publish(Closures.of(TUESDAY, TUESDAY.plusDays(1)));
        assertThat(timersToTell()).isEqualTo(2);
        desk.clock.set(Instant.parse("2026-11-26T04:00:00Z"));

        RunningDesk.await("both timers to have fired", this::timersToTell, left -> left == 0);
        RunningDesk.await(
                "every letter to be sent",
                () -> desk.get("/api/v1/outbox").get("letters"),
                letters -> letters.valueStream()
                        .allMatch(letter ->
                                letter.get("letter").get("state").asString().equals("DELIVERED")));
        assertThat(desk.lettersTo("t.testov@example.kz", 2)).hasSize(2);
    }

    private int timersToTell() {
        return JdbcClient.create(desk.database.dataSource())
                .sql("select count(*) from scheduled_tasks where task_instance like '%/tell-moved/%'")
                .query(Integer.class)
                .single();
    }

    @Test
    void leavesAJudgedClockItsVerdictAndItsCalendar() throws Exception {
        desk.clock.set(Instant.parse("2026-11-24T05:00:00Z"));
        desk.post("/api/v1/tickets/SK-26-000001/answers", Map.of("text", "Поздний ответ."));
        assertThat(firstAnswer(ticket()).get("verdict").asString()).isEqualTo("BREACHED");

        assertThat(publish(Closures.of(TUESDAY)).moved()).isEmpty();
        desk.bean(CalendarVersions.class).refreshed();

        JsonNode judged = firstAnswer(ticket());
        assertThat(judged.get("verdict").asString()).isEqualTo("BREACHED");
        assertThat(judged.get("dueAt").asString()).isEqualTo("2026-11-24T09:30:00+05:00");
        assertThat(judged.get("explanation").get("calendarVersion").asString()).doesNotContain("+");
        assertThat(judged.get("explanation").get("words").asString()).doesNotContain("Closed");
    }

    /** Monday 16:00 and 24 working hours: Thursday 11:30, and with Tuesday closed Friday 11:30. */
    @Test
    void movesTheReminders() throws Exception {
        desk.post("/api/v1/tickets/SK-26-000001/information-requests", Map.of("items", List.of("time")));
        desk.ticket("SK-26-000001", "waits for the applicant", t -> has(t, "InformationRequestDelivered"));

        publish(Closures.of(TUESDAY));
        desk.clock.set(Instant.parse("2026-11-27T06:30:00Z"));

        desk.lettersTo("t.testov@example.kz", 4);
        JsonNode reminded = desk.ticket("SK-26-000001", "was reminded", t -> has(t, "ApplicantReminded"));
        assertThat(event(reminded, "ApplicantReminded").get("at").asString()).isEqualTo("2026-11-27T11:30:00+05:00");
    }

    @Test
    void countsWhatComesNextByTheNewCalendarAtOnce() throws Exception {
        publish(Closures.of(TUESDAY));
        String letter = "From: second@example.kz\r\nSubject: y\r\n\r\ny\r\n";
        desk.post(letter.getBytes(StandardCharsets.US_ASCII), "second@example.kz", "office@sud.kz");
        desk.tickets(2);

        JsonNode second = desk.ticket("SK-26-000002", "is there", t -> true);
        assertThat(second.get("ticket").get("clock").get("dueAt").asString()).isEqualTo("2026-11-25T09:30:00+05:00");
    }

    @Test
    void outlivesARestart() {
        publish(Closures.of(TUESDAY));
        publish(Closures.of(TUESDAY, TUESDAY.plusDays(1)));
        desk.restart();

        assertThat(due()).isEqualTo("2026-11-26T09:30:00+05:00");
        assertThat(desk.bean(CalendarVersions.class).current().version().id()).endsWith("+2");
    }

    @Test
    void foreseesWithoutChangingAnything() {
        PublicationOutcome outcome = publication.foresee(Closures.of(TUESDAY), ADMINISTRATOR, desk.clock.instant());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Foreseen.class, foreseen -> assertThat(foreseen.moved()).hasSize(1));
        assertThat(due()).isEqualTo("2026-11-24T09:30:00+05:00");
        assertThat(publication.inForce().version().id()).doesNotContain("+");
    }

    @Test
    void refusesAYearThatCannotBeCountedAndPublishesNothingTwice() {
        var shortWithoutHours = DayException.of(TUESDAY, DayKind.SHORT_DAY, new Names("", "", ""));
        var year = new CalendarYear(2026, CalendarYear.Standing.PUBLISHED, "", List.of(shortWithoutHours));

        assertThat(publication.publish(List.of(year), ADMINISTRATOR, desk.clock.instant()))
                .isInstanceOf(Refused.class);
        assertThat(publication.publish(List.of(), ADMINISTRATOR, desk.clock.instant()))
                .isInstanceOf(Refused.class);
        publish(Closures.of(TUESDAY));
        assertThat(publication.publish(Closures.of(TUESDAY), ADMINISTRATOR, desk.clock.instant()))
                .isInstanceOf(NothingNew.class);
        assertThat(publication.inForce().version().id()).endsWith("+1");
    }

    private Published publish(List<CalendarYear> years) {
        PublicationOutcome outcome = publication.publish(years, ADMINISTRATOR, desk.clock.instant());
        assertThat(outcome).isInstanceOf(Published.class);
        return (Published) outcome;
    }

    private JsonNode ticket() {
        return desk.ticket("SK-26-000001", "is there", t -> true);
    }

    private String due() {
        return ticket().get("ticket").get("clock").get("dueAt").asString();
    }

    private static JsonNode firstAnswer(JsonNode ticket) {
        return ticket.get("clocks").values().stream()
                .filter(clock -> clock.get("kind").asString().equals("FIRST_ANSWER"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(JsonNode ticket, String type) {
        return ticket.get("events").values().stream()
                .anyMatch(event -> event.get("type").asString().equals(type));
    }

    private static JsonNode event(JsonNode ticket, String type) {
        return ticket.get("events").values().stream()
                .filter(event -> event.get("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
