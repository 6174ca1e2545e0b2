package kz.kezek.sla;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@link TimerScheduler} in table {@code scheduled_tasks}, written many at once as {@link ClockTimerSerializer}
 * would, also where no scheduler runs.
 * A timer that is no longer meant stays: {@link DueTimers} lets it pass.
 */
final class ClockTimerRows {

    private final JdbcClient jdbc;

    ClockTimerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<ClockTimer> timers) {
        if (timers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                select :task, added.name, convert_to(added.name, 'UTF8'), to_timestamp(added.at), false, 1
                from unnest(:names, :times) as added (name, at)
                on conflict do nothing
                """)
                .param("task", TimerScheduler.TASK)
                .param("names", timers.stream().map(ClockTimer::name).toArray(String[]::new))
                .param(
                        "times",
                        timers.stream()
                                .map(timer -> timer.at().getEpochSecond())
                                .toArray(Long[]::new))
                .update();
    }
}
