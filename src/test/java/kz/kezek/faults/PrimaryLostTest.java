package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.kezek.DeskVisitor;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F4, S1: the primary database is killed for good and its standby promoted, under a program that knows both addresses and goes
 * on. With a synchronous standby nothing acknowledged is lost; with one that was behind the loss is seen, which is the
 * negative control, and pages show what the standby has.
 */
@Tag("faults")
class PrimaryLostTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String STANDBY = "standby";
    private static final String QUEUE = "/desk/queue";

    private static final Duration BEFORE_THE_PROMOTION = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final List<AutoCloseable> started = new ArrayList<>();
    private PostgresServer primary;
    private SilentProxy replication;
    private PostgresServer standby;

    @BeforeEach
    void startPrimaryAndStandby() throws Exception {
        primary = started(PostgresServer.start(folder, LOOPBACK));
        replication = started(new SilentProxy(primary.port()));
        standby = started(primary.standby(STANDBY, replication.port()));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable last : started.reversed()) {
            last.close();
        }
    }

    private <T extends AutoCloseable> T started(T part) {
        started.add(part);
        return part;
    }

    @Test
    void losesAndDoublesNothingWithASynchronousStandby() {
        primary.waitFor(STANDBY);
        int smtp = ProgramProcess.freePort();
        Campaign campaign = started(new Campaign(smtp));
        Map<String, String> settings =
                campaign.settings(DatabaseUnderFault.settings(primary.asKezek(), PostgresServer.url(primary, standby)));
        ProgramProcess program = started(ProgramProcess.serve(folder.resolve("data"), smtp, settings));
        DeskVisitor agent = signedIn(program, settings);
        Campaign.goOnFor(Duration.ofSeconds(Profile.asked().rounds(10, 60)));
        assertThat(shown(agent)).as("tickets in the queue before").isPositive();

        Duration away = loseThePrimary(campaign);
        Campaign.goOnFor(Duration.ofSeconds(10));
        campaign.comeToRest();

        Balance balance = campaign.balance(standby.administrator());
        campaign.report(
                "F4",
                "kill -9 of the primary database, its synchronous standby promoted after 5 s",
                "%s, %d tries asked to come again, letters again %.1f s after the promotion"
                        .formatted(balance.inWords(), campaign.refusedForNow(), away.toMillis() / 1000.0));
        balance.holds();
        assertThat(campaign.refusedForGood()).isZero();
        assertThat(program.handle().isAlive()).as("the program goes on").isTrue();
        assertThat(shown(agent)).as("tickets in the queue").isEqualTo(open(standby));
    }

    /** How long it took from the promotion until letters were taken again. */
    private Duration loseThePrimary(Campaign campaign) {
        primary.kill();
        Campaign.goOnFor(BEFORE_THE_PROMOTION);
        standby.promote();
        long promoted = System.nanoTime();
        int before = campaign.acknowledged().size();
        RunningDesk.await("letters again", () -> campaign.acknowledged().size(), acknowledged -> acknowledged > before);
        return Duration.ofNanos(System.nanoTime() - promoted);
    }

    @Test
    void showsWhatAStandbyHasThatWasBehind() throws Exception {
        Map<String, Object> settings = Map.of(
                "kezek.database.url", PostgresServer.url(primary, standby),
                "kezek.database.user", primary.asKezek().user(),
                "kezek.database.password", primary.asKezek().password());
        RunningDesk desk = started(RunningDesk.at("2026-11-23T05:00:00Z", settings));
        DeskVisitor agent = DeskVisitor.signedIn(desk, "aigerim", "Айгерим", Role.AGENT);
        post(desk, "first");
        desk.tickets(1);
        RunningDesk.await("one ticket at the standby", () -> open(standby), tickets -> tickets == 1);
        replication.fallSilent();
        post(desk, "second");
        post(desk, "third");
        desk.tickets(3);
        assertThat(shown(agent)).as("tickets in the queue before").isEqualTo(3);

        primary.kill();
        standby.promote();
        RunningDesk.await("a page", () -> agent.get(QUEUE).statusCode(), status -> status == 200);

        assertThat(open(standby))
                .as("the negative control: what was not copied is lost")
                .isOne();
        assertThat(shown(agent)).as("tickets in the queue after").isOne();
        post(desk, "fourth");
        RunningDesk.await("the next ticket in the queue", () -> shown(agent), tickets -> tickets == 2);
    }

    private static DeskVisitor signedIn(ProgramProcess program, Map<String, String> settings) {
        ProgramProcess.Ended created = ProgramProcess.run(
                DeskVisitor.PASSWORD + "\n",
                settings,
                "user",
                "create",
                "--password-stdin",
                "--login=aigerim",
                "--name=Айгерим",
                "--role=agent");
        assertThat(created.exitCode()).as(created.err()).isZero();
        return DeskVisitor.signedIn("http://" + LOOPBACK + ":" + program.http(), "aigerim");
    }

    private static void post(RunningDesk desk, String author) throws Exception {
        String address = author + "@example.kz";
        String letter = "From: %s\r\nSubject: x\r\n\r\nLetter of the %s\r\n".formatted(address, author);
        desk.post(letter.getBytes(StandardCharsets.US_ASCII), address, "office@sud.kz");
    }

    private static int shown(DeskVisitor agent) {
        String count =
                agent.page(QUEUE).expectFirst("a.way[aria-current=page] .count").text();
        return Integer.parseInt(count.replaceAll("\\D", ""));
    }

    private static int open(PostgresServer server) {
        return JdbcClient.create(server.administrator())
                .sql("select count(*) from ticket where state in ('REGISTERED', 'IN_PROGRESS')")
                .query(Integer.class)
                .single();
    }
}
