package kz.kezek.calendar;

import java.util.ArrayList;
import java.util.List;

/** The open intervals of one local day, in order, apart from each other; empty on a day without work. */
public record DayHours(List<OpenInterval> intervals) {

    public static final DayHours NONE = new DayHours(List.of());

    public DayHours {
        intervals = merged(intervals);
    }

    public static DayHours of(OpenInterval... intervals) {
        return new DayHours(List.of(intervals));
    }

    private static List<OpenInterval> merged(List<OpenInterval> given) {
        List<OpenInterval> merged = new ArrayList<>();
        for (OpenInterval next : given.stream().sorted().toList()) {
            if (!merged.isEmpty() && merged.getLast().toSecond() >= next.fromSecond()) {
                OpenInterval last = merged.removeLast();
                merged.add(new OpenInterval(last.fromSecond(), Math.max(last.toSecond(), next.toSecond())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    /** These hours without what lies inside {@code closed}: a break or a closure. */
    public DayHours without(OpenInterval closed) {
        List<OpenInterval> left = new ArrayList<>();
        for (OpenInterval open : intervals) {
            if (!open.overlaps(closed)) {
                left.add(open);
                continue;
            }
            if (open.fromSecond() < closed.fromSecond()) {
                left.add(new OpenInterval(open.fromSecond(), closed.fromSecond()));
            }
            if (closed.toSecond() < open.toSecond()) {
                left.add(new OpenInterval(closed.toSecond(), open.toSecond()));
            }
        }
        return new DayHours(left);
    }

    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    /** The working time of the day when its wall clock runs evenly. */
    public BusinessTime total() {
        return BusinessTime.ofSeconds(
                intervals.stream().mapToLong(OpenInterval::seconds).sum());
    }
}
