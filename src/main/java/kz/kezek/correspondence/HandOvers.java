package kz.kezek.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code letter_attempt}. */
final class HandOvers {

    private final JdbcClient jdbc;

    HandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that the letter is about to be handed over, and that what an earlier attempt came to is not known. The commit of this
     * transaction waits for no disk: the note outlives the program, and only a power cut can lose the last half second of notes.
     *
     * @return its number
     */
    int begin(UUID letter, String recipient, String relay, Instant at) {
        return jdbc.sql("""
                with cut as (update letter_attempt set outcome = 'UNKNOWN' where letter_id = :letter and outcome is null)
                insert into letter_attempt (letter_id, number, begun_at, recipient, relay)
                select :letter, coalesce(max(number), 0) + 1, :at, :recipient, :relay
                from letter_attempt where letter_id = :letter
                returning number, set_config('synchronous_commit', 'off', true)
                """)
                .param("letter", letter)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("recipient", recipient)
                .param("relay", relay)
                .query((row, index) -> row.getInt("number"))
                .single();
    }

    void end(UUID letter, int number, HandOver.Outcome outcome, String reply) {
        jdbc.sql("update letter_attempt set outcome = ?, reply = ? where letter_id = ? and number = ?")
                .params(outcome.name(), reply, letter, number)
                .update();
    }

    List<HandOver> of(UUID letter) {
        return jdbc.sql("select * from letter_attempt where letter_id = ? order by number")
                .param(letter)
                .query(HandOvers::handOver)
                .list();
    }

    private static HandOver handOver(ResultSet row, int index) throws SQLException {
        return new HandOver(
                row.getInt("number"),
                row.getTimestamp("begun_at").toInstant(),
                Optional.ofNullable(row.getString("outcome"))
                        .map(HandOver.Outcome::valueOf)
                        .orElse(HandOver.Outcome.UNDER_WAY),
                row.getString("recipient"),
                row.getString("relay"),
                row.getString("reply"));
    }
}
