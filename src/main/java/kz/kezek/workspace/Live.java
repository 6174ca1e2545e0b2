package kz.kezek.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.TicketId;
import kz.kezek.workspace.LiveSignal.Changed;
import kz.kezek.workspace.LiveSignal.Doing;
import kz.kezek.workspace.LiveSignal.Seen;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams that are open at this node, and who is where. A stream carries names of events only, never what happened: the page
 * asks for that by an ordinary request, which is checked as any other. A stream tells of one ticket at most, the one its page
 * shows.
 */
@Component
class Live {

    /** How long a stream lives: the next one is authorized anew, so that whoever was locked out is soon out of here too. */
    static final Duration STREAM = Duration.ofMinutes(5);

    /** A page that shows no sign of life for so long is gone. */
    static final Duration VIEWING = Duration.ofSeconds(40);

    /** Typing is over so long after the last key. */
    static final Duration TYPING = Duration.ofSeconds(5);

    private final Clock clock;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<TicketId, Map<AgentId, Presence>> present = new ConcurrentHashMap<>();

    Live(Clock clock) {
        this.clock = clock;
    }

    private record Presence(Instant seen, Instant typed) {}

    /** An agent who is in a ticket now. */
    record Watcher(AgentId agent, boolean typing) {}

    /**
     * A stream of an agent, about the queue or the ticket that the page shows.
     *
     * @param news whether it also says that something happened in any ticket
     */
    SseEmitter open(AgentId agent, Optional<TicketId> ticket, boolean news) {
        var emitter = new SseEmitter(STREAM.toMillis());
        var stream = new LiveStream(emitter, ticket, agent, news);
        emitter.onCompletion(() -> streams.remove(stream));
        emitter.onTimeout(emitter::complete);
        streams.add(stream);
        stream.tell("began");
        return emitter;
    }

    /** How many streams are open at this node. */
    int openStreams() {
        return streams.size();
    }

    void heard(LiveSignal signal) {
        switch (signal) {
            case Changed(List<TicketId> tickets) -> {
                Set<TicketId> changed = Set.copyOf(tickets);
                streams.forEach(stream -> tell(stream, changed));
            }
            case Seen seen -> {
                boolean news = note(seen);
                streams.stream()
                        .filter(stream -> news && !stream.agent().equals(seen.agent()))
                        .filter(stream -> stream.shows(seen.ticket()))
                        .forEach(stream -> stream.tell("presence"));
            }
        }
    }

    private static void tell(LiveStream stream, Set<TicketId> changed) {
        if (stream.news()) {
            stream.tell("news");
        }
        if (stream.ticket().isEmpty()) {
            stream.tell("queue");
        } else if (changed.contains(stream.ticket().get())) {
            stream.tell("ticket");
        }
    }

    /** Signals may have been missed: every page looks for itself. */
    void heardAgain() {
        streams.forEach(stream -> stream.tell(stream.ticket().isEmpty() ? "queue" : "ticket"));
    }

    /** The tickets in which somebody is. */
    Set<TicketId> watched() {
        return Set.copyOf(present.keySet());
    }

    /** Who is in this ticket, in a steady order. */
    List<Watcher> watchers(TicketId ticket) {
        Instant at = clock.instant();
        return Optional.ofNullable(present.get(ticket)).orElse(Map.of()).entrySet().stream()
                .filter(entry -> isThere(entry.getValue(), at))
                .map(entry -> new Watcher(
                        entry.getKey(), entry.getValue().typed().plus(TYPING).isAfter(at)))
                .sorted(Comparator.comparingLong(watcher -> watcher.agent().value()))
                .toList();
    }

    private static boolean isThere(Presence presence, Instant at) {
        return presence.seen().plus(VIEWING).isAfter(at);
    }

    /** Whether what is shown of this agent changes by it. */
    private boolean note(Seen seen) {
        Instant at = clock.instant();
        present.values().forEach(agents -> agents.values().removeIf(presence -> !isThere(presence, at)));
        present.values().removeIf(Map::isEmpty);
        boolean wasTyping = watchers(seen.ticket()).contains(new Watcher(seen.agent(), true));
        Map<AgentId, Presence> agents = present.computeIfAbsent(seen.ticket(), t -> new ConcurrentHashMap<>());
        Optional<Presence> before = Optional.ofNullable(agents.get(seen.agent()));
        if (seen.doing() == Doing.LEFT) {
            agents.remove(seen.agent());
            return before.isPresent();
        }
        boolean typing = seen.doing() == Doing.TYPING;
        Instant typed = typing ? at : before.map(Presence::typed).orElse(Instant.EPOCH);
        agents.put(seen.agent(), new Presence(at, typed));
        return before.isEmpty() || typing && !wasTyping;
    }

    /** Ends all streams; their pages come back by themselves when there is somebody to come back to. */
    void close() {
        streams.forEach(LiveStream::end);
        streams.clear();
    }
}
