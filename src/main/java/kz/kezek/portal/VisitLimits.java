package kz.kezek.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often strangers may do what costs others something: file a request, ask for a link, write to one address. Kept in
 * memory, for each node by itself.
 */
@Component
class VisitLimits {

    private static final int MOST_KEYS = 100_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    VisitLimits(Clock clock) {
        this.clock = clock;
    }

    /** What is limited, and how often in how long. */
    enum Limit {
        FILING_FROM_NETWORK(20, Duration.ofHours(1)),
        CONFIRMATION_TO_ADDRESS(3, Duration.ofHours(24)),
        LINK_FROM_NETWORK(10, Duration.ofMinutes(15)),
        LINK_TO_TICKET(3, Duration.ofHours(1)),
        VOTE_FROM_NETWORK(60, Duration.ofHours(1)),
        SUGGESTION_FROM_NETWORK(1000, Duration.ofMinutes(15)),
        MESSAGE_BY_LINK(20, Duration.ofHours(1)),
        GUESS_FROM_NETWORK(60, Duration.ofMinutes(15));

        private final int times;
        private final Duration window;

        Limit(int times, Duration window) {
            this.times = times;
            this.window = window;
        }
    }

    /** Counts it; false when it was too often. */
    synchronized boolean take(Limit limit, String whose) {
        Instant at = clock.instant();
        Deque<Instant> recent = times.computeIfAbsent(limit + " " + whose, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().isAfter(at.minus(limit.window))) {
            recent.removeFirst();
        }
        if (recent.size() >= limit.times) {
            return false;
        }
        recent.addLast(at);
        return true;
    }
}
