package kz.kezek.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import kz.kezek.ProgramProcess;
import kz.kezek.RunningDesk;
import kz.kezek.storage.EmbeddedPostgres;

/** One fault: the world outside, its senders, and the program between them; counted when all has come to rest. */
final class Campaign implements AutoCloseable {

    private static final int MANY = 1_000_000;
    private static final int SENDERS = 4;
    /** A letter whose settling or sending was cut is tried again after a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    final OutsideWorld world = new OutsideWorld();
    final PatientSenders senders;
    private final long begun = System.nanoTime();

    /** Letters begin to come to this port at once. */
    Campaign(int smtp) {
        senders = PatientSenders.start(smtp, SENDERS, PAUSE, MANY);
    }

    /** What a program of this campaign is told: where letters go out, and that many letters are no storm here. */
    Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
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
        senders.finish();
        int expected = senders.acknowledged().size();
        RunningDesk.await(
                PATIENCE,
                "every notice",
                () -> world.arrived().stream()
                        .map(Balance.Arrived::to)
                        .distinct()
                        .count(),
                count -> count >= expected);
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
        return Balance.of(senders.acknowledged(), database, world.arrived());
    }

    void report(String fault, String what, String outcome) {
        Figures.report(fault, what, Duration.ofNanos(System.nanoTime() - begun), outcome);
    }

    @Override
    public void close() {
        senders.close();
        world.close();
    }
}
