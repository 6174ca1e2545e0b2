package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManyTriesTest {

    @Test
    void triesAsOftenAsAskedWithValuesThatDiffer() {
        List<Long> tried = new ArrayList<>();
        ManyTries.of(100, Random::nextLong, tried::add);

        assertThat(tried).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void namesTheSeedThatFails() {
        List<Long> failing = new ArrayList<>();
        Throwable failure =
                org.assertj.core.api.Assertions.catchThrowable(() -> ManyTries.of(1000, random -> random, random -> {
                    long drawn = random.nextLong();
                    if (drawn % 10 == 0) {
                        failing.add(drawn);
                        throw new IllegalStateException("a tenth");
                    }
                }));

        String message = String.valueOf(failure.getMessage());
        long seed = Long.parseLong(message.replaceAll(".*kezek.seed=(-?[0-9]+):.*", "$1"));
        assertThat(new Random(seed).nextLong()).isEqualTo(failing.getFirst());
    }

    @Test
    void failsWhenHardlyAnyValueFits() {
        assertThatThrownBy(() -> ManyTries.of(10, random -> random, random -> assumeTrue(false)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only 0 of");
    }
}
