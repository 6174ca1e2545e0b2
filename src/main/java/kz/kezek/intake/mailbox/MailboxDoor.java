package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorLog;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.MailboxLedger;
import kz.kezek.intake.MailboxLetter;
import kz.kezek.intake.MailboxUid;
import kz.kezek.intake.WaitingLetter;
import kz.kezek.mail.DeliveryTrace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties one folder of one mailbox. On several nodes one looks at a time; should it fall silent, another takes over within
 * the lease. A letter is flagged, moved or deleted only after its custody row is committed (S3); one that cannot be had is
 * tried again by itself, and the others come in meanwhile. Lost connections are made again with growing pauses.
 */
final class MailboxDoor implements Door {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxDoor.class);
    /** How long a silent node keeps the folder; renewed with each step of the work. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** How long to wait for news at most: often enough for the lease, and to notice a connection that died in silence. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int BATCH = 100;
    /** How many letters are fetched and committed together. */
    private static final int TOGETHER = 50;

    private final MailboxSettings.Account account;
    private final String folder;
    private final MailboxServer server;
    private final MailboxLedger ledger;
    private final MailboxEnvelopes envelopes;
    private final Clock clock;
    private final int maxSize;
    private final DoorLog log;
    private final String node = UUID.randomUUID().toString();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private volatile boolean running;
    private volatile @Nullable MailboxSession open;
    private @Nullable Thread thread;
    private int failures;
    /** After a loss each letter goes alone until one turn went well, so that the one that broke the connection is known. */
    private boolean alone;

    MailboxDoor(
            MailboxSettings.Account account,
            String folder,
            MailboxServer server,
            MailboxLedger ledger,
            MailboxEnvelopes envelopes,
            Clock clock,
            int maxSize) {
        this.account = account;
        this.folder = folder;
        this.server = server;
        this.ledger = ledger;
        this.envelopes = envelopes;
        this.clock = clock;
        this.maxSize = maxSize;
        this.log = new DoorLog(name(), clock);
    }

    @Override
    public String name() {
        return kind().toLowerCase(Locale.ROOT) + " " + account.name() + "/" + folder;
    }

    private String kind() {
        return account.protocol().name();
    }

    @Override
    public DoorStatus status() {
        return log.status();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            running = true;
            thread = Thread.ofVirtual().name(name()).start(this::work);
        }
    }

    /** Without an interrupt, which would break the database connection under the letter in hand. */
    @Override
    public synchronized void stop() {
        Thread working = thread;
        if (working == null) {
            return;
        }
        lock.lock();
        try {
            running = false;
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
        MailboxSession session = open;
        if (session != null) {
            session.wake();
        }
        try {
            working.join(account.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        log.now(DoorStatus.State.CLOSED, "");
    }

    private void work() {
        while (running) {
            try {
                turn();
            } catch (IOException | RuntimeException e) {
                log.now(DoorStatus.State.FAILING, reason(e));
                pause(backoff());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void turn() throws IOException, InterruptedException {
        long mailbox = ledger.mailbox(kind(), account.name(), folder);
        if (!ledger.lease(mailbox, node, LEASE)) {
            log.now(DoorStatus.State.STANDBY, "another node has it open");
            pause(LEASE.dividedBy(4));
            return;
        }
        try {
            boolean again = serve(mailbox);
            if (!again) {
                ledger.lease(mailbox, node, LEASE.plus(account.poll()));
                pause(account.poll());
            }
        } finally {
            if (!running) {
                ledger.release(mailbox, node);
            }
        }
    }

    /** Works on the folder while it is open; tells whether to open it again at once. */
    private boolean serve(long mailbox) throws IOException, InterruptedException {
        try (MailboxSession session = server.open(folder)) {
            open = session;
            Set<String> known = ledger.present(mailbox, session.uidValidity());
            while (running && ledger.lease(mailbox, node, LEASE)) {
                look(mailbox, session, known);
                log.now(DoorStatus.State.OPEN, "");
                boolean more = takeWaiting(mailbox, session);
                failures = 0;
                if (!more) {
                    if (!session.showsNews()) {
                        return false;
                    }
                    session.await(longestWait());
                }
            }
            return true;
        } finally {
            open = null;
        }
    }

    private Duration longestWait() {
        Duration poll = account.poll();
        return poll.compareTo(LONGEST_WAIT) < 0 ? poll : LONGEST_WAIT;
    }

    /** Notes what came, what went, and how many the server counts. */
    private void look(long mailbox, MailboxSession session, Set<String> known) throws IOException {
        MailboxSession.Contents contents = session.list();
        Set<String> now = new HashSet<>(contents.uids());
        List<String> appeared =
                contents.uids().stream().filter(uid -> !known.contains(uid)).toList();
        List<String> gone = known.stream().filter(uid -> !now.contains(uid)).toList();
        ledger.looked(mailbox, session.uidValidity(), appeared, gone, contents.found(), clock.instant());
        known.addAll(appeared);
        gone.forEach(known::remove);
    }

    /** Takes what waits, then puts away what is in custody; tells whether more may be waiting. */
    private boolean takeWaiting(long mailbox, MailboxSession session) throws IOException {
        List<WaitingLetter> waiting = ledger.waiting(mailbox, session.uidValidity(), clock.instant(), BATCH);
        List<String> taken = new ArrayList<>();
        int step = alone ? 1 : TOGETHER;
        for (int from = 0; from < waiting.size(); from += step) {
            if (!running || !ledger.lease(mailbox, node, LEASE)) {
                break;
            }
            taken.addAll(take(mailbox, session, waiting.subList(from, Math.min(from + step, waiting.size()))));
        }
        alone = false;
        putAway(mailbox, session, taken);
        return waiting.size() == BATCH;
    }

    /** Takes these into custody and names those that are there now; in the order given. */
    private List<String> take(long mailbox, MailboxSession session, List<WaitingLetter> letters) throws IOException {
        List<String> wanted = letters.stream()
                .filter(letter -> !letter.taken())
                .map(WaitingLetter::uid)
                .toList();
        Map<String, MailboxSession.Fetched> fetched = together(session, wanted);
        List<String> taken = new ArrayList<>(letters.stream()
                .filter(WaitingLetter::taken)
                .map(WaitingLetter::uid)
                .toList());
        List<MailboxLetter> ready = new ArrayList<>();
        for (String uid : wanted) {
            MailboxUid letter = new MailboxUid(mailbox, session.uidValidity(), uid);
            MailboxSession.Fetched had = fetched.get(uid);
            if (had != null) {
                ready.add(offered(letter, had));
                taken.add(uid);
                continue;
            }
            takeAll(ready);
            if (running && ledger.lease(mailbox, node, LEASE) && take(letter, session)) {
                taken.add(uid);
            }
        }
        takeAll(ready);
        return taken;
    }

    private Map<String, MailboxSession.Fetched> together(MailboxSession session, List<String> uids) throws IOException {
        if (uids.size() < 2) {
            return Map.of();
        }
        alone = true;
        try {
            return session.fetchTogether(uids, maxSize);
        } catch (MailboxRefusal refusal) {
            LOG.debug("{}: {} letters are not given together: {}", name(), uids.size(), refusal.getMessage());
            return Map.of();
        }
    }

    private void takeAll(List<MailboxLetter> letters) {
        if (!letters.isEmpty()) {
            Instant now = clock.instant();
            ledger.takeAll(letters, now);
            log.letterAt(now);
            letters.clear();
        }
    }

    private boolean take(MailboxUid letter, MailboxSession session) throws IOException {
        try {
            Optional<MailboxSession.Fetched> fetched = session.fetch(letter.uid(), maxSize);
            return fetched.isPresent() && take(letter, fetched.get());
        } catch (MailboxRefusal refusal) {
            LOG.warn("{}: letter {} is not given: {}", name(), letter.uid(), refusal.getMessage());
            ledger.failed(letter, reason(refusal), clock.instant());
            return false;
        } catch (IOException lost) {
            ledger.failed(letter, reason(lost), clock.instant());
            throw lost;
        }
    }

    private boolean take(MailboxUid letter, MailboxSession.Fetched fetched) {
        MailboxLetter offered = offered(letter, fetched);
        if (fetched.size() > maxSize) {
            String reason = "552 5.3.4 larger than " + maxSize + " bytes";
            ledger.refuse(letter, offered.envelope(), fetched.size(), reason, clock.instant());
            return false;
        }
        takeAll(new ArrayList<>(List.of(offered)));
        return true;
    }

    private MailboxLetter offered(MailboxUid letter, MailboxSession.Fetched fetched) {
        Instant now = clock.instant();
        DeliveryTrace trace = DeliveryTrace.of(fetched.raw());
        Instant receivedAt = fetched.receivedAt()
                .or(trace::receivedAt)
                .filter(at -> !at.isAfter(now))
                .orElse(now);
        return new MailboxLetter(letter, envelopes.of(kind(), receivedAt, account, folder, trace), fetched.raw());
    }

    private void putAway(long mailbox, MailboxSession session, List<String> uids) throws IOException {
        if (uids.isEmpty()) {
            return;
        }
        List<MailboxUid> letters = uids.stream()
                .map(uid -> new MailboxUid(mailbox, session.uidValidity(), uid))
                .toList();
        try {
            if (session.putAway(uids)) {
                ledger.putAway(letters, clock.instant());
            }
        } catch (MailboxRefusal refusal) {
            LOG.warn("{}: {} letters cannot be put away: {}", name(), uids.size(), refusal.getMessage());
            letters.forEach(letter -> ledger.failed(letter, reason(refusal), clock.instant()));
        }
    }

    /** 1, 2, 4, … seconds, at most a minute, each half by chance, so that nodes do not knock together. */
    private Duration backoff() {
        long most = Math.min(LONGEST_PAUSE.toMillis(), 1000L << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private void pause(Duration duration) {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (running && left > 0) {
                left = stopping.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static String reason(Exception failure) {
        String message = String.valueOf(failure.getMessage()).strip().replaceAll("[^\\x20-\\x7e]+", " ");
        String reason = failure.getClass().getSimpleName() + ": " + message;
        return reason.substring(0, Math.min(reason.length(), 200));
    }
}
