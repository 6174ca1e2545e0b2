package kz.kezek.identity;

import java.util.Set;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.TokenActor;

/** The API token a request was made with. */
public record CallingToken(long id, String name, Role role) implements Caller {

    @Override
    public Actor actor() {
        return new TokenActor(id);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(role);
    }

    @Override
    public String getName() {
        return name;
    }
}
