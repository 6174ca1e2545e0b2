package kz.kezek.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Looks every minute, and adds the ledger up every hour. Health {@code alarms} tells what rings as details and stays up:
 * the program serves while it complains. Gauge {@code kezek_alarms} counts what rings, by kind.
 */
@Component("alarmsHealthIndicator")
class AlarmWatch implements SchedulingConfigurer, HealthIndicator, MeterBinder {

    private final Alarms alarms;
    private final Probes probes;
    private final AlarmSettings settings;
    private final Clock clock;
    private volatile List<Alarm> ringing = List.of();

    AlarmWatch(Alarms alarms, Probes probes, AlarmSettings settings, Clock clock) {
        this.alarms = alarms;
        this.probes = probes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at what costs little. */
    void lookFrequently() {
        look(probes.frequent());
    }

    /** Adds the ledger up and compares it with the mailboxes. */
    void reconcile() {
        look(probes.reconciling());
    }

    private void look(List<Probe> which) {
        Instant at = clock.instant();
        alarms.look(which, at);
        try {
            ringing = alarms.ringing();
        } catch (RuntimeException databaseAway) {
            // The database's own health tells; what was known last stays.
            return;
        }
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::lookFrequently, settings.every(), settings.every()));
        tasks.addFixedDelayTask(new FixedDelayTask(this::reconcile, settings.reconcileEvery(), settings.every()));
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        ringing.forEach(alarm -> health.withDetail(
                (alarm.kind().key() + " " + alarm.subject()).strip(),
                "since " + alarm.beganAt() + ", " + alarm.amount()));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Set<AlarmKind> kinds = EnumSet.allOf(AlarmKind.class);
        for (AlarmKind kind : kinds) {
            Gauge.builder(
                            "kezek.alarms",
                            () -> ringing.stream()
                                    .filter(alarm -> alarm.kind() == kind)
                                    .count())
                    .description("Alarms that ring")
                    .tag("kind", kind.key())
                    .register(registry);
        }
    }
}
