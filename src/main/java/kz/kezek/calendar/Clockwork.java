package kz.kezek.calendar;

/** What makes a clock advance: working time, or the wall clock. Epoch seconds. */
interface Clockwork {

    Clockwork WALL = new Clockwork() {
        @Override
        public long between(long from, long to) {
            return to - from;
        }

        @Override
        public long plus(long from, long seconds) {
            return Math.addExact(from, seconds);
        }
    };

    /** Seconds counted in [from, to); from ≤ to. */
    long between(long from, long to);

    /** The first second at which {@code seconds} are counted; {@code from} itself for none. */
    long plus(long from, long seconds);
}
