package kz.kezek.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.knowledge.KnownProblem.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The incidents that the service page and its feed tell of; each beginning, change and end is in the journal. */
@Component
public class Incidents {

    private static final String STREAM = "incidents";

    private final IncidentRows rows;
    private final Journal journal;

    Incidents(JdbcClient jdbc, Journal journal) {
        this.rows = new IncidentRows(jdbc);
        this.journal = journal;
    }

    /** Tells of an incident that began then; its id. */
    @Transactional
    public long begin(Instant beganAt, Texts text, Actor actor, Instant at) {
        long id = rows.insert(beganAt, text, "", at).orElseThrow();
        journal.record(Act.of(STREAM, "incident.begun", Long.toString(id)), actor, at);
        return id;
    }

    /**
     * The same of one that tickets have shown; its id, or that of the one which lasts because of the same already.
     *
     * @param trouble what these tickets have in common
     */
    @Transactional
    public long begin(Instant beganAt, Texts text, Trouble trouble, Actor actor, Instant at) {
        Optional<Long> begun = rows.insert(beganAt, text, trouble.key(), at);
        begun.ifPresent(id -> journal.record(
                Act.of(STREAM, "incident.begun", Long.toString(id)).with("trouble", trouble.key()), actor, at));
        return begun.or(() -> rows.lasting(trouble)).orElseThrow();
    }

    /** The incident of this id. */
    public Optional<Incident> find(long id) {
        return rows.find(id);
    }

    /** Those that last and have tickets in common, the newest first. */
    public List<Incident> ofTickets() {
        return rows.ofTickets();
    }

    /** Keeps what the tickets of an incident are to be answered; false when there is none of this id. */
    @Transactional
    public boolean keepAnswer(long id, Texts answer) {
        return rows.keepAnswer(id, answer);
    }

    /** Writes down that tickets of an incident were answered. */
    @Transactional
    public void answered(long id, int sent, int leftOut, Actor actor, Instant at) {
        Act act = Act.of(STREAM, "incident.answered", Long.toString(id))
                .with("sent", Integer.toString(sent))
                .with("leftOut", Integer.toString(leftOut));
        journal.record(act, actor, at);
    }

    /** What these tickets have in common is no incident: those received until now propose it no more. */
    @Transactional
    public void dismiss(Trouble trouble, Actor actor, Instant at) {
        rows.dismiss(trouble, at);
        journal.record(Act.of(STREAM, "incident.dismissed", trouble.key()), actor, at);
    }

    /** What was dismissed since then, and when. */
    public Map<Trouble, Instant> dismissedSince(Instant at) {
        return rows.dismissedSince(at);
    }

    /** Says it in other words; false when there is none of this id. */
    @Transactional
    public boolean rewrite(long id, Texts text, Actor actor, Instant at) {
        return recorded(rows.rewrite(id, text, at), "incident.rewritten", id, actor, at);
    }

    /** It was over then; false when there is none of this id or it began later. */
    @Transactional
    public boolean end(long id, Instant endedAt, Actor actor, Instant at) {
        return recorded(rows.end(id, endedAt, at), "incident.ended", id, actor, at);
    }

    /** Those that lasted at any moment between these two, the newest first. */
    public List<Incident> between(Instant first, Instant last) {
        return rows.between(first, last);
    }

    private boolean recorded(boolean done, String action, long id, Actor actor, Instant at) {
        if (done) {
            journal.record(Act.of(STREAM, action, Long.toString(id)), actor, at);
        }
        return done;
    }
}
