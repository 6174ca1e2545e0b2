package kz.kezek.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kz.kezek.identity.Agent;
import kz.kezek.identity.AgentId;
import kz.kezek.identity.Directory;
import kz.kezek.ticket.TicketId;
import kz.kezek.workspace.WatchersView.Watcher;
import org.springframework.stereotype.Component;

/** Who is in which ticket, as people to be drawn. Names are asked for once: pages with many rows cost no statement for them. */
@Component
class Watching {

    private final Live live;
    private final Directory directory;
    private final Map<AgentId, Avatar> known = new ConcurrentHashMap<>();

    Watching(Live live, Directory directory) {
        this.live = live;
        this.directory = directory;
    }

    /** The others in one ticket. */
    WatchersView of(TicketId ticket, AgentId except) {
        List<Live.Watcher> others = live.watchers(ticket).stream()
                .filter(watcher -> !watcher.agent().equals(except))
                .toList();
        ask(others.stream().map(Live.Watcher::agent).collect(Collectors.toSet()));
        return new WatchersView(
                ticket.value(),
                others.stream()
                        .flatMap(watcher -> Optional.ofNullable(known.get(watcher.agent()))
                                .map(avatar -> new Watcher(avatar, watcher.typing()))
                                .stream())
                        .toList());
    }

    /** The others in all tickets. */
    List<WatchersView> everywhere(AgentId except) {
        return live.watched().stream()
                .map(ticket -> of(ticket, except))
                .filter(view -> !view.watchers().isEmpty())
                .toList();
    }

    private void ask(Set<AgentId> agents) {
        Set<AgentId> unknown =
                agents.stream().filter(agent -> !known.containsKey(agent)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            directory.find(unknown).values().forEach(agent -> known.put(agent.id(), avatar(agent)));
        }
    }

    private static Avatar avatar(Agent agent) {
        return Avatars.of(agent.id().value(), agent.initials(), agent.displayName());
    }
}
