package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.kezek.ProgramProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F8: the disk with everything on it is full: senders are asked to come again, and it goes on by itself once there is room. */
@Tag("faults")
class DiskFullTest {

    private static final Duration FULL = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void asksSendersToComeAgainAndRecoversWithoutHands() throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", folder.toString()))
                .as("only root may mount a small disk of its own")
                .isTrue();
        try (Campaign campaign = new Campaign(smtp)) {
            Path data = folder.resolve("data");
            ProgramProcess program = ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
            Campaign.goOnFor(Duration.ofSeconds(5));
            Path ballast = fill();
            Campaign.goOnFor(FULL);
            Files.delete(ballast);
            Balance balance = campaign.settle(program, data);

            campaign.report(
                    "F8",
                    "the disk full for " + FULL.toSeconds() + " s",
                    balance.inWords() + ", %d tries asked to come again".formatted(campaign.refusedForNow()));
            balance.holds();
            assertThat(campaign.refusedForNow()).isPositive();
            assertThat(campaign.refusedForGood()).isZero();
        } finally {
            run("umount", "--lazy", folder.toString());
        }
    }

    private Path fill() {
        Path ballast = folder.resolve("ballast");
        byte[] bytes = new byte[65536];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(bytes);
            }
        } catch (IOException full) {
            return ballast;
        }
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
    }
}
