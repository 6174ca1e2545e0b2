package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.ProgramProcess;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F7, S1, S8: what a power cut would leave. The database is on a disk of its own in a file; while it stands still the file is
 * copied, and the copy has what had reached the disk and nothing of what the kernel still held for it.
 */
@Tag("faults")
class PowerCutTest {

    @TempDir
    private Path folder;

    private final int smtp = ProgramProcess.freePort();

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", "--quiet", folder.resolve("left").toString());
        run("umount", "--lazy", "--quiet", folder.resolve("disk").toString());
    }

    @Test
    void leavesEveryAcknowledgedLetterAndADatabaseThatStarts() throws Exception {
        int cuts = Profile.asked().rounds(3, 10);
        Path disk = newDisk();
        int acknowledged = 0;
        Set<String> lost = new TreeSet<>();
        int missingFromBefore = 0;
        try (Campaign campaign = new Campaign(smtp)) {
            Path data = disk.resolve("data");
            ProgramProcess program = ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
            for (int i = 0; i < cuts; i++) {
                Campaign.goOnFor(Duration.ofSeconds(3));
                List<ProcessHandle> stopped = DatabaseUnderFault.standStill(data);
                Set<String> before = campaign.acknowledgedAtTheDoor();
                Path left = copy(stopped);
                Campaign.goOnFor(Duration.ofSeconds(2));
                Set<String> kept = authorsIn(left);
                acknowledged += before.size();
                lost.addAll(without(before, kept));
                missingFromBefore +=
                        without(campaign.acknowledgedAtTheDoor(), kept).size();
            }
            Balance balance = campaign.settle(program, data);

            campaign.report(
                    "F7",
                    cuts + " × the power cut under the database",
                    "%d of %d databases started, %d letters acknowledged at the door before, %d lost; where it went on: %s"
                            .formatted(cuts, cuts, acknowledged, lost.size(), balance.inWords()));
            assertThat(lost)
                    .as("acknowledged before the power was cut, and lost")
                    .isEmpty();
            assertThat(missingFromBefore)
                    .as("the negative control: what was acknowledged after the cut is seen to be missing")
                    .isPositive();
            balance.holds();
        }
    }

    private Path newDisk() throws Exception {
        Path image = folder.resolve("image");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("truncate", "--size=1G", image.toString())
                        && run("mkfs.ext4", "-q", image.toString())
                        && run("mount", "-o", "loop", image.toString(), disk.toString()))
                .as("only root may mount a disk of its own")
                .isTrue();
        return disk;
    }

    /** Takes the copy, lets the database go on, and mounts what the cut left. */
    private Path copy(List<ProcessHandle> stopped) throws Exception {
        Path image = folder.resolve("image-left");
        assertThat(run("cp", "--sparse=always", folder.resolve("image").toString(), image.toString()))
                .isTrue();
        DatabaseUnderFault.goOn(stopped);
        Path left = folder.resolve("left");
        Files.createDirectories(left);
        assertThat(run("mount", "-o", "loop", image.toString(), left.toString()))
                .isTrue();
        return left;
    }

    private Set<String> authorsIn(Path left) throws Exception {
        Path data = left.resolve("data");
        // After a power cut nobody has that number any more.
        Files.delete(data.resolve("database").resolve("postmaster.pid"));
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            return Set.copyOf(JdbcClient.create(DatabaseUnderFault.source(database))
                    .sql("select envelope_from from custody union select applicant_address from ticket")
                    .query(String.class)
                    .list());
        } finally {
            assertThat(run("umount", left.toString())).isTrue();
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
    }
}
