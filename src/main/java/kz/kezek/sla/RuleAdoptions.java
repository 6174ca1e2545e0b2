package kz.kezek.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RegulationLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the rules that the program was started with in force: when they are not those obeyed before, every running clock is
 * counted anew, its timers too, and the journal says so. What was judged keeps its verdict. Table {@code regulation_adoption}.
 */
@Component
class RuleAdoptions {

    private static final Logger LOG = LoggerFactory.getLogger(RuleAdoptions.class);
    private static final Actor PROGRAM = new Actor.SystemActor("regulation");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Regulation regulation;
    private final CalendarVersions calendars;
    private final DeadlineRecount recount;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RuleAdoptions(
            JdbcClient jdbc,
            JsonMapper json,
            Journal journal,
            Regulation regulation,
            CalendarVersions calendars,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.regulation = regulation;
        this.calendars = calendars;
        this.recount = new DeadlineRecount(jdbc, json, journal, regulation);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing when these rules are in force already. */
    void adopt() {
        String own = RegulationLines.fingerprint(regulation);
        if (obeyed().filter(own::equals).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            recount.holdAllTickets();
            if (obeyed().filter(own::equals).isEmpty()) {
                adopt(own, clock.instant());
            }
        });
    }

    private Optional<String> obeyed() {
        return jdbc.sql("select fingerprint from regulation_adoption order by id desc limit 1")
                .query(String.class)
                .optional();
    }

    private void adopt(String fingerprint, Instant at) {
        BusinessCalendar calendar = calendars.refreshed();
        List<MovedDeadline> moved = recount.recountAll(calendar, PROGRAM, at);
        jdbc.sql("""
                insert into regulation_adoption (fingerprint, version, effective_on, adopted_at)
                values (:fingerprint, :version, :effectiveOn, :at)
                """)
                .param("fingerprint", fingerprint)
                .param("version", regulation.version())
                .param("effectiveOn", regulation.effectiveOn())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        Act act = Act.of("regulation", "RegulationAdopted", regulation.version())
                .with("fingerprint", fingerprint)
                .with("moved", Integer.toString(moved.size()));
        journal.record(act, PROGRAM, at);
        LOG.info("rules {} are in force: {} deadlines moved", regulation.version(), moved.size());
    }
}
