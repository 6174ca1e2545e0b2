package kz.kezek.identity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Spring Security's form of a caller. It lives as long as a request and is never serialized. */
@SuppressWarnings("serial")
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final Caller caller;
    private final int sessionEpoch;

    private CallerAuthentication(Caller caller, int sessionEpoch) {
        super(authorities(caller.roles()));
        this.caller = caller;
        this.sessionEpoch = sessionEpoch;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Agents.Account account) {
        return new CallerAuthentication(SignedInAgent.of(account.agent()), account.sessionEpoch());
    }

    static CallerAuthentication of(CallingToken token) {
        return new CallerAuthentication(token, 0);
    }

    /** The epoch of the agent's account that a session is good for. */
    int sessionEpoch() {
        return sessionEpoch;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that
                && caller.equals(that.caller)
                && sessionEpoch == that.sessionEpoch;
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller, sessionEpoch);
    }

    private static List<GrantedAuthority> authorities(Set<Role> roles) {
        return Role.withIncluded(roles).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
