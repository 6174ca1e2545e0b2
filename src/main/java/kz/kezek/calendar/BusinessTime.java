package kz.kezek.calendar;

/**
 * Working time in whole seconds: what a clock of the regulation consumes. Never a bare {@link java.time.Duration}, because
 * an hour of it may take a weekend of real time. Never negative.
 */
public record BusinessTime(long seconds) implements Comparable<BusinessTime> {

    public static final BusinessTime ZERO = new BusinessTime(0);

    public BusinessTime {
        if (seconds < 0) {
            throw new IllegalArgumentException("business time cannot be negative: " + seconds + " s");
        }
    }

    public static BusinessTime ofSeconds(long seconds) {
        return new BusinessTime(seconds);
    }

    public static BusinessTime ofMinutes(long minutes) {
        return new BusinessTime(Math.multiplyExact(minutes, 60L));
    }

    public static BusinessTime ofHours(long hours) {
        return new BusinessTime(Math.multiplyExact(hours, 3600L));
    }

    public BusinessTime plus(BusinessTime other) {
        return new BusinessTime(Math.addExact(seconds, other.seconds));
    }

    /** What is left after taking {@code other} away; zero when {@code other} is longer. */
    public BusinessTime minus(BusinessTime other) {
        return new BusinessTime(Math.max(0, seconds - other.seconds));
    }

    public boolean isZero() {
        return seconds == 0;
    }

    @Override
    public int compareTo(BusinessTime other) {
        return Long.compare(seconds, other.seconds);
    }
}
