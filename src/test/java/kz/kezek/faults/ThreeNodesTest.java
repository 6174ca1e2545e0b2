package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.kezek.ProgramProcess;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F12, S7: three nodes on one database behind a proxy, one of them killed every twenty seconds and started again, while
 * letters come in and timers fire: each letter once, each notice once, each timer once.
 */
@Tag("faults")
class ThreeNodesTest {

    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<Integer> doors =
            Stream.generate(ProgramProcess::freePort).limit(3).toList();
    private final List<ProgramProcess> nodes = new ArrayList<>();

    @Test
    void loseAndDoubleNothingWhileOneAfterAnotherIsKilled() throws Exception {
        int kills = Profile.asked().rounds(3, 15);
        int timers = Profile.asked().rounds(200, 1000);
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("database"))) {
            SilentApplicants silent = SilentApplicants.in(database, timers);
            try (DoorsInTurn front = new DoorsInTurn(doors);
                    Campaign campaign = new Campaign(front.port())) {
                Map<String, String> settings = campaign.settings(DatabaseUnderFault.settings(database));
                for (int node = 0; node < doors.size(); node++) {
                    nodes.add(serve(node, settings));
                }
                silent.becomeDueWithin(BETWEEN_KILLS.multipliedBy(kills));
                for (int kill = 0; kill < kills; kill++) {
                    killAndStartAgain(kill % doors.size(), settings);
                }
                campaign.comeToRest();
                silent.areEachToldOnce();
                Balance balance = campaign.balance(DatabaseUnderFault.source(database));
                nodes.forEach(ProgramProcess::close);

                campaign.report(
                        "F12",
                        "three nodes behind a proxy, one killed every %d s, %d times"
                                .formatted(BETWEEN_KILLS.toSeconds(), kills),
                        balance.inWords() + ", each of %d timers once".formatted(timers));
                balance.holds();
                assertThat(campaign.refusedForGood()).isZero();
            }
        }
    }

    private void killAndStartAgain(int node, Map<String, String> settings) {
        long begun = System.nanoTime();
        nodes.get(node).kill();
        nodes.set(node, serve(node, settings));
        Campaign.goOnFor(BETWEEN_KILLS.minusNanos(System.nanoTime() - begun));
    }

    private ProgramProcess serve(int node, Map<String, String> settings) {
        return ProgramProcess.serve(folder.resolve("node" + node), doors.get(node), settings);
    }
}
