package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F9: the network to the relay, to the mailbox or to the database falls silent: no reset, no end, nothing. Who waits there waits
 * for 30 seconds at most, what does not need it goes on, and afterwards all of it goes on by itself.
 */
@Tag("faults")
class SilentNetworkTest {

    private static final Duration BLOCKED_AT_MOST = Duration.ofSeconds(30);
    /** Until the blocked are seen to go on at a machine with other work. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(5);

    private static final Duration BEFORE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final int smtp = ProgramProcess.freePort();
    private final Duration silence = Duration.ofSeconds(Profile.asked().rounds(15, 60));
    private EmbeddedPostgres database;
    private SilentProxy toDatabase;
    private Campaign campaign;
    private SilentProxy toRelay;
    private SilentProxy toMailbox;
    private ProgramProcess program;

    @BeforeEach
    void startBehindProxies() {
        database = EmbeddedPostgres.start(folder.resolve("database"));
        toDatabase = new SilentProxy(DatabaseUnderFault.port(database));
        campaign = new Campaign(smtp);
        toRelay = new SilentProxy(campaign.world().port());
        Map<String, String> settings = new HashMap<>(campaign.settings(
                DatabaseUnderFault.settings(database, DatabaseUnderFault.urlThrough(toDatabase.port(), database))));
        toMailbox = new SilentProxy(Integer.parseInt(settings.getOrDefault(OfficeMailbox.PORT, "")));
        settings.put(OfficeMailbox.PORT, Integer.toString(toMailbox.port()));
        settings.put("KEZEK_RELAY_PORT", Integer.toString(toRelay.port()));
        program = ProgramProcess.serve(folder.resolve("data"), smtp, settings);
        campaign.countRefusalsFromNowOn();
        Campaign.goOnFor(BEFORE);
    }

    @AfterEach
    void stop() {
        program.close();
        toMailbox.close();
        toRelay.close();
        campaign.close();
        toDatabase.close();
        database.close();
    }

    @Test
    void takesLettersWhileTheRelayIsSilent() {
        fallsSilent(toRelay);
        Balance balance = balanceAfter("relay");

        assertThat(campaign.slowestBySmtp()).isLessThan(ALLOWANCE);
        assertThat(campaign.refusedForNow()).isZero();
        balance.holds();
    }

    @Test
    void takesLettersWhileTheMailboxIsSilent() {
        fallsSilent(toMailbox);
        Balance balance = balanceAfter("mailbox");

        assertThat(campaign.slowestBySmtp()).isLessThan(ALLOWANCE);
        assertThat(campaign.refusedForNow()).isZero();
        balance.holds();
    }

    @Test
    void asksSendersToComeAgainWhileTheDatabaseIsSilent() {
        Set<String> before = campaign.acknowledged();
        fallsSilent(toDatabase);
        assertThat(campaign.refusedForNow()).as("asked to come again").isPositive();
        assertThat(campaign.acknowledged()).hasSizeGreaterThanOrEqualTo(before.size());
        Balance balance = balanceAfter("database");

        assertThat(campaign.slowestBySmtp()).isLessThan(BLOCKED_AT_MOST.plus(ALLOWANCE));
        assertThat(campaign.refusedForGood()).isZero();
        balance.holds();
    }

    private void fallsSilent(SilentProxy line) {
        line.fallSilent();
        Campaign.goOnFor(silence);
        line.speakAgain();
        int soFar = campaign.acknowledged().size();
        RunningDesk.await(
                BLOCKED_AT_MOST,
                "letters again",
                () -> campaign.acknowledged().size(),
                acknowledged -> acknowledged > soFar);
    }

    private Balance balanceAfter(String silent) {
        campaign.comeToRest();
        Balance balance = campaign.balance(DatabaseUnderFault.source(database));
        campaign.report(
                "F9",
                "the network to the %s silent for %d s".formatted(silent, silence.toSeconds()),
                balance.inWords()
                        + ", a sender waited %.1f s at most"
                                .formatted(campaign.slowestBySmtp().toMillis() / 1000.0));
        return balance;
    }
}
