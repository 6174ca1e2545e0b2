package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kz.kezek.ProgramProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F3, S6: {@code kill -9} of the program while a letter is on its way to the relay: before the relay has it, between having
 * it and the 250, and just after the 250. No notice is missing, and one that comes again is the same.
 */
@Tag("faults")
class KilledWhileSendingTest {

    /** One in flight on each of the two connections. */
    private static final int REPEATED_AT_MOST = 2;

    @TempDir
    private Path data;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void sendsEveryNoticeAndNoneTwice() throws Exception {
        int kills = Profile.asked().rounds(6, 100);
        try (Campaign campaign = new Campaign(smtp)) {
            for (int i = 0; i < kills; i++) {
                ProgramProcess program = ProgramProcess.serve(data, smtp, campaign.settings(Map.of()));
                var killed = new CountDownLatch(1);
                OutsideWorld.Moment[] moments = OutsideWorld.Moment.values();
                campaign.world().atNextLetter(moments[i % moments.length], () -> {
                    program.handle().destroyForcibly();
                    killed.countDown();
                });
                killed.await();
                program.kill();
            }
            Balance balance = campaign.settle(ProgramProcess.serve(data, smtp, campaign.settings(Map.of())), data);

            campaign.report("F3", kills + " × kill -9 while a letter is handed over", balance.inWords());
            balance.holds();
            assertThat(balance.noticeRepeated()).hasSizeLessThanOrEqualTo(kills * REPEATED_AT_MOST);
            assertThat(campaign.refusedForGood()).isZero();
        }
    }
}
