package kz.kezek.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.kezek.RunningDesk;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.intake.MailboxCount;
import kz.kezek.intake.MailboxLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S3: what a mailbox door does about failures, by a mailbox that fails when told to, on a real ledger. */
class MailboxDoorTest {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static RunningDesk desk;

    private final ScriptedMailbox mailbox = new ScriptedMailbox();
    private final String account = "account-" + ACCOUNTS.incrementAndGet();
    private final List<MailboxDoor> doors = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        desk = RunningDesk.at("2026-11-23T05:15:00Z", Map.of("kezek.intake.storm.per-sender", 1000));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @AfterEach
    void closeDoors() {
        doors.forEach(MailboxDoor::stop);
    }

    @Test
    void putsAwayOnlyWhatIsCommitted() {
        var early = new AtomicBoolean();
        mailbox.beforePuttingAway = uid -> early.compareAndSet(false, entries().size() < Integer.parseInt(uid));
        mailbox.put(1, "a@example.kz");
        open();
        await("the first", () -> mailbox.putAway, away -> away.contains("1"));
        mailbox.put(2, "b@example.kz");
        await("the second", () -> mailbox.putAway, away -> away.contains("2"));

        assertThat(early).isFalse();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void putsAwayAfterACrashWhatWasTakenBefore() {
        mailbox.put(1, "crash@example.kz");
        var crashed = new AtomicBoolean();
        mailbox.beforePuttingAway = uid -> {
            if (crashed.compareAndSet(false, true)) {
                throw new IllegalStateException("killed between commit and flag");
            }
        };
        open();
        await("the flag", () -> mailbox.putAway, away -> away.contains("1"));

        assertThat(entries()).hasSize(1);
        assertThat(mailbox.fetched).containsExactly("1");
    }

    @Test
    void goesOnPastALetterThatTheServerRefuses() {
        mailbox.put(1, "refused@example.kz");
        mailbox.put(2, "next@example.kz");
        mailbox.refused.add("1");
        open();
        await("the next", this::entries, entries -> entries.size() == 1);
        assertThat(await("the count", this::count, c -> c.waiting().size() == 1).waiting())
                .containsExactly("1");
        assertThat(count().balances()).isFalse();

        mailbox.refused.clear();
        desk.clock.advance(Duration.ofMinutes(20));
        await("the first", this::entries, entries -> entries.size() == 2);
        await("the balance", this::count, MailboxCount::balances);
    }

    @Test
    void goesOnPastALetterThatBreaksTheConnection() {
        mailbox.put(1, "breaks@example.kz");
        mailbox.put(2, "behind@example.kz");
        mailbox.breaking.add("1");
        open();

        await("the one behind", this::entries, entries -> entries.size() == 1);
        assertThat(mailbox.fetchedOnce()).containsExactly("2");
    }

    @Test
    void takesALetterOnceWhenItIsMovedAwayAndBack() {
        mailbox.put(1, "back@example.kz");
        open();
        await("it", this::entries, entries -> entries.size() == 1);
        mailbox.remove(1);
        await("the empty mailbox", this::count, count -> count.found() == 0);
        mailbox.put(7, "back@example.kz");
        await("it again", () -> mailbox.putAway, away -> away.contains("7"));

        assertThat(entries()).hasSize(1);
        assertThat(count().balances()).isTrue();
    }

    @Test
    void keepsTwoCopiesAsTwoWhenAllUidsChange() {
        mailbox.put(1, "copies@example.kz");
        mailbox.put(2, "copies@example.kz");
        open();
        await("both", this::entries, entries -> entries.size() == 2);
        mailbox.uidValidity = 2;
        mailbox.down = true;
        await("the loss", () -> doors.getFirst().status().state(), state -> state == DoorStatus.State.FAILING);
        mailbox.down = false;
        await("the new numbers", this::count, count -> count.uidValidity() == 2 && count.balances());

        assertThat(entries()).hasSize(2);
    }

    @Test
    void notesALetterOverTheLimitAndLeavesItThere() {
        mailbox.put(1, "x".repeat(2000) + "@example.kz");
        mailbox.put(2, "small@example.kz");
        open(1000);
        await("both", this::entries, entries -> entries.size() == 2);

        assertThat(entries().getFirst().fate()).contains("REFUSED");
        await("the small one", () -> mailbox.putAway, away -> away.contains("2"));
        assertThat(mailbox.putAway).doesNotContain("1");
    }

    @Test
    void leavesTheMailboxToOneNodeAndTakesOverWhenThatOneCloses() {
        open();
        await("the first node", () -> doors.getFirst().status().state(), s -> s == DoorStatus.State.OPEN);
        open();
        await("the second node", () -> doors.getLast().status().state(), s -> s == DoorStatus.State.STANDBY);
        doors.getFirst().stop();
        mailbox.put(1, "later@example.kz");

        await("the letter by the second node", this::entries, entries -> entries.size() == 1);
        assertThat(doors.getLast().status().state()).isEqualTo(DoorStatus.State.OPEN);
        assertThat(doors.getLast().status().lastLetterAt()).isPresent();
    }

    private void open() {
        open(1_000_000);
    }

    private void open(int maxSize) {
        var settings = new MailboxSettings.Account(
                account,
                MailboxSettings.Protocol.IMAP,
                "nowhere",
                0,
                MailboxSettings.Tls.NONE,
                "user",
                "",
                new MailboxSettings.OAuth("", "", "", "", ""),
                "",
                "",
                List.of("INBOX"),
                Optional.empty(),
                "",
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
        var door = new MailboxDoor(
                settings,
                "INBOX",
                mailbox,
                desk.bean(MailboxLedger.class),
                desk.bean(MailboxEnvelopes.class),
                desk.clock,
                maxSize);
        doors.add(door);
        door.start();
    }

    private List<LedgerEntry> entries() {
        return desk.bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 1000).stream()
                .filter(entry -> entry.envelope().peer().startsWith(account + "/"))
                .toList();
    }

    private MailboxCount count() {
        return desk.bean(MailboxLedger.class).counts().stream()
                .filter(count -> count.account().equals(account))
                .findFirst()
                .orElseGet(() -> new MailboxCount("", account, "", 0, -1, 0, List.of(), Optional.empty()));
    }

    private static <T> T await(
            String what, java.util.concurrent.Callable<T> question, java.util.function.Predicate<T> asExpected) {
        return RunningDesk.await(what, question, asExpected);
    }
}
