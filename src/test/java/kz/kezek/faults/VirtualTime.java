package kz.kezek.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that goes from one appointed thing to the next: months pass in milliseconds, always in the same order. */
final class VirtualTime {

    private record Appointed(Instant at, long turn, Runnable what) {}

    private final PriorityQueue<Appointed> agenda =
            new PriorityQueue<>(Comparator.comparing(Appointed::at).thenComparing(Appointed::turn));
    private Instant now;
    private long turns;

    VirtualTime(Instant begin) {
        this.now = begin;
    }

    Instant now() {
        return now;
    }

    void in(Duration wait, Runnable what) {
        at(now.plus(wait), what);
    }

    /** At this instant, or now when it has passed. */
    void at(Instant instant, Runnable what) {
        agenda.add(new Appointed(instant.isBefore(now) ? now : instant, turns++, what));
    }

    /** Until nothing is appointed any more, or this instant is reached. */
    void runUntil(Instant end) {
        for (Appointed next = agenda.peek(); next != null && !next.at().isAfter(end); next = agenda.peek()) {
            agenda.remove();
            now = next.at();
            next.what().run();
        }
        now = end;
    }
}
