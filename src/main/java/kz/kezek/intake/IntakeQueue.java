package kz.kezek.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The letters in custody that wait for their fate on this node, oldest first. A door that can let its senders wait asks here
 * for room before it takes the next one, so that a burst waits with its senders and not between receipt and ticket.
 */
@Component
public class IntakeQueue {

    /** Enough to keep the workers busy; what waits longer than these few do waits at the door. */
    private static final int ROOM = 16;
    /** When nothing moves, letters are taken all the same: custody comes first (S1). */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Set<CustodyId> queued = ConcurrentHashMap.newKeySet();
    private final LettersAtHand atHand = new LettersAtHand();
    private final Semaphore moved = new Semaphore(0, true);

    private record Waiting(CustodyId id, long since) {}

    /**
     * A letter whose turn it is.
     *
     * @param raw its bytes as they are kept, when they are still at hand
     * @param since when it came here, by {@link System#nanoTime}
     */
    record Next(CustodyId id, Optional<byte[]> raw, long since) {}

    /** Returns when few letters wait, and after two seconds at the latest. */
    public void awaitRoom() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (queue.size() >= ROOM) {
            if (!moved.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void add(LetterTaken taken) {
        atHand.keep(taken.id(), taken.raw());
        add(taken.id());
    }

    /** A letter that waits already is not added again. */
    void add(CustodyId id) {
        if (queued.add(id)) {
            queue.add(new Waiting(id, System.nanoTime()));
        }
    }

    /** The oldest one, waited for as long as given. */
    Optional<Next> next(Duration patience) throws InterruptedException {
        Waiting waiting = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (waiting == null) {
            return Optional.empty();
        }
        queued.remove(waiting.id());
        if (moved.hasQueuedThreads()) {
            moved.release();
        }
        return Optional.of(new Next(waiting.id(), atHand.take(waiting.id()), waiting.since()));
    }
}
