package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.kezek.ProgramProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F10: the relay is away while letters come in: nobody is refused, and each notice goes out once when it is back. */
@Tag("faults")
class RelayDownTest {

    @TempDir
    private Path data;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void sendsEachNoticeOnceWhenTheRelayIsBack() {
        Duration away = Duration.ofSeconds(Profile.asked().rounds(20, 120));
        try (Campaign campaign = new Campaign(smtp)) {
            ProgramProcess program = ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
            campaign.countRefusalsFromNowOn();
            Campaign.goOnFor(Duration.ofSeconds(3));
            campaign.world().goAway();
            Campaign.goOnFor(away);
            campaign.world().comeBack();
            Balance balance = campaign.settle(program, data);

            campaign.report("F10", "the relay away for " + away.toSeconds() + " s", balance.inWords());
            balance.holds();
            assertThat(campaign.refusedForNow() + campaign.refusedForGood()).isZero();
        }
    }
}
