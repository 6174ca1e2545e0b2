package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import kz.kezek.ProgramProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F1, S1, S6: {@code kill -9} of the program, embedded database and all, at random moments while letters come in. */
@Tag("faults")
class ProgramKilledTest {

    private static final long SEED = 20261123;

    @TempDir
    private Path data;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void losesAndDoublesNothing() {
        int kills = Profile.asked().rounds(40, 100);
        int letters = Profile.asked().rounds(1_000, 5_000);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        try (Campaign campaign = new Campaign(smtp)) {
            int killed = 0;
            for (; killed < kills || campaign.acknowledged().size() < letters; killed++) {
                ProgramProcess program = serve(campaign);
                Campaign.goOnFor(Duration.ofMillis(random.nextInt(50, 2500)));
                program.kill();
            }
            Balance balance = campaign.settle(serve(campaign), data);

            campaign.report("F1", killed + " × kill -9 of the program and its database", balance.inWords());
            balance.holds();
            assertThat(campaign.refusedForGood()).isZero();
        }
    }

    private ProgramProcess serve(Campaign campaign) {
        return ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
    }
}
