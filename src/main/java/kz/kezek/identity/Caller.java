package kz.kezek.identity;

import java.util.Set;
import kz.kezek.journal.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is behind a request: a signed-in agent on the pages, a token at the API. Take it with {@code @AuthenticationPrincipal}. */
public sealed interface Caller extends AuthenticatedPrincipal permits SignedInAgent, CallingToken {

    /** How the journal names this caller. */
    Actor actor();

    /** The roles given, without those they include. */
    Set<Role> roles();

    /** Whether one of the roles includes the given one. */
    default boolean may(Role role) {
        return roles().stream().anyMatch(given -> given.includes(role));
    }
}
