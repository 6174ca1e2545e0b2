package kz.kezek.calendar;

import java.util.Arrays;

/** Open intervals in order with the seconds open before each: consumed time and its inverse by a guided search. */
final class PrefixSums {

    /** Stretches of 2^16 seconds, three quarters of a day: about one interval each. */
    private static final int STRETCH = 16;

    private final long[] ends;
    /** Seconds open up to and including interval i. */
    private final long[] sums;

    private final Guide byStart;
    private final Guide byEnd;
    private final Guide bySum;

    private PrefixSums(long[] starts, long[] ends) {
        this.ends = ends;
        this.sums = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            sum += ends[i] - starts[i];
            sums[i] = sum;
        }
        this.byStart = new Guide(starts, STRETCH);
        this.byEnd = new Guide(ends, STRETCH);
        this.bySum = new Guide(sums, STRETCH - 1);
    }

    long total() {
        return sums.length == 0 ? 0 : sums[sums.length - 1];
    }

    /** Open seconds before {@code at}. */
    long worked(long at) {
        int next = byStart.firstAbove(at);
        if (next == 0) {
            return 0;
        }
        return sums[next - 1] - Math.max(0, ends[next - 1] - at);
    }

    /** The first second with {@code sum} open seconds before it; 0 &lt; sum ≤ total. */
    long reached(long sum) {
        int interval = bySum.firstAbove(sum - 1);
        return ends[interval] - (sums[interval] - sum);
    }

    /** The end of the interval holding {@code at}. */
    long closes(long at) {
        return ends[byEnd.firstAbove(at)];
    }

    static final class Builder {

        private long[] starts = new long[16];
        private long[] ends = new long[16];
        private int size;

        /** Intervals come in order; one that begins where the last ended continues it. */
        void add(long start, long end) {
            if (size > 0 && ends[size - 1] == start) {
                ends[size - 1] = end;
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            starts[size] = start;
            ends[size++] = end;
        }

        PrefixSums build() {
            return new PrefixSums(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
