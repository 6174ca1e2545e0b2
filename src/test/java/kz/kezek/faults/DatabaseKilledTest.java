package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.ProgramProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F4, F5, S2: the database is killed, or stands still, under a program that goes on; senders are asked to come again. */
@Tag("faults")
class DatabaseKilledTest {

    @TempDir
    private Path data;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void losesAndDoublesNothingWhenTheDatabaseIsKilled() {
        int kills = Profile.asked().rounds(10, 20);
        try (Campaign campaign = new Campaign(smtp)) {
            ProgramProcess program = ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
            for (int i = 0; i < kills; i++) {
                Campaign.goOnFor(Duration.ofSeconds(2));
                DatabaseUnderFault.kill(data);
                Campaign.goOnFor(Duration.ofSeconds(2));
            }
            Balance balance = campaign.settle(program, data);

            campaign.report(
                    "F4",
                    kills + " × kill -9 of the database",
                    balance.inWords() + ", %d tries asked to come again".formatted(campaign.refusedForNow()));
            balance.holds();
            assertThat(campaign.refusedForGood()).isZero();
        }
    }

    @Test
    void goesOnByItselfWhenTheDatabaseStoodStill() {
        Duration still = Duration.ofSeconds(Profile.asked().rounds(20, 60));
        try (Campaign campaign = new Campaign(smtp)) {
            ProgramProcess program = ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
            Campaign.goOnFor(Duration.ofSeconds(3));
            List<ProcessHandle> stopped = DatabaseUnderFault.standStill(data);
            Campaign.goOnFor(still);
            DatabaseUnderFault.goOn(stopped);
            Campaign.goOnFor(Duration.ofSeconds(3));
            Balance balance = campaign.settle(program, data);

            campaign.report(
                    "F5",
                    "the database stands still for " + still.toSeconds() + " s",
                    balance.inWords() + ", %d tries asked to come again".formatted(campaign.refusedForNow()));
            balance.holds();
            assertThat(campaign.refusedForGood()).isZero();
        }
    }
}
