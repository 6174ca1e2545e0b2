package kz.kezek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.Function;

/** A stretch of covered years, day by day. */
final class Days implements Piece {

    private static final long DAY = 86_400L;

    private final long from;
    private final long to;
    private final PrefixSums sums;

    private Days(long from, long to, PrefixSums sums) {
        this.from = from;
        this.to = to;
        this.sums = sums;
    }

    /**
     * Opens every second whose local clock reads an open time. A day with 25 hours reads some times twice and works them
     * twice; a day with 23 skips some.
     */
    static Days of(long from, long to, ZoneRules rules, Function<LocalDate, DayHours> hours) {
        PrefixSums.Builder sums = new PrefixSums.Builder();
        long at = from;
        while (at < to) {
            Instant instant = Instant.ofEpochSecond(at);
            ZoneOffset offset = rules.getOffset(instant);
            ZoneOffsetTransition next = rules.nextTransition(instant);
            long until = next == null ? to : Math.min(to, next.toEpochSecond());
            addDays(sums, at, until, offset.getTotalSeconds(), hours);
            at = until;
        }
        return new Days(from, to, sums.build());
    }

    private static void addDays(
            PrefixSums.Builder sums, long from, long to, int offset, Function<LocalDate, DayHours> hours) {
        long lastDay = Math.floorDiv(to - 1 + offset, DAY);
        for (long day = Math.floorDiv(from + offset, DAY); day <= lastDay; day++) {
            long midnight = day * DAY - offset;
            for (OpenInterval open : hours.apply(LocalDate.ofEpochDay(day)).intervals()) {
                long start = Math.max(from, midnight + open.fromSecond());
                long end = Math.min(to, midnight + open.toSecond());
                if (start < end) {
                    sums.add(start, end);
                }
            }
        }
    }

    @Override
    public long from() {
        return from;
    }

    @Override
    public long to() {
        return to;
    }

    @Override
    public long worked(long at) {
        return sums.worked(at);
    }

    @Override
    public long reached(long sum) {
        return sums.reached(sum);
    }

    @Override
    public long closes(long at) {
        return sums.closes(at);
    }
}
