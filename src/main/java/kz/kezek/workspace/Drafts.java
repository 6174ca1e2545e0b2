package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.TicketId;
import kz.kezek.workspace.ComposerView.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Table {@code draft}: what agents have written and not sent. */
@Component
class Drafts {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Drafts(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Whose text it is, where, and on which surface. */
    record Place(AgentId agent, TicketId ticket, Mode surface) {}

    /** One text as it was saved last. */
    record Kept(Mode surface, String text, List<String> items, Instant savedAt) {}

    /** The texts of an agent in a ticket, the newest first. */
    List<Kept> of(AgentId agent, TicketId ticket) {
        return jdbc.sql("""
                select surface, text, items, saved_at from draft
                where agent_id = ? and ticket_id = ? order by saved_at desc, surface
                """)
                .params(agent.value(), ticket.value())
                .query(Drafts::kept)
                .list();
    }

    /**
     * Saves a text over the one before; an empty one with no items is none. False when the form of this key was carried out
     * meanwhile: a saving that comes late must not bring back what has been sent. The ticket's key is locked first, as the
     * sending locks it, so that one of the two sees the other.
     */
    boolean save(Place place, String formKey, Kept text) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("select 1 from ticket where id = ? for key share")
                    .param(place.ticket().value())
                    .query(Integer.class)
                    .single();
            if (isSent(place.agent(), formKey)) {
                return false;
            }
            if (text.text().isEmpty() && text.items().isEmpty()) {
                remove(place);
            } else {
                put(place, text);
            }
            return true;
        }));
    }

    private boolean isSent(AgentId agent, String formKey) {
        return jdbc.sql("select exists (select from form_post where agent_id = ? and idempotency_key = ?)")
                .params(agent.value(), formKey)
                .query(Boolean.class)
                .single();
    }

    private void put(Place place, Kept text) {
        jdbc.sql("""
                insert into draft (agent_id, ticket_id, surface, text, items, saved_at)
                values (:agent, :ticket, :surface, :text, :items, :at)
                on conflict (agent_id, ticket_id, surface)
                do update set text = excluded.text, items = excluded.items, saved_at = excluded.saved_at
                """)
                .param("agent", place.agent().value())
                .param("ticket", place.ticket().value())
                .param("surface", place.surface().name())
                .param("text", text.text())
                .param("items", text.items().toArray(String[]::new))
                .param("at", text.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets a text, in the caller's transaction when there is one. */
    void remove(Place place) {
        jdbc.sql("delete from draft where agent_id = ? and ticket_id = ? and surface = ?")
                .params(
                        place.agent().value(),
                        place.ticket().value(),
                        place.surface().name())
                .update();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                Mode.valueOf(row.getString("surface")),
                row.getString("text"),
                List.of((String[]) row.getArray("items").getArray()),
                row.getTimestamp("saved_at").toInstant());
    }
}
