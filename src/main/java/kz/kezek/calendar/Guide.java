package kz.kezek.calendar;

/** A sorted array with a table of where each stretch of values begins, so that a search looks at a few elements only. */
final class Guide {

    private final long[] sorted;
    private final long least;
    private final int shift;
    /** How many elements lie before stretch i; one more entry for the end. */
    private final int[] before;

    /** @param shift the width of a stretch is 2 to this power */
    Guide(long[] sorted, int shift) {
        this.sorted = sorted;
        this.shift = shift;
        this.least = sorted.length == 0 ? 0 : sorted[0];
        long most = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
        this.before = new int[(int) ((most - least) >> shift) + 2];
        int element = 0;
        for (int i = 0; i < before.length; i++) {
            long start = least + ((long) i << shift);
            while (element < sorted.length && sorted[element] < start) {
                element++;
            }
            before[i] = element;
        }
    }

    /** The index of the first element above {@code value}; the length when there is none. */
    int firstAbove(long value) {
        if (value < least || sorted.length == 0) {
            return 0;
        }
        long stretch = (value - least) >> shift;
        if (stretch >= before.length - 1) {
            return sorted.length;
        }
        int low = before[(int) stretch];
        int high = before[(int) stretch + 1];
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
}
