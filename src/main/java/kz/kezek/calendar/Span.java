package kz.kezek.calendar;

import java.time.Instant;

/**
 * A stretch of real time in an {@link Explanation}, half-open, either counted or skipped for one reason.
 *
 * @param names the holiday's or closure's own name; empty for the other reasons
 */
public record Span(Instant from, Instant to, Reason reason, Names names) {

    /** Why a stretch counts or does not. */
    public enum Reason {
        /** Working hours of a working day. */
        COUNTED,
        /** Counted by the wall clock, day and night. */
        ROUND_THE_CLOCK,
        /** Before the opening or after the closing of a working day. */
        NIGHT,
        WEEKEND,
        /** A holiday, or the day off a holiday was transferred to. */
        HOLIDAY,
        /** A working day exchanged for a working weekend. */
        MOVED_DAY_OFF,
        BREAK,
        CLOSURE,
        PAUSE;

        public boolean counts() {
            return this == COUNTED || this == ROUND_THE_CLOCK;
        }
    }

    public long seconds() {
        return to.getEpochSecond() - from.getEpochSecond();
    }

    public boolean counts() {
        return reason.counts();
    }
}
