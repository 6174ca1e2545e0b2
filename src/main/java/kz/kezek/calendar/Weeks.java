package kz.kezek.calendar;

import java.time.DayOfWeek;

/** A stretch of ordinary weeks under one offset of the zone: arithmetic on whole weeks, so distance costs nothing. */
final class Weeks implements Piece {

    private static final long WEEK = 7 * 86_400L;
    /** The epoch day 0 is a Thursday; weeks here begin on Monday. */
    private static final long MONDAY = 3 * 86_400L;

    private final long from;
    private final long to;
    private final long shift;
    private final WeekSums week;
    private final long before;

    Weeks(long from, long to, int offset, WeekSums week) {
        this.from = from;
        this.to = to;
        this.shift = offset + MONDAY;
        this.week = week;
        this.before = sum(from);
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
        return sum(at) - before;
    }

    private long sum(long at) {
        long local = at + shift;
        return Math.floorDiv(local, WEEK) * week.sums.total() + week.sums.worked(Math.floorMod(local, WEEK));
    }

    @Override
    public long reached(long sum) {
        long target = before + sum;
        long weeks = Math.floorDiv(target - 1, week.sums.total());
        return weeks * WEEK + week.sums.reached(target - weeks * week.sums.total()) - shift;
    }

    @Override
    public long closes(long at) {
        long local = at + shift;
        return Math.min(to, at - Math.floorMod(local, WEEK) + week.sums.closes(Math.floorMod(local, WEEK)));
    }

    /** The open intervals of a week in seconds since its Monday 00:00. */
    record WeekSums(PrefixSums sums) {

        static WeekSums of(WeeklyHours hours) {
            PrefixSums.Builder sums = new PrefixSums.Builder();
            for (DayOfWeek day : DayOfWeek.values()) {
                long midnight = day.ordinal() * 86_400L;
                for (OpenInterval open : hours.of(day).intervals()) {
                    sums.add(midnight + open.fromSecond(), midnight + open.toSecond());
                }
            }
            return new WeekSums(sums.build());
        }
    }
}
