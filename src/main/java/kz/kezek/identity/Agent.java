package kz.kezek.identity;

import java.util.Set;
import kz.kezek.applicant.Language;

/**
 * A person who works here, as others see them.
 *
 * @param login what they sign in with, in lower case; it never changes
 * @param initials one to four letters for the avatar
 * @param enabled false once the account was disabled: kept for the history, not for work
 */
public record Agent(
        AgentId id,
        String login,
        String displayName,
        String initials,
        Set<Role> roles,
        Language language,
        boolean enabled) {

    public Agent {
        roles = Set.copyOf(roles);
    }

    /** Whether one of the roles includes the given one. */
    public boolean may(Role role) {
        return roles.stream().anyMatch(given -> given.includes(role));
    }
}
