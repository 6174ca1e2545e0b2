package kz.kezek.calendar;

import java.time.Instant;

/** A stretch of real time in which a clock stands still, half-open: [from, to). */
public record Pause(Instant from, Instant to) {

    public Pause {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a pause cannot end at " + to + " before it begins at " + from);
        }
    }
}
