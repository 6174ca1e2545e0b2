package kz.kezek.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.kezek.RunningDesk;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.Doors;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.intake.MailboxCount;
import kz.kezek.intake.MailboxLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3, F2: the mailbox doors against Debian's Dovecot, whole program, real mailbox files. */
class DovecotTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T04:00:00Z");

    @TempDir
    private Path folder;

    private Dovecot dovecot;

    @BeforeEach
    void startDovecot() throws Exception {
        dovecot = Dovecot.in(folder);
    }

    @AfterEach
    void stopDovecot() throws Exception {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @Test
    void missesNothingWhenTheServerIsRestartedWhileItWaitsForNews() throws Exception {
        try (RunningDesk desk =
                desk(MailboxSettings.Protocol.IMAP, MailboxSettings.After.SEEN, Map.of("poll", "20s"))) {
            deliver("before@example.kz");
            entries(desk, 1);
            dovecot.stop();
            deliver("meanwhile@example.kz");
            RunningDesk.await("the door to notice", () -> state(desk), s -> s == DoorStatus.State.FAILING);
            dovecot.start();
            entries(desk, 2);
            deliver("after@example.kz");

            assertThat(entries(desk, 3))
                    .extracting(entry -> entry.envelope().from())
                    .containsExactly("before@example.kz", "meanwhile@example.kz", "after@example.kz");
            assertThat(entries(desk, 3))
                    .allMatch(entry -> entry.envelope().receivedAt().equals(RECEIVED));
            balances(desk, 3);
        }
    }

    @Test
    void doublesNothingWhenAllUidsChange() throws Exception {
        try (RunningDesk desk = desk(MailboxSettings.Protocol.IMAP, MailboxSettings.After.KEEP, Map.of())) {
            deliver("one@example.kz");
            deliver("two@example.kz");
            entries(desk, 2);
            long before = balances(desk, 2).uidValidity();
            dovecot.stop();
            dovecot.forgetUids();
            deliver("three@example.kz");
            dovecot.start();

            assertThat(entries(desk, 3)).hasSize(3);
            MailboxCount after = balances(desk, 3);
            assertThat(after.uidValidity()).isNotEqualTo(before);
            assertThat(entries(desk, 3)).hasSize(3);
        }
    }

    @Test
    void takesTheOthersWhileOneLetterCannotBeHad() throws Exception {
        Path unreadable = deliver("locked@example.kz");
        Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));
        deliver("second@example.kz");
        deliver("third@example.kz");
        try (RunningDesk desk = desk(MailboxSettings.Protocol.IMAP, MailboxSettings.After.SEEN, Map.of())) {
            assertThat(entries(desk, 2))
                    .extracting(entry -> entry.envelope().from())
                    .containsExactly("second@example.kz", "third@example.kz");
            MailboxCount count = RunningDesk.await(
                    "the count", () -> count(desk), c -> c.waiting().size() == 1);
            assertThat(count.balances()).isFalse();

            try (var files = Files.walk(folder.resolve("mail"))) {
                for (Path letter : files.filter(f -> f.getFileName()
                                .toString()
                                .startsWith(unreadable.getFileName().toString()))
                        .toList()) {
                    Files.setPosixFilePermissions(letter, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
            desk.clock.advance(Duration.ofHours(1));

            assertThat(entries(desk, 3).getLast().envelope().from()).isEqualTo("locked@example.kz");
            balances(desk, 3);
        }
    }

    @Test
    void movesWhatIsInCustody() throws Exception {
        try (RunningDesk desk = desk(MailboxSettings.Protocol.IMAP, MailboxSettings.After.MOVE, Map.of())) {
            deliver("moved@example.kz");
            entries(desk, 1);
            RunningDesk.await("the move", () -> dovecot.letters("/.Kezek"), n -> n == 1);
            RunningDesk.await("an empty inbox", () -> dovecot.letters(""), n -> n == 0);
            balances(desk, 0);
        }
    }

    @Test
    void deletesByPop3WhatIsInCustody() throws Exception {
        deliver("popped@example.kz");
        deliver("also@example.kz");
        try (RunningDesk desk = desk(MailboxSettings.Protocol.POP3, MailboxSettings.After.DELETE, Map.of())) {
            entries(desk, 2);
            RunningDesk.await("an empty maildrop", () -> dovecot.letters(""), n -> n == 0);
            deliver("later@example.kz");
            assertThat(entries(desk, 3)).hasSize(3);
            balances(desk, 0);
        }
    }

    @Test
    void leavesTheMaildropAsItIsWhenTold() throws Exception {
        deliver("stays@example.kz");
        try (RunningDesk desk = desk(MailboxSettings.Protocol.POP3, MailboxSettings.After.KEEP, Map.of())) {
            entries(desk, 1);
            deliver("too@example.kz");
            entries(desk, 2);
            balances(desk, 2);
            desk.restart();
            deliver("third@example.kz");

            assertThat(entries(desk, 3)).hasSize(3);
            assertThat(dovecot.letters("")).isEqualTo(3);
        }
    }

    private RunningDesk desk(MailboxSettings.Protocol protocol, MailboxSettings.After after, Map<String, String> more) {
        var settings = new java.util.HashMap<>(dovecot.settings(0, protocol, after));
        more.forEach((key, value) -> settings.put("kezek.intake.mailboxes[0]." + key, value));
        return RunningDesk.at("2026-11-23T05:15:00Z", settings);
    }

    private Path deliver(String from) throws Exception {
        byte[] letter =
                "Return-Path: <%1$s>\nReceived: by mx.sud.kz; Mon, 23 Nov 2026 04:00:00 +0000\nFrom: %1$s\nTo: office@sud.kz\nSubject: %1$s\n\nx\n"
                        .formatted(from)
                        .getBytes(StandardCharsets.US_ASCII);
        return dovecot.deliver(letter, RECEIVED);
    }

    private List<LedgerEntry> entries(RunningDesk desk, int count) throws Exception {
        try {
            return RunningDesk.await(
                    count + " entries",
                    () -> desk.bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 100),
                    entries -> entries.size() >= count);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + dovecot.log(), e);
        }
    }

    private static MailboxCount count(RunningDesk desk) {
        return desk.bean(MailboxLedger.class).counts().getFirst();
    }

    private static MailboxCount balances(RunningDesk desk, int found) {
        return RunningDesk.await(
                "the mailbox to balance with " + found,
                () -> count(desk),
                count -> count.balances() && count.found() == found);
    }

    private static DoorStatus.State state(RunningDesk desk) {
        return desk.bean(Doors.class).all().stream()
                .filter(door -> door.name().startsWith("imap"))
                .findFirst()
                .orElseThrow()
                .status()
                .state();
    }
}
