package kz.kezek.calendar;

import java.util.Arrays;

/** Open intervals in order with the seconds open before each: consumed time and its inverse by binary search. */
final class PrefixSums {

    private final long[] starts;
    private final long[] ends;
    /** Seconds open up to and including interval i. */
    private final long[] sums;

    private PrefixSums(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.sums = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            sum += ends[i] - starts[i];
            sums[i] = sum;
        }
    }

    long total() {
        return sums.length == 0 ? 0 : sums[sums.length - 1];
    }

    /** Open seconds before {@code at}. */
    long worked(long at) {
        int next = firstAbove(starts, at);
        if (next == 0) {
            return 0;
        }
        return sums[next - 1] - Math.max(0, ends[next - 1] - at);
    }

    /** The first second with {@code sum} open seconds before it; 0 &lt; sum ≤ total. */
    long reached(long sum) {
        int interval = firstAbove(sums, sum - 1);
        return ends[interval] - (sums[interval] - sum);
    }

    /** The end of the interval holding {@code at}. */
    long closes(long at) {
        return ends[firstAbove(ends, at)];
    }

    private static int firstAbove(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
