package kz.kezek.knowledge;

import java.time.Instant;
import java.util.List;
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
        long id = rows.insert(beganAt, text, at);
        journal.record(Act.of(STREAM, "incident.begun", Long.toString(id)), actor, at);
        return id;
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
