package kz.kezek.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks agents up: their names for pages, and who a ticket can be given to. Read-only. */
@Component
public final class Directory {

    private final Agents agents;

    public Directory(JdbcClient jdbc) {
        this.agents = new Agents(jdbc);
    }

    /** The agent with this id, disabled ones too. */
    public Optional<Agent> find(AgentId id) {
        return agents.withId(id).map(Agents.Account::agent);
    }

    /** The agent with this login, disabled ones too. */
    public Optional<Agent> find(String login) {
        return agents.withLogin(NewAgent.canonical(login)).map(Agents.Account::agent);
    }

    /** Those of the agents that exist, in one query. */
    public Map<AgentId, Agent> find(Collection<AgentId> ids) {
        return agents.withIds(ids).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
    }

    /** Everybody, disabled ones too, by display name in the Kazakh order. */
    public List<Agent> everybody() {
        return agents.all();
    }

    /** Those a ticket can be assigned to: enabled, with a role that includes {@link Role#AGENT}; by display name. */
    public List<Agent> assignable() {
        return agents.all().stream()
                .filter(agent -> agent.enabled() && agent.may(Role.AGENT))
                .toList();
    }
}
