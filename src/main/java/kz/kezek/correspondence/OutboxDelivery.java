package kz.kezek.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.kezek.regulation.Regulation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands letters over to the relay, each by one worker on one node: the row stays locked until the outcome is committed. A
 * crash between the relay's 250 and that commit hands the letter over again under the same Message-ID; nothing else can.
 */
@Component
@EnableConfigurationProperties(RelaySettings.class)
class OutboxDelivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
    private static final long LOOK_SECONDS = 1;
    /** One look goes past all that were handed over and not yet cleared away in the database, so it is to find many. */
    private static final int AT_A_LOOK = 100;

    private static final int ROOM = 1000;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Letters letters;
    private final HandOvers handOvers;
    private final LetterOutcomes outcomes;
    private final RelaySettings settings;
    private final String address;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    /** Just queued here or found at the last look; what finds no room is found at a later one. */
    private final Queue<UUID> due = new ArrayBlockingQueue<>(ROOM);

    private long nextLook = System.nanoTime();
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    OutboxDelivery(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            LetterOutcomes outcomes,
            RelaySettings settings,
            Regulation regulation,
            Clock clock) {
        this.transaction = transaction;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.letters = new Letters(jdbc);
        this.handOvers = new HandOvers(jdbc);
        this.outcomes = outcomes;
        this.settings = settings;
        this.address = regulation.service().address();
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(LetterQueued queued) {
        due.offer(queued.id());
        news.release();
    }

    private void work() {
        try (Relay relay = new SmtpRelay(settings, address.substring(address.lastIndexOf('@') + 1))) {
            while (running) {
                boolean handed = handNext(relay);
                if (!handed && news.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands the next due letter over; false when there was none, or when it is no use to go on just now. */
    private boolean handNext(Relay relay) {
        try {
            for (Optional<UUID> next = next(); next.isPresent(); next = next()) {
                Optional<Boolean> handed = hand(next.get(), relay);
                if (handed.isPresent()) {
                    return handed.get();
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the outbox could not be worked on, next try in {} s", LOOK_SECONDS, e);
        }
        return false;
    }

    private Optional<UUID> next() {
        return Optional.ofNullable(due.poll()).or(this::look);
    }

    /** Looks once a second, and again at once while there is more than one look finds. */
    private synchronized Optional<UUID> look() {
        if (due.isEmpty() && System.nanoTime() - nextLook >= 0) {
            List<UUID> found = letters.due(clock.instant(), AT_A_LOOK);
            found.forEach(due::offer);
            nextLook = System.nanoTime() + (found.size() < AT_A_LOOK ? TimeUnit.SECONDS.toNanos(LOOK_SECONDS) : 0);
        }
        return Optional.ofNullable(due.poll());
    }

    /** Nothing when it is in other hands, or was. */
    private Optional<Boolean> hand(UUID id, Relay relay) {
        return Objects.requireNonNull(transaction.execute(
                status -> letters.lockDue(id, clock.instant()).map(letter -> handOver(letter, relay))));
    }

    private boolean handOver(Letters.Waiting letter, Relay relay) {
        // Committed at once and apart: what the crash of the program cuts off must be seen afterwards.
        int number = Objects.requireNonNull(apart.execute(status -> handOvers.begin(
                letter.id(), letter.recipient(), settings.host() + ":" + settings.port(), clock.instant())));
        DeliveryOutcome outcome = relay.hand(address, letter.recipient(), letter.id(), letter.mime());
        switch (outcome) {
            case DeliveryOutcome.Accepted(var reply) ->
                handOvers.end(letter.id(), number, HandOver.Outcome.ACCEPTED, reply);
            case DeliveryOutcome.RefusedForGood(var reply) ->
                handOvers.end(letter.id(), number, HandOver.Outcome.REFUSED, reply);
            case DeliveryOutcome.TryAgain(var reply) ->
                handOvers.end(letter.id(), number, HandOver.Outcome.TRY_AGAIN, reply);
        }
        return settle(letter, outcome);
    }

    private boolean settle(Letters.Waiting letter, DeliveryOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case DeliveryOutcome.Accepted(var reply) -> {
                letters.delivered(letter.id(), reply, now);
                outcomes.delivered(letter, now);
            }
            case DeliveryOutcome.RefusedForGood(var reply) -> giveUp(letter, reply, now);
            case DeliveryOutcome.TryAgain(var reply) -> tryAgain(letter, reply, now);
        }
        return !(outcome instanceof DeliveryOutcome.TryAgain);
    }

    private void tryAgain(Letters.Waiting letter, String reply, Instant now) {
        if (Duration.between(letter.createdAt(), now).compareTo(settings.giveUpAfter()) >= 0) {
            giveUp(letter, reply, now);
        } else {
            Duration wait = wait(letter.attempts());
            LOG.info("letter {} was not accepted, next try in {}: {}", letter.id(), wait, reply);
            letters.putOff(letter.id(), reply, now.plus(wait));
        }
    }

    private void giveUp(Letters.Waiting letter, String reply, Instant now) {
        LOG.warn("letter {} cannot be delivered: {}", letter.id(), reply);
        letters.undelivered(letter.id(), OutboxLetter.State.FAILED, reply);
        letter.ticket().ifPresent(ticket -> outcomes.undelivered(ticket, letter.kind(), letter.requestId(), now));
    }

    /** 30 s, 1 min, 2 min, … up to an hour, each shortened or lengthened by up to a fifth so that retries spread out. */
    private static Duration wait(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        return wait.multipliedBy(ThreadLocalRandom.current().nextInt(80, 121)).dividedBy(100);
    }

    @Override
    public void start() {
        running = true;
        threads = IntStream.range(0, settings.connections())
                .mapToObj(n -> Thread.ofPlatform().name("outbox-" + n).start(this::work))
                .toList();
    }

    /** Lets each worker commit what became of the letter in its hands: an interrupt would send it twice. */
    @Override
    public void stop() {
        running = false;
        news.release(threads.size());
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
