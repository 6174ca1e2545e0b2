package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.kezek.HostileCorpus;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.intake.smtp.SmtpTalk;
import kz.kezek.storage.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F13, S5: every tenth letter means harm; the honest ones do not notice, and the program never falls. */
@Tag("faults")
class HostileLettersUnderLoadTest {

    private static final int HONEST_TO_EACH = 10;
    /** Some twenty letters a second: what a machine that does other work too can bear, and bombs besides. */
    private static final Duration PAUSE = Duration.ofMillis(120);

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final int smtp = ProgramProcess.freePort();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private int hostile;
    private int refused;

    @Test
    void keepNoHonestLetterWaiting() throws Exception {
        Duration time = Duration.ofSeconds(Profile.asked().rounds(40, 180));
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("database"));
                Campaign campaign = new Campaign(smtp, PAUSE)) {
            Map<String, String> settings = new HashMap<>(campaign.settings(DatabaseUnderFault.settings(database)));
            settings.put("KEZEK_INTAKE_STORM_PER_SENDER", "1000000");
            ProgramProcess program = ProgramProcess.serve(folder.resolve("data"), smtp, settings);
            Thread mischief = Thread.ofVirtual().start(() -> sendHostile(campaign));
            Campaign.goOnFor(time);
            goesOn.set(false);
            mischief.join();
            campaign.comeToRest();
            awaitEveryFate(database);
            boolean alive = program.handle().isAlive();
            program.close();
            Balance balance = campaign.balance(DatabaseUnderFault.source(database));
            Duration registered = slowestRegistration(database);

            campaign.report(
                    "F13",
                    "every tenth letter hostile for " + time.toSeconds() + " s",
                    "%d honest letters, each registered after %.1f s at most and its notice outside after %.1f s; %d hostile ones, %d of them refused at the door, %d without a fate"
                            .formatted(
                                    balance.letters(),
                                    registered.toMillis() / 1000.0,
                                    campaign.slowestNotice().toMillis() / 1000.0,
                                    hostile,
                                    refused,
                                    balance.unsettled()));
            assertThat(alive).as("it never fell").isTrue();
            assertThat(registered).isLessThan(AT_MOST);
            assertThat(campaign.slowestNotice()).isLessThan(AT_MOST);
            assertThat(hostile).isGreaterThanOrEqualTo(HostileCorpus.letters().size());
            assertThat(balance.lost()).isEmpty();
            assertThat(balance.unsettled()).isZero();
            assertThat(balance.doubled()).doesNotContainAnyElementsOf(campaign.acknowledged());
            assertThat(balance.noticedTwice()).doesNotContainAnyElementsOf(campaign.acknowledged());
        }
    }

    private static void awaitEveryFate(EmbeddedPostgres database) {
        RunningDesk.await(
                Duration.ofMinutes(2),
                "every fate",
                () -> Balance.unsettled(DatabaseUnderFault.source(database)),
                left -> left == 0);
    }

    /** Of the honest letters that came in by SMTP. */
    private static Duration slowestRegistration(EmbeddedPostgres database) {
        return JdbcClient.create(DatabaseUnderFault.source(database))
                .sql("""
                        select max(extract(epoch from settled_at - received_at)) * 1000
                        from custody where starts_with(envelope_from, 'smtp')
                        """)
                .query((row, index) -> Duration.ofMillis(row.getLong(1)))
                .single();
    }

    private void sendHostile(Campaign campaign) {
        List<HostileCorpus.Letter> letters = HostileCorpus.letters();
        while (goesOn.get()) {
            if (hostile * HONEST_TO_EACH < campaign.acknowledged().size()) {
                send(letters.get(hostile % letters.size()));
                hostile++;
            } else {
                Campaign.goOnFor(Duration.ofMillis(10));
            }
        }
    }

    private void send(HostileCorpus.Letter letter) {
        try (SmtpTalk talk = SmtpTalk.greeted(smtp)) {
            talk.say("EHLO b.example");
            talk.say("MAIL FROM:<hostile@b.example>");
            talk.say("RCPT TO:<office@sud.kz>");
            talk.say("DATA");
            talk.send(letter.bytes());
            talk.send("\r\n.\r\n");
            if (!talk.hear().startsWith("250")) {
                refused++;
            }
        } catch (IOException cutOff) {
            refused++;
        }
    }
}
