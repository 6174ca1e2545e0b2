package kz.kezek.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of letters that were just committed, so that they need not be fetched again; only so many, the rest is fetched. */
final class LettersAtHand {

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Map<CustodyId, byte[]> letters = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();

    void keep(CustodyId id, byte[] raw) {
        if (held.addAndGet(raw.length) > MOST_BYTES) {
            held.addAndGet(-raw.length);
        } else {
            letters.put(id, raw);
        }
    }

    /** The bytes, which are let go of. */
    Optional<byte[]> take(CustodyId id) {
        Optional<byte[]> raw = Optional.ofNullable(letters.remove(id));
        raw.ifPresent(bytes -> held.addAndGet(-bytes.length));
        return raw;
    }
}
