package kz.kezek.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A clock that starts now and runs faster than the world by a factor, so that a working day can be watched in a minute.
 * It reads the monotonic timer, so it never goes back, and tells whole seconds.
 */
public final class AcceleratedClock extends Clock {

    private final Clock world;
    private final Instant start;
    private final long startNanos;
    private final int speed;

    /**
     * Starts the clock.
     *
     * @param speed 1 or more; 600 lets ten minutes pass in a second
     */
    public AcceleratedClock(Clock world, int speed) {
        this(world, world.instant(), System.nanoTime(), speed);
    }

    private AcceleratedClock(Clock world, Instant start, long startNanos, int speed) {
        this.world = world;
        this.start = start;
        this.startNanos = startNanos;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(System.nanoTime() - startNanos).multipliedBy(speed))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public ZoneId getZone() {
        return world.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AcceleratedClock(world.withZone(zone), start, startNanos, speed);
    }
}
