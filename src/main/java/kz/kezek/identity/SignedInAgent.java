package kz.kezek.identity;

import java.util.Set;
import kz.kezek.applicant.Language;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.AgentActor;

/** The agent whose session this request belongs to, read afresh from the database for each request. */
public record SignedInAgent(
        AgentId id, String login, String displayName, String initials, Set<Role> roles, Language language)
        implements Caller {

    public SignedInAgent {
        roles = Set.copyOf(roles);
    }

    static SignedInAgent of(Agent agent) {
        return new SignedInAgent(
                agent.id(), agent.login(), agent.displayName(), agent.initials(), agent.roles(), agent.language());
    }

    @Override
    public Actor actor() {
        return new AgentActor(id.value());
    }

    @Override
    public String getName() {
        return login;
    }
}
