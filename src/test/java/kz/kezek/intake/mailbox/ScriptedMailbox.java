package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A mailbox in memory that fails when told to. */
final class ScriptedMailbox implements MailboxServer {

    final List<String> putAway = new CopyOnWriteArrayList<>();
    final List<String> fetched = new CopyOnWriteArrayList<>();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    final Set<String> breaking = ConcurrentHashMap.newKeySet();
    private final Map<Integer, byte[]> letters = new TreeMap<>();
    volatile Consumer<String> beforePuttingAway = uid -> {};
    volatile long uidValidity = 1;
    volatile boolean down;

    synchronized void put(int uid, String from) {
        letters.put(
                uid,
                "From: %s\r\nSubject: %s\r\n\r\nx\r\n".formatted(from, from).getBytes(StandardCharsets.US_ASCII));
    }

    synchronized void remove(int uid) {
        letters.remove(uid);
    }

    private synchronized List<String> uids() {
        return letters.keySet().stream().map(uid -> Integer.toString(uid)).toList();
    }

    private synchronized Optional<byte[]> bytes(String uid) {
        return Optional.ofNullable(letters.get(Integer.parseInt(uid)));
    }

    @Override
    public MailboxSession open(String folder) throws IOException {
        if (down) {
            throw new IOException("nobody listens");
        }
        return new Session();
    }

    private final class Session implements MailboxSession {

        private final CountDownLatch woken = new CountDownLatch(1);

        @Override
        public long uidValidity() {
            return uidValidity;
        }

        @Override
        public Contents list() throws IOException {
            if (down) {
                throw new IOException("connection lost");
            }
            List<String> uids = uids();
            return new Contents(uids, uids.size());
        }

        @Override
        public Optional<Fetched> fetch(String uid, int maxSize) throws IOException {
            if (refused.contains(uid)) {
                throw new MailboxRefusal("NO that one is broken");
            }
            if (breaking.contains(uid)) {
                throw new IOException("connection lost");
            }
            fetched.add(uid);
            return bytes(uid)
                    .map(raw -> new Fetched(
                            Optional.of(Instant.parse("2026-11-23T04:00:00Z")),
                            raw.length,
                            raw.length > maxSize ? new byte[0] : raw));
        }

        @Override
        public Map<String, Fetched> fetchTogether(List<String> uids, int maxSize) throws IOException {
            Map<String, Fetched> letters = new HashMap<>();
            for (String uid : uids) {
                fetch(uid, maxSize)
                        .filter(letter -> letter.size() <= maxSize)
                        .ifPresent(letter -> letters.put(uid, letter));
            }
            return letters;
        }

        @Override
        public boolean putAway(List<String> uids) {
            for (String uid : uids) {
                beforePuttingAway.accept(uid);
                putAway.add(uid);
            }
            return true;
        }

        @Override
        public boolean showsNews() {
            return true;
        }

        @Override
        public void await(Duration atMost) throws InterruptedException {
            woken.await(10, TimeUnit.MILLISECONDS);
        }

        @Override
        public void wake() {
            woken.countDown();
        }

        @Override
        public void close() {}
    }

    /** The UIDs in the order they were given, without repetition. */
    List<String> fetchedOnce() {
        return new ArrayList<>(new java.util.LinkedHashSet<>(fetched));
    }
}
