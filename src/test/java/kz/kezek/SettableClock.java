package kz.kezek;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test sets it on. */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /** Stands at this instant. */
    public SettableClock(Instant start) {
        this.now = start;
    }

    /** Stands at another instant from now on. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Goes on by this much. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
