package kz.kezek.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kz.kezek.storage.BlobsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settles the letters in custody, each as soon as it was taken, and looks every few seconds for what was left behind by a
 * crash or put off after a failure. Settling is idempotent, so several nodes may do it at once. Timer {@code
 * kezek_intake_settling} tells how long letters waited for their fate.
 */
@Component
class IntakeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    /** More than the cores: each waits for the disk at its commit. */
    private static final int WORKERS = 4;

    private static final int BATCH = 200;
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** How long a letter waits whose files cannot be kept just now: that is no fault of the letter. */
    private static final Duration UNTIL_BLOBS_ARE_BACK = Duration.ofSeconds(10);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    /** After so many failures a letter is quarantined: it is visible, and it is never tried forever (S5). */
    private static final int ATTEMPTS = 5;

    private final Settlement settlement;
    private final LedgerEntries entries;
    private final IntakeQueue queue;
    private final Clock clock;
    private final Timer settling;
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    IntakeWorker(
            Settlement settlement,
            IntakeQueue queue,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.settlement = settlement;
        this.queue = queue;
        this.entries = new LedgerEntries(jdbc, json);
        this.clock = clock;
        this.settling = Timer.builder("kezek.intake.settling")
                .description("From custody to fate, of letters taken on this node")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
    }

    private void work() {
        while (running) {
            try {
                queue.next(LOOK)
                        .ifPresentOrElse(
                                this::settle,
                                () -> entries.unsettled(clock.instant(), BATCH).forEach(queue::add));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("looking for unsettled letters failed, next look in {}: {}", LOOK, e.toString());
                pause();
            }
        }
    }

    private void settle(IntakeQueue.Next letter) {
        try {
            if (settlement.settle(letter.id(), letter.raw())) {
                settling.record(Duration.ofNanos(System.nanoTime() - letter.since()));
            }
        } catch (BlobsAway away) {
            LOG.warn("letter {} waits: {}", letter.id(), away.getMessage());
            entries.putOff(letter.id(), clock.instant().plus(UNTIL_BLOBS_ARE_BACK));
        } catch (RuntimeException e) {
            putOff(letter.id(), e);
        }
    }

    private void putOff(CustodyId id, RuntimeException failure) {
        Instant now = clock.instant();
        int attempts = entries.noteFailure(id, now);
        LOG.warn("letter {} was not settled, attempt {}", id, attempts, failure);
        if (attempts >= ATTEMPTS) {
            settlement.quarantine(
                    id,
                    "not settled in " + ATTEMPTS + " attempts: "
                            + failure.getClass().getSimpleName());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        threads = IntStream.range(0, WORKERS)
                .mapToObj(n -> Thread.ofPlatform().name("intake-" + n).start(this::work))
                .toList();
    }

    /** Lets each worker finish its letter: an interrupt would break the database connection under it. */
    @Override
    public void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(STOP_PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
