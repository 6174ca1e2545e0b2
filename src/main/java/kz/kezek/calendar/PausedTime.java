package kz.kezek.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pauses put in order and joined, so that one pause and its two halves are the same; and clocks that stand still in them. */
record PausedTime(List<Stretch> stretches) {

    static final PausedTime NONE = new PausedTime(List.of());

    record Stretch(long from, long to) {}

    static PausedTime of(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return NONE;
        }
        List<Stretch> joined = new ArrayList<>();
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            Stretch next = new Stretch(second(pause.from()), second(pause.to()));
            if (!joined.isEmpty() && joined.getLast().to() >= next.from()) {
                Stretch last = joined.removeLast();
                joined.add(new Stretch(last.from(), Math.max(last.to(), next.to())));
            } else if (next.from() < next.to()) {
                joined.add(next);
            }
        }
        return new PausedTime(List.copyOf(joined));
    }

    private static long second(Instant at) {
        return at.getEpochSecond();
    }

    /** Seconds counted in [from, to) outside the pauses; zero when {@code to} is not after {@code from}. */
    long between(long from, long to, Clockwork clock) {
        if (to <= from) {
            return 0;
        }
        long counted = clock.between(from, to);
        for (Stretch pause : stretches) {
            long start = Math.max(from, pause.from());
            long end = Math.min(to, pause.to());
            counted -= start < end ? clock.between(start, end) : 0;
        }
        return counted;
    }

    /** The first second at which {@code seconds} are counted outside the pauses. */
    long reached(long from, long seconds, Clockwork clock) {
        long at = from;
        long left = seconds;
        for (Stretch pause : stretches) {
            if (left == 0 || pause.to() <= at) {
                continue;
            }
            long running = pause.from() <= at ? 0 : clock.between(at, pause.from());
            if (left <= running) {
                break;
            }
            left -= running;
            at = pause.to();
        }
        return clock.plus(at, left);
    }
}
