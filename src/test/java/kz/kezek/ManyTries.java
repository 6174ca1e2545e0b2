package kz.kezek;

import java.util.Random;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/**
 * One property held against many random values. Each try has a seed of its own; a failure names it, and
 * {@code -Dkezek.seed=SEED} begins with that try. Tries whose value does not fit ({@code assumeTrue}) do not count; too many
 * of them fail, for then nothing was tried.
 */
public final class ManyTries {

    private static final String SEED = "kezek.seed";
    private static final int MOST_UNFIT = 5;

    private ManyTries() {}

    /** What holds for every value; it fails by throwing. */
    @FunctionalInterface
    public interface Property<T> {
        void holds(T drawn) throws Exception;
    }

    /** Holds the property against so many values drawn. */
    public static <T> void of(int tries, Function<Random, T> draw, Property<T> property) {
        Random seeds = new Random();
        long seed = Long.getLong(SEED, seeds.nextLong());
        int held = 0;
        for (int tried = 0; held < tries; tried++) {
            if (tried > tries * MOST_UNFIT) {
                throw new AssertionError("only " + held + " of " + tried + " values fit, last seed " + seed);
            }
            held += holds(seed, draw, property) ? 1 : 0;
            seed = seeds.nextLong();
        }
    }

    private static <T> boolean holds(long seed, Function<Random, T> draw, Property<T> property) {
        try {
            property.holds(draw.apply(new Random(seed)));
            return true;
        } catch (TestAbortedException unfit) {
            return false;
        } catch (Exception | AssertionError | StackOverflowError failure) {
            throw new AssertionError("fails with -D" + SEED + "=" + seed + ": " + failure, failure);
        }
    }
}
