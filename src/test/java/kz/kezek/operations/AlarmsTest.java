package kz.kezek.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.DeskVisitor;
import kz.kezek.RunningDesk;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.identity.Role;
import kz.kezek.intake.LedgerBalance;
import kz.kezek.intake.LedgerCheck;
import kz.kezek.intake.MailboxCount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alarms of the running program: they begin once, are seen where they should be, and end once. */
class AlarmsTest {

    private static final String ADMINISTRATOR = "administrator@sud.kz";

    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        System.setProperty("kezek.alarms.mail-to", ADMINISTRATOR);
        desk = RunningDesk.at("2026-11-23T05:15:00Z");
    }

    @AfterAll
    static void stop() {
        desk.close();
        System.clearProperty("kezek.alarms.mail-to");
    }

    @Test
    void tellsOfTheQuarantineOnceWhenItBeginsAndOnceWhenItEnds() throws Exception {
        desk.post("Subject: nobody\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII), "<>", "office@sud.kz");
        RunningDesk.await("the quarantine", this::quarantined, count -> count == 1);

        desk.bean(AlarmWatch.class).lookFrequently();
        desk.bean(AlarmWatch.class).lookFrequently();

        assertThat(desk.lettersTo(ADMINISTRATOR, 1).getFirst().getSubject()).contains("Тревога: ");
        var health = desk.get("/actuator/health");
        assertThat(health.get("components").get("alarms").get("details").has("quarantine-waiting"))
                .isTrue();
        var agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим С.", Role.AGENT);
        var page = agent.page("/desk/quarantine");
        String letter = page.expectFirst("tbody a").attr("href");
        agent.send(letter, letter + "/spam-marks", Map.of());
        desk.bean(AlarmWatch.class).lookFrequently();

        assertThat(kindsRinging()).doesNotContain(AlarmKind.QUARANTINE_WAITING);
        var letters = RunningDesk.await(
                "the end told",
                () -> desk.lettersTo(ADMINISTRATOR, 1).stream()
                        .map(AlarmsTest::subject)
                        .filter(subject -> subject.contains("карантин"))
                        .toList(),
                subjects -> subjects.size() >= 2);
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast()).contains("Закончилось: ");
    }

    @Test
    void showsAgentsABannerAndKeepsDetailsFromStrangers() throws Exception {
        desk.bean(AlarmWatch.class).lookFrequently();

        var agent = DeskVisitor.signedIn(desk, "daniyar", "Данияр О.", Role.AGENT);
        assertThat(agent.page("/desk/queue").select(".alarms").text()).contains("Нет календаря 2027");
        assertThat(new String(DeskVisitor.of(desk).get("/actuator/health").body(), StandardCharsets.UTF_8))
                .doesNotContain("calendar-missing");
    }

    @Test
    void findsTheLedgerBalancedByItself() {
        desk.bean(AlarmWatch.class).reconcile();

        assertThat(kindsRinging()).doesNotContain(AlarmKind.LEDGER_DIFFERENCE, AlarmKind.MAILBOX_DIFFERENCE);
        assertThat(desk.bean(LedgerCheck.class).balance(true).differences()).isEmpty();
    }

    @Test
    void countsSilenceInWorkingHoursOnly() {
        var calendar = desk.bean(CalendarInForce.class).current();
        var settings = new AlarmSettings(
                "",
                "ru",
                Duration.ofMinutes(1),
                4,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                0,
                Duration.ofHours(1));
        Optional<Instant> friday = Optional.of(Instant.parse("2026-11-20T13:30:00Z"));

        assertThat(Probes.silence(friday, calendar, settings, Instant.parse("2026-11-23T07:59:59Z")))
                .isEmpty();
        assertThat(Probes.silence(friday, calendar, settings, Instant.parse("2026-11-23T08:00:00Z")))
                .containsExactly(new Finding(AlarmKind.NO_MAIL, "", 4));
        assertThat(Probes.silence(Optional.empty(), calendar, settings, Instant.parse("2026-11-23T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void knowsEachWayInWhichMailboxAndLedgerMayDiffer() {
        var looked = Optional.of(Instant.parse("2026-11-23T08:00:00Z"));
        var whole = new MailboxCount("IMAP", "office", "INBOX", 1, 5, 5, List.of(), looked);
        var missing = new MailboxCount("IMAP", "office", "INBOX", 1, 7, 5, List.of("6", "7"), looked);
        var balance = new LedgerBalance(
                1, 0, Map.of(), 0, 0, List.of(new LedgerBalance.Difference(LedgerBalance.Kind.LETTER_NOT_FILED, "1")));

        assertThat(Probes.unknownLetters(List.of(whole, missing)))
                .containsExactly(new Finding(AlarmKind.MAILBOX_DIFFERENCE, "IMAP office/INBOX", 2));
        assertThat(Probes.differences(balance)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void hasWordsForEveryKindInEveryLanguage(AlarmKind kind) {
        var alarm = new Alarm(kind, "smtp", 5, Instant.EPOCH);
        for (Language language : Language.values()) {
            assertThat(AlarmWords.in(language).sentence(alarm))
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotEndWith(".");
            assertThat(AlarmWords.in(language).advice(alarm)).endsWith(".");
        }
    }

    private int quarantined() throws Exception {
        return (int) desk.get("/api/v1/ledger?limit=1000").get("entries").values().stream()
                .filter(entry -> entry.get("fate").asString().equals("QUARANTINE"))
                .count();
    }

    private static List<AlarmKind> kindsRinging() {
        return desk.bean(Alarms.class).ringing().stream().map(Alarm::kind).toList();
    }

    private static String subject(jakarta.mail.internet.MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
