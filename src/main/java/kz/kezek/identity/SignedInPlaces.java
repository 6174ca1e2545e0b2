package kz.kezek.identity;

import java.time.Instant;
import java.util.List;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where an agent is signed in, and the way out of all other places. */
@Component
public final class SignedInPlaces {

    private final OpenSessions sessions;

    SignedInPlaces(JdbcClient jdbc, Journal journal, TransactionOperations transaction) {
        this.sessions = new OpenSessions(jdbc, journal, transaction);
    }

    /** The agent's sessions, the one used last first. */
    public List<OpenSession> of(SignedInAgent agent, String currentId) {
        return sessions.of(agent.login(), currentId);
    }

    /** Ends all sessions of the agent but this one; how many. */
    public int endOthers(SignedInAgent agent, String currentId, Instant at) {
        return sessions.endOthers(agent, currentId, at);
    }
}
