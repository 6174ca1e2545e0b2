package kz.kezek.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps this node on the calendar in force: looks for a newer version every {@code kezek.calendar.poll}, counts running
 * clocks anew at start when the program came with another calendar, and says every day in the log when a year is missing.
 */
@Component
class CalendarWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);
    private static final Actor PROGRAM = new Actor.SystemActor("calendar");

    private final CalendarVersions versions;
    private final DeadlineRecount recount;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration poll;
    private final RuleAdoptions adoptions;
    private final Semaphore end = new Semaphore(0);
    private LocalDate warned = LocalDate.MIN;
    private volatile boolean running;

    CalendarWatch(
            CalendarVersions versions,
            JdbcClient jdbc,
            JsonMapper json,
            Journal journal,
            Regulation regulation,
            TransactionTemplate transaction,
            Clock clock,
            RuleAdoptions adoptions,
            @Value("${kezek.calendar.poll:5s}") Duration poll) {
        this.versions = versions;
        this.recount = new DeadlineRecount(jdbc, json, journal, regulation);
        this.transaction = transaction;
        this.clock = clock;
        this.poll = poll;
        this.adoptions = adoptions;
    }

    @Override
    public void start() {
        adoptOwnCalendar();
        adoptions.adopt();
        running = true;
        Thread.ofVirtual().name("calendar").start(this::watch);
    }

    private void adoptOwnCalendar() {
        if (recount.isNeeded(versions.refreshed())) {
            transaction.executeWithoutResult(status -> {
                recount.holdAllTickets();
                BusinessCalendar calendar = versions.refreshed();
                List<MovedDeadline> moved = recount.recount(calendar, PROGRAM, clock.instant());
                LOG.info("calendar {}: {} deadlines moved", calendar.version().id(), moved.size());
            });
        }
    }

    private void watch() {
        try {
            do {
                look();
            } while (!end.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            String before = versions.current().version().id();
            BusinessCalendar calendar = versions.refreshed();
            if (!calendar.version().id().equals(before)) {
                LOG.info("calendar {} is in force", calendar.version().id());
            }
            warn(calendar);
        } catch (RuntimeException e) {
            LOG.warn("the calendar could not be looked at, next try in {}", poll, e);
        }
    }

    private void warn(BusinessCalendar calendar) {
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        if (!today.equals(warned)) {
            warned = today;
            CalendarCoverage.of(calendar, today).warning().ifPresent(LOG::warn);
        }
    }

    @Override
    public void stop() {
        running = false;
        end.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
