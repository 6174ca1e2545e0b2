package kz.kezek.calendar;

import java.time.Duration;

/** How much time a step may take (срок как норма), by the kind of time it is measured in. The calendar turns it into a {@link Deadline}. */
public sealed interface TimeLimit {

    /** So many working seconds from the moment (R21, R23): the first instant at which they are consumed. */
    record BusinessHours(BusinessTime budget) implements TimeLimit {

        public static BusinessHours of(long hours) {
            return new BusinessHours(BusinessTime.ofHours(hours));
        }
    }

    /** Until the closing of the n-th working day after the day of the moment (R22); n ≥ 1. */
    record BusinessDays(int budget) implements TimeLimit {

        public BusinessDays {
            if (budget < 1) {
                throw new IllegalArgumentException("a limit in working days is at least one day, not " + budget);
            }
        }
    }

    /** So much time by the wall clock, day and night (R20, A1); whole seconds count, a fraction is dropped. */
    record Elapsed(Duration budget) implements TimeLimit {

        public Elapsed {
            if (budget.isNegative()) {
                throw new IllegalArgumentException("a limit cannot be negative: " + budget);
            }
        }

        public static Elapsed ofMinutes(long minutes) {
            return new Elapsed(Duration.ofMinutes(minutes));
        }
    }

    /** Whichever of the two ends first (A6). */
    record EarlierOf(TimeLimit first, TimeLimit second) implements TimeLimit {}
}
