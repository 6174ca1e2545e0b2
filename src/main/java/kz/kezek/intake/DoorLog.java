package kz.kezek.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a door's status and logs each change of it once. Safe for many threads. */
public final class DoorLog {

    private static final Logger LOG = LoggerFactory.getLogger(DoorLog.class);

    private final String door;
    private final Clock clock;
    private DoorStatus.State state = DoorStatus.State.CLOSED;
    private Instant since;
    private String detail = "";
    private @Nullable Instant lastLetterAt;

    public DoorLog(String door, Clock clock) {
        this.door = door;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Notes how the door is now. */
    public synchronized void now(DoorStatus.State next, String why) {
        if (next == state && why.equals(detail)) {
            return;
        }
        if (next != state) {
            since = clock.instant();
        }
        state = next;
        detail = why;
        if (next == DoorStatus.State.FAILING) {
            LOG.warn("door {}: {}, {}", door, next, why);
        } else {
            LOG.info("door {}: {}{}", door, next, why.isEmpty() ? "" : ", " + why);
        }
    }

    /** Notes that a letter has come through. */
    public synchronized void letterAt(Instant at) {
        lastLetterAt = at;
    }

    public synchronized DoorStatus status() {
        return new DoorStatus(state, since, detail, Optional.ofNullable(lastLetterAt));
    }
}
