package kz.kezek.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a password may be tried: ten times in any fifteen minutes for one login from one address, so that a stranger who
 * guesses from elsewhere locks nobody out; and a hundred times from one address for all logins together, against guessing
 * one password for everybody. A sign-in that succeeds is not counted. Kept in memory, for each node by itself.
 */
final class SignInLimits {

    static final int TRIES_PER_LOGIN_AND_ADDRESS = 10;
    static final int TRIES_PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int MOST_KEYS = 100_000;

    private final Map<String, Deque<Instant>> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Counts a try before it is made, so that parallel tries cannot slip past; false when it must not be made. */
    synchronized boolean take(String login, String address, Instant at) {
        Deque<Instant> ofPair = recent(pair(login, address), at);
        Deque<Instant> ofAddress = recent(network(address), at);
        if (ofPair.size() >= TRIES_PER_LOGIN_AND_ADDRESS || ofAddress.size() >= TRIES_PER_ADDRESS) {
            return false;
        }
        ofPair.addLast(at);
        ofAddress.addLast(at);
        return true;
    }

    /** Forgets the tries of who has shown to be the owner of the login; of the address only this one. */
    synchronized void succeeded(String login, String address, Instant at) {
        recent(pair(login, address), at).clear();
        recent(network(address), at).removeLastOccurrence(at);
    }

    private Deque<Instant> recent(String key, Instant at) {
        Deque<Instant> times = tries.computeIfAbsent(key, k -> new ArrayDeque<>());
        Instant since = at.minus(WINDOW);
        while (!times.isEmpty() && !times.getFirst().isAfter(since)) {
            times.removeFirst();
        }
        return times;
    }

    private static String pair(String login, String address) {
        return network(address) + " " + login;
    }

    /** One customer of a provider has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (parsed instanceof Inet6Address) {
                return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES));
            }
            return parsed.getHostAddress();
        } catch (IllegalArgumentException notLiteral) {
            return address;
        }
    }
}
