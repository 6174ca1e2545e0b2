package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.ProgramProcess;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F12: two nodes on one database, one of them standing still for a while and then killed: each letter once, each notice once. */
@Tag("faults")
class TwoNodesTest {

    @TempDir
    private Path folder;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void shareTheWorkAndDoNothingTwice() {
        Duration still = Duration.ofSeconds(Profile.asked().rounds(10, 90));
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("database"));
                Campaign campaign = new Campaign(smtp)) {
            Map<String, String> settings = campaign.settings(DatabaseUnderFault.settings(database));
            ProgramProcess first = ProgramProcess.serve(folder.resolve("first"), smtp, settings);
            ProgramProcess second = ProgramProcess.serve(folder.resolve("second"), 0, settings);
            Campaign.goOnFor(Duration.ofSeconds(5));
            DatabaseUnderFault.signal("STOP", List.of(second.handle()));
            Campaign.goOnFor(still);
            DatabaseUnderFault.signal("CONT", List.of(second.handle()));
            Campaign.goOnFor(Duration.ofSeconds(5));
            second.kill();
            campaign.comeToRest();
            Balance balance = campaign.balance(DatabaseUnderFault.source(database));
            first.close();

            campaign.report(
                    "F12",
                    "two nodes, one standing still for " + still.toSeconds() + " s, then killed",
                    balance.inWords());
            balance.holds();
            assertThat(balance.noticeRepeated()).hasSizeLessThanOrEqualTo(2);
            assertThat(campaign.refusedForGood()).isZero();
        }
    }
}
