package kz.kezek.sla;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarInForce;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health {@code calendar} and gauge {@code kezek_calendar_days_covered}. A year that will be missing is a detail and no
 * failure: the program serves, and the ordinary week counts, long after the alarm.
 */
@Component("calendar")
class CalendarHealth implements HealthIndicator, MeterBinder {

    private final CalendarInForce calendars;
    private final Clock clock;

    CalendarHealth(CalendarInForce calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Health health() {
        BusinessCalendar calendar = calendars.current();
        CalendarCoverage coverage = coverage(calendar);
        Health.Builder health = Health.up()
                .withDetail("version", calendar.version().id())
                .withDetail("years", coverage.years())
                .withDetail("daysCovered", coverage.daysCovered());
        coverage.warning().ifPresent(warning -> health.withDetail("warning", warning));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "kezek.calendar.days.covered",
                        () -> coverage(calendars.current()).daysCovered())
                .description("Days ahead whose calendar is published")
                .register(registry);
    }

    private CalendarCoverage coverage(BusinessCalendar calendar) {
        Instant now = clock.instant();
        return CalendarCoverage.of(calendar, now.atZone(calendar.zone()).toLocalDate());
    }
}
