package kz.kezek.sla;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarException;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import kz.kezek.sla.PublicationOutcome.Foreseen;
import kz.kezek.sla.PublicationOutcome.NothingNew;
import kz.kezek.sla.PublicationOutcome.Published;
import kz.kezek.sla.PublicationOutcome.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts years of the calendar in force without a restart (A24). In one transaction the version is kept, every running clock
 * is counted anew, each ticket whose deadline moves gets an event and a journal entry with old and new, and the timers
 * follow; verdicts stand. Changes of tickets wait meanwhile, so no clock can miss it; other nodes see it at their next look.
 */
@Component
public class CalendarPublication {

    private final CalendarVersions versions;
    private final DeadlineRecount recount;
    private final Journal journal;
    private final TransactionTemplate transaction;

    CalendarPublication(
            CalendarVersions versions,
            JdbcClient jdbc,
            JsonMapper json,
            Journal journal,
            Regulation regulation,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.recount = new DeadlineRecount(jdbc, json, journal, regulation);
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The same over a migrated database without the rest of the program, which may run beside it or not. */
    public static CalendarPublication over(DataSource database, Regulation regulation) {
        var jdbc = JdbcClient.create(database);
        return new CalendarPublication(
                new CalendarVersions(jdbc, regulation),
                jdbc,
                JsonMapper.shared(),
                new Journal(jdbc),
                regulation,
                new JdbcTransactionManager(database));
    }

    /** The calendar in force. */
    public BusinessCalendar inForce() {
        return versions.refreshed();
    }

    /** What publishing these years would move; changes nothing. */
    public PublicationOutcome foresee(List<CalendarYear> years, Actor author, Instant at) {
        return unlessRefused(years, () -> new Foreseen(recount.foresee(versions.next(years, author.code(), at))));
    }

    /** Puts these years in force, each in the place of the one before. */
    public PublicationOutcome publish(List<CalendarYear> years, Actor author, Instant at) {
        PublicationOutcome outcome = unlessRefused(
                years, () -> Objects.requireNonNull(transaction.execute(status -> inOneGo(years, author, at))));
        versions.refreshed();
        return outcome;
    }

    private Published inOneGo(List<CalendarYear> years, Actor author, Instant at) {
        recount.holdAllTickets();
        BusinessCalendar next = versions.next(years, author.code(), at);
        versions.add(years, next.version());
        List<MovedDeadline> moved = recount.recount(next, author, at);
        Act act = Act.of("calendar", "CalendarPublished", next.version().id())
                .with(
                        "years",
                        String.join(
                                " ",
                                years.stream()
                                        .map(year -> Integer.toString(year.year()))
                                        .toList()))
                .with("moved", Integer.toString(moved.size()));
        journal.record(act, author, at);
        return new Published(next.version(), moved);
    }

    private PublicationOutcome unlessRefused(List<CalendarYear> years, Supplier<PublicationOutcome> work) {
        return refusal(years).orElseGet(() -> {
            try {
                return work.get();
            } catch (CalendarException | IllegalArgumentException uncountable) {
                return new Refused(List.of(String.valueOf(uncountable.getMessage())));
            }
        });
    }

    private Optional<PublicationOutcome> refusal(List<CalendarYear> years) {
        if (years.isEmpty()) {
            return Optional.of(new Refused(List.of("there is no year in it")));
        }
        List<String> findings =
                years.stream().flatMap(year -> year.findings().stream()).toList();
        if (!findings.isEmpty()) {
            return Optional.of(new Refused(findings));
        }
        boolean known = versions.refreshed().years().containsAll(years);
        return known ? Optional.of(new NothingNew()) : Optional.empty();
    }
}
