package kz.kezek.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code answer} and {@code internal_note}: what agents wrote. */
final class Answers {

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insertAnswer(TicketId ticket, String text, String by, Instant at) {
        return jdbc.sql(
                        "insert into answer (ticket_id, answered_at, answered_by, text) values (?, ?, ?, ?) returning id")
                .params(ticket.value(), at.atOffset(ZoneOffset.UTC), by, text)
                .query(Long.class)
                .single();
    }

    long insertNote(TicketId ticket, String text, String by, Instant at) {
        return jdbc.sql(
                        "insert into internal_note (ticket_id, noted_at, noted_by, text) values (?, ?, ?, ?) returning id")
                .params(ticket.value(), at.atOffset(ZoneOffset.UTC), by, text)
                .query(Long.class)
                .single();
    }

    List<Answer> answers(TicketId ticket) {
        return jdbc.sql("select * from answer where ticket_id = ? and withdrawn_at is null order by id")
                .param(ticket.value())
                .query(Answers::answer)
                .list();
    }

    void withdraw(TicketId ticket, long answerId, Instant at) {
        jdbc.sql("update answer set withdrawn_at = ? where ticket_id = ? and id = ?")
                .params(at.atOffset(ZoneOffset.UTC), ticket.value(), answerId)
                .update();
    }

    Optional<Answer> withdrawn(TicketId ticket, long answerId) {
        return jdbc.sql("select * from answer where ticket_id = ? and id = ? and withdrawn_at is not null")
                .params(ticket.value(), answerId)
                .query(Answers::answer)
                .optional();
    }

    private static Answer answer(ResultSet row, int index) throws SQLException {
        return new Answer(
                row.getLong("id"),
                new TicketId(row.getLong("ticket_id")),
                row.getTimestamp("answered_at").toInstant(),
                row.getString("answered_by"),
                row.getString("text"));
    }

    List<InternalNote> notes(TicketId ticket) {
        return jdbc.sql("select * from internal_note where ticket_id = ? order by id")
                .param(ticket.value())
                .query((row, index) -> new InternalNote(
                        row.getLong("id"),
                        ticket,
                        row.getTimestamp("noted_at").toInstant(),
                        row.getString("noted_by"),
                        row.getString("text")))
                .list();
    }
}
