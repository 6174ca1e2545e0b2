package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F12, S7: three nodes on hosts of their own, on one database behind a proxy, while letters come in and timers fire. One after
 * another is killed and started again, or cut off and joined again: each letter once, each notice once, each timer once.
 */
@Tag("faults")
class ThreeNodesTest {

    private static final int NODES = 3;
    private static final int CONNECTIONS_TO_THE_RELAY = 2;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);
    /** Longer than the 30 s after which node and database each give a silent line up. */
    private static final Duration CUT_OFF = Duration.ofSeconds(45);

    private static final Duration TO_LET_GO = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<Integer> doors =
            Stream.generate(ProgramProcess::freePort).limit(NODES).toList();
    private final List<AutoCloseable> started = new ArrayList<>();
    private final List<ProgramProcess> nodes = new ArrayList<>();
    private final NodeHosts hosts = started(NodeHosts.of(NODES));
    private PostgresServer database;
    private SilentApplicants silent;
    private DoorsInTurn front;
    private Campaign campaign;

    @BeforeEach
    void startBehindOneProxy() throws Exception {
        database = started(PostgresServer.start(folder, hosts.databaseAddress()));
        silent = SilentApplicants.in(database.asKezek(), Profile.asked().rounds(200, 1000));
        front = started(new DoorsInTurn(IntStream.range(0, NODES)
                .mapToObj(node -> new InetSocketAddress(hosts.address(node), doors.get(node)))
                .toList()));
        campaign = started(new Campaign(front.port(), hosts.outside()));
        for (int node = 0; node < NODES; node++) {
            nodes.add(serve(node));
        }
    }

    @AfterEach
    void stop() throws Exception {
        nodes.forEach(ProgramProcess::kill);
        for (AutoCloseable last : started.reversed()) {
            last.close();
        }
    }

    private <T extends AutoCloseable> T started(T part) {
        started.add(part);
        return part;
    }

    @Test
    void loseAndDoubleNothingWhileOneAfterAnotherIsKilled() {
        int kills = Profile.asked().rounds(3, 15);
        silent.becomeDueWithin(BETWEEN_KILLS.multipliedBy(kills));
        long begun = System.nanoTime();
        for (int kill = 0; kill < kills; kill++) {
            killAndStartAgain(kill % NODES);
        }
        // A busy machine may need longer than that to start the one that was killed.
        Duration between = Duration.ofNanos(System.nanoTime() - begun).dividedBy(kills);
        isInOrder("one killed every %d s, %d times".formatted(between.toSeconds(), kills), kills);
    }

    @Test
    void loseAndDoubleNothingWhileOneAfterAnotherIsCutOff() {
        int cuts = Profile.asked().rounds(2, 6);
        silent.becomeDueWithin(CUT_OFF.plus(BETWEEN_KILLS).multipliedBy(cuts));
        for (int cut = 0; cut < cuts; cut++) {
            cutOffAndJoinAgain(cut % NODES, cut % 2 == 0);
        }
        isInOrder(
                "one cut off for %d s or more from the database alone and from everything, in turn, %d times"
                        .formatted(CUT_OFF.toSeconds(), cuts),
                cuts);
    }

    private void isInOrder(String what, int faults) {
        campaign.comeToRest();
        silent.areEachToldOnce();
        Balance balance = campaign.balance(database.administrator());
        campaign.report(
                "F12",
                "three nodes behind a proxy, %s; %s".formatted(what, hosts.inWords()),
                "%s, each of %d timers once".formatted(balance.inWords(), silent.count()));
        balance.holds();
        assertThat(campaign.refusedForGood()).as("refused for good").isZero();
        assertThat(balance.noticeRepeated())
                .as("notices whose hand-over was cut")
                .hasSizeLessThanOrEqualTo(CONNECTIONS_TO_THE_RELAY * faults);
    }

    private void killAndStartAgain(int node) {
        long begun = System.nanoTime();
        nodes.get(node).kill();
        nodes.set(node, serve(node));
        Campaign.goOnFor(BETWEEN_KILLS.minusNanos(System.nanoTime() - begun));
    }

    /** While it is away the database ends its sessions, or what they hold locked would be stuck until it is back. */
    private void cutOffAndJoinAgain(int node, boolean onlyFromDatabase) {
        if (onlyFromDatabase) {
            hosts.cutOffFromDatabase(node);
        } else {
            hosts.cutOff(node);
        }
        Campaign.goOnFor(CUT_OFF);
        sessionsBecome(node, 0, 0);
        hosts.joinAgain(node);
        sessionsBecome(node, 1, Integer.MAX_VALUE);
        assertThat(nodes.get(node).handle().isAlive())
                .as("node goes on by itself")
                .isTrue();
        Campaign.goOnFor(BETWEEN_KILLS);
    }

    private void sessionsBecome(int node, int atLeast, int atMost) {
        RunningDesk.await(
                TO_LET_GO,
                "%d to %d sessions of node %d".formatted(atLeast, atMost, node),
                () -> hosts.sessions(node, database).orElse(atLeast),
                sessions -> sessions >= atLeast && sessions <= atMost);
    }

    private ProgramProcess serve(int node) {
        Map<String, String> settings = new HashMap<>(
                campaign.settings(DatabaseUnderFault.settings(database.asKezek(), hosts.databaseUrl(node, database))));
        return ProgramProcess.serve(
                hosts.inside(node), hosts.address(node), folder.resolve("node" + node), doors.get(node), settings);
    }
}
