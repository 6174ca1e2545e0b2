package kz.kezek.intake.smtp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Who is at the door. When it is full, the client goes that has been useful least recently, so that any number of silent
 * or dripping ones leaves room for one that has a letter. Safe for many threads.
 */
final class SmtpClients {

    private static final int NETWORK_BYTES = 8;
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final int most;
    private final int mostPerAddress;
    private final Set<InetAddress> relays;
    /** In the order of their last useful act; the value is the address they are counted under, empty for a relay. */
    private final Map<SmtpSession, String> sessions = new LinkedHashMap<>();

    private final Map<String, Integer> perAddress = new HashMap<>();

    SmtpClients(SmtpSettings settings) {
        this.most = settings.maxConnections();
        this.mostPerAddress = settings.maxConnectionsPerAddress();
        this.relays = settings.relays().stream().map(InetAddress::ofLiteral).collect(Collectors.toSet());
    }

    /** Lets a client in; false when too many have come from there. */
    synchronized boolean admit(SmtpSession session, InetAddress address) {
        String key = relays.contains(address) ? "" : key(address);
        if (!key.isEmpty() && perAddress.getOrDefault(key, 0) >= mostPerAddress) {
            return false;
        }
        if (sessions.size() >= most) {
            evictOne();
        }
        sessions.put(session, key);
        if (!key.isEmpty()) {
            perAddress.merge(key, 1, Integer::sum);
        }
        return true;
    }

    /** Closes the one that has been useful least recently. */
    synchronized void evictOne() {
        Optional<SmtpSession> useless = sessions.keySet().stream()
                .filter(session -> !session.isTaking())
                .findFirst();
        useless.ifPresent(session -> {
            leave(session);
            session.cut();
        });
    }

    /** It has handed over a letter. */
    synchronized void wasUseful(SmtpSession session) {
        String key = sessions.remove(session);
        if (key != null) {
            sessions.put(session, key);
        }
    }

    synchronized void leave(SmtpSession session) {
        String key = sessions.remove(session);
        if (key != null && !key.isEmpty()) {
            perAddress.computeIfPresent(key, (address, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** Closes those whose time is over. */
    void cutOverdue(long now) {
        all().stream().filter(session -> session.isOverdue(now)).forEach(SmtpSession::cut);
    }

    synchronized List<SmtpSession> all() {
        return new ArrayList<>(sessions.keySet());
    }

    synchronized int count() {
        return sessions.size();
    }

    /** Closes all, those last that are about to have their letter kept, but waits no longer than this. */
    void cutAll(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<SmtpSession> taking = all();
        while (!taking.isEmpty() && System.nanoTime() < end) {
            taking.stream().filter(session -> !session.isTaking()).forEach(SmtpSession::cut);
            taking = taking.stream().filter(SmtpSession::isTaking).toList();
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        taking.forEach(SmtpSession::cut);
    }

    /** The address; of IPv6 the network, as one client has all of that. */
    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
