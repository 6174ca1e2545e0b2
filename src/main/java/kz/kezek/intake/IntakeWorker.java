package kz.kezek.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settles the letters in custody, each as soon as it was taken, and looks every few seconds for what was left behind by a
 * crash or put off after a failure. Settling is idempotent, so several nodes may do it at once.
 */
@Component
class IntakeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    /** More than the cores: each waits for the disk at its commit. */
    private static final int WORKERS = 4;

    private static final int BATCH = 200;
    private static final long LOOK_SECONDS = 2;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    /** After so many failures a letter is quarantined: it is visible, and it is never tried forever (S5). */
    private static final int ATTEMPTS = 5;

    private final Settlement settlement;
    private final LedgerEntries entries;
    private final Clock clock;
    private final BlockingQueue<CustodyId> queue = new LinkedBlockingQueue<>();
    private final Set<CustodyId> queued = ConcurrentHashMap.newKeySet();
    private final LettersAtHand atHand = new LettersAtHand();
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    IntakeWorker(Settlement settlement, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.settlement = settlement;
        this.entries = new LedgerEntries(jdbc, json);
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void enqueue(LetterTaken taken) {
        atHand.keep(taken.id(), taken.raw());
        enqueue(taken.id());
    }

    private void enqueue(CustodyId id) {
        if (queued.add(id)) {
            queue.add(id);
        }
    }

    private void work() {
        while (running) {
            try {
                CustodyId next = queue.poll(LOOK_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    entries.unsettled(clock.instant(), BATCH).forEach(this::enqueue);
                } else {
                    queued.remove(next);
                    settle(next);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("looking for unsettled letters failed, next look in {} s: {}", LOOK_SECONDS, e.toString());
                pause();
            }
        }
    }

    private void settle(CustodyId id) {
        try {
            settlement.settle(id, atHand.take(id));
        } catch (RuntimeException e) {
            putOff(id, e);
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
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
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
