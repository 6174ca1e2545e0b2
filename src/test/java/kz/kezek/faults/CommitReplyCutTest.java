package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.kezek.ProgramProcess;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F6: the database commits, but its reply never comes: whoever asked must not take that for a failure and do it twice. */
@Tag("faults")
class CommitReplyCutTest {

    @TempDir
    private Path folder;

    private final int smtp = ProgramProcess.freePort();

    @Test
    void makesOneTicketAndOneNoticeOfEachLetter() {
        int cuts = Profile.asked().rounds(20, 100);
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("database"));
                CuttingProxy proxy = new CuttingProxy(DatabaseUnderFault.port(database));
                Campaign campaign = new Campaign(smtp)) {
            // Without prepared statements each COMMIT passes the proxy as a word.
            String through = DatabaseUnderFault.urlThrough(proxy.port(), database) + "?prepareThreshold=0";
            Map<String, String> settings = campaign.settings(DatabaseUnderFault.settings(database, through));
            ProgramProcess program = ProgramProcess.serve(folder.resolve("data"), smtp, settings);
            while (proxy.commitsCut() < cuts) {
                proxy.cutNextCommit();
                Campaign.goOnFor(Duration.ofMillis(500));
            }
            campaign.comeToRest();
            Balance balance = campaign.balance(DatabaseUnderFault.source(database));
            program.close();

            campaign.report("F6", proxy.commitsCut() + " × the reply to a COMMIT cut off", balance.inWords());
            balance.holds();
            assertThat(campaign.refusedForGood()).isZero();
        }
    }
}
