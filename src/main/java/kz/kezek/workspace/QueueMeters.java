package kz.kezek.workspace;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import kz.kezek.calendar.CalendarInForce;
import org.springframework.stereotype.Component;

/** Gauge {@code kezek_queue_tickets}: the open tickets by urgency, as the queue groups them; the same on every node. */
@Component
class QueueMeters implements MeterBinder {

    private final QueueRows rows;
    private final CalendarInForce calendars;
    private final Clock clock;

    QueueMeters(QueueRows rows, CalendarInForce calendars, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (QueueGroup.Kind kind : QueueGroup.Kind.values()) {
            Gauge.builder("kezek.queue.tickets", () -> count(kind))
                    .description("Open tickets by urgency")
                    .tag("urgency", kind.word())
                    .register(registry);
        }
    }

    private int count(QueueGroup.Kind kind) {
        return rows.count(kind, OfficeTime.of(calendars.current(), clock.instant()));
    }
}
