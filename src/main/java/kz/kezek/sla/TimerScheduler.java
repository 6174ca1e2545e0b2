package kz.kezek.sla;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Timers in db-scheduler: a row per timer in the same database and the same transaction as the ticket, picked by exactly
 * one node. Due timers are looked for every {@code kezek.timers.poll}.
 */
@Component
class TimerScheduler implements TimerSchedule, SmartLifecycle {

    static final String TASK = "clock";

    /** What a node had in its hands when it died is taken up by another after a minute; nothing is done twice by that. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int HEARTBEATS_MISSED = 6;

    private final OneTimeTask<ClockTimer> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    TimerScheduler(
            DataSource database,
            FlywayMigrationInitializer afterMigration,
            ObjectProvider<DueTimers> dueTimers,
            Clock clock,
            @Value("${kezek.timers.poll:5s}") Duration poll) {
        this.task = Tasks.oneTime(TASK, ClockTimer.class)
                .execute((instance, context) -> dueTimers.getObject().fire(instance.getData()));
        this.scheduler = new ClockedBuilder(new TransactionAwareDataSourceProxy(database), task, clock)
                .pollingInterval(poll)
                .serializer(new ClockTimerSerializer())
                .threads(2)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public void schedule(ClockTimer timer) {
        scheduler.scheduleIfNotExists(task.instance(timer.name(), timer), timer.at());
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** db-scheduler takes another clock than the system's only from a subclass of its builder. */
    private static final class ClockedBuilder extends SchedulerBuilder {
        ClockedBuilder(DataSource database, OneTimeTask<ClockTimer> task, Clock clock) {
            super(database, List.of(task));
            this.clock = clock::instant;
        }
    }
}
