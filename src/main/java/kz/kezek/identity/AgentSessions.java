package kz.kezek.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import kz.kezek.identity.Agents.Account;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Which agent a session belongs to: the session holds the id and the epoch as text, the rest is read from the database for
 * each request. So a disabled account, another role or password counts from the next request on, on every node, and nothing
 * of ours is ever deserialized.
 */
final class AgentSessions implements SecurityContextRepository {

    /** Even a session that is in use all the time ends after a long shift. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String AGENT = "kezek.agent";

    private final Agents agents;

    AgentSessions(Agents agents) {
        this.agents = agents;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        session(exchange.getRequest())
                .flatMap(this::account)
                .ifPresent(account -> context.setAuthentication(CallerAuthentication.of(account)));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof CallerAuthentication authentication
                && authentication.getPrincipal() instanceof SignedInAgent agent) {
            HttpSession session = request.getSession();
            session.setAttribute(AGENT, agent.id() + ":" + authentication.sessionEpoch());
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, agent.login());
        } else {
            session(request).ifPresent(session -> {
                session.removeAttribute(AGENT);
                session.removeAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
            });
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session(request)
                .map(session -> session.getAttribute(AGENT) != null)
                .orElse(false);
    }

    private Optional<Account> account(HttpSession session) {
        long age = session.getLastAccessedTime() - session.getCreationTime();
        if (age > LONGEST.toMillis() || !(session.getAttribute(AGENT) instanceof String text)) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        var id = new AgentId(Long.parseLong(text.substring(0, colon)));
        int epoch = Integer.parseInt(text.substring(colon + 1));
        return agents.withId(id).filter(account -> account.agent().enabled() && account.sessionEpoch() == epoch);
    }

    private static Optional<HttpSession> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false));
    }
}
