package kz.kezek.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.storage.EmbeddedPostgres;

/** One fault: the world outside, its senders, and the program between them; counted when all has come to rest. */
final class Campaign implements AutoCloseable {

    private static final int MANY = 1_000_000;
    private static final int SENDERS = 3;
    private static final String LOOPBACK = "127.0.0.1";
    /** How long nothing may arrive: a letter whose settling or sending was cut is tried again after a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final String outside;
    private final OutsideWorld world;
    private final OfficeMailbox mailbox;
    private final List<PatientSenders> senders;
    private final long begun = System.nanoTime();

    /** Letters begin to come at once, to this port and into the mailbox, as fast as two cores can bear. */
    Campaign(int smtp) {
        this(smtp, PAUSE, LOOPBACK);
    }

    /** The same, where nodes find the relay and the mailbox under this address. */
    Campaign(int smtp, String outside) {
        this(smtp, PAUSE, outside);
    }

    /** The same with longer pauses between letters. */
    Campaign(int smtp, Duration pause) {
        this(smtp, pause, LOOPBACK);
    }

    private Campaign(int smtp, Duration pause, String outside) {
        this.outside = outside;
        world = new OutsideWorld(outside);
        mailbox = new OfficeMailbox(outside);
        senders = List.of(
                PatientSenders.start("smtp", PatientSenders.bySmtp(smtp), SENDERS, pause),
                PatientSenders.start("imap", mailbox::deliver, 1, PAUSE.multipliedBy(25)));
    }

    OutsideWorld world() {
        return world;
    }

    /** What a program of this campaign is told: where letters come from and go to, and that many letters are no storm here. */
    Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(mailbox.settings());
        settings.put("KEZEK_RELAY_HOST", outside);
        settings.put("KEZEK_RELAY_PORT", Integer.toString(world.port()));
        settings.put("KEZEK_INTAKE_STORM_OVERALL", Integer.toString(MANY));
        return settings;
    }

    /** Waits as the fault demands; letters go on coming. */
    static void goOnFor(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** No more new letters; then until each that was acknowledged has its notice outside. */
    void comeToRest() {
        senders.forEach(PatientSenders::finish);
        Set<String> expected = acknowledged();
        while (!world.hasReached(expected)) {
            int before = world.reached();
            RunningDesk.await(PATIENCE, "one more than " + before, world::reached, reached -> reached > before);
        }
    }

    /** Comes to rest, stops the program, and counts in the embedded database that it leaves behind. */
    Balance settle(ProgramProcess program, Path data) {
        comeToRest();
        program.close();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            return balance(DatabaseUnderFault.source(database));
        }
    }

    Balance balance(DataSource database) {
        return Balance.of(acknowledged(), database, world.arrived());
    }

    /** The authors of all letters that were acknowledged so far. */
    Set<String> acknowledged() {
        return senders.stream()
                .flatMap(sender -> sender.acknowledged().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The authors whose letters got a 250 at the door; those of the mailbox may still lie there. */
    Set<String> acknowledgedAtTheDoor() {
        return senders.getFirst().acknowledged();
    }

    /** How often a sender was asked to come again, or lost its connection. */
    int refusedForNow() {
        return senders.stream().mapToInt(PatientSenders::refusedForNow).sum();
    }

    /** The program is ready: who is asked to come again before that says nothing. */
    void countRefusalsFromNowOn() {
        senders.forEach(PatientSenders::countRefusalsFromNowOn);
    }

    /** How often a sender was refused for good, which no fault of ours may do. */
    int refusedForGood() {
        return senders.stream().mapToInt(PatientSenders::refusedForGood).sum();
    }

    /** How long the slowest try over SMTP took, whatever came of it. */
    Duration slowestBySmtp() {
        return senders.getFirst().slowest();
    }

    /** From the 250 at the door to the notice outside: the longest that a letter took. */
    Duration slowestNotice() {
        Map<String, Long> reached = world.firstReached();
        long slowest = senders.getFirst().acknowledgedAt().entrySet().stream()
                .mapToLong(letter -> reached.getOrDefault(letter.getKey(), Long.MAX_VALUE) - letter.getValue())
                .max()
                .orElse(0);
        return Duration.ofNanos(slowest);
    }

    void report(String fault, String what, String outcome) {
        Figures.report(fault, what, Duration.ofNanos(System.nanoTime() - begun), outcome);
    }

    @Override
    public void close() {
        senders.forEach(PatientSenders::close);
        mailbox.close();
        world.close();
    }
}
