package kz.kezek.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code custody}, as letters are read again from it. */
final class Replays {

    private final JdbcClient jdbc;

    Replays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A settled letter with what was once read in it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, by the replay
    record Kept(
            CustodyId id,
            Envelope envelope,
            BlobId content,
            String fate,
            String sender,
            String subject,
            String messageId,
            byte[] digest) {}

    List<Kept> since(Instant since, boolean all, long after, int limit) {
        String which = all ? "fate is not null" : "fate = 'QUARANTINE' and handling is null";
        return jdbc.sql("select * from custody where received_at >= :since and id > :after and sha256 is not null and "
                        + which + " order by id limit :limit")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query(Replays::kept)
                .list();
    }

    boolean isOurs(String messageId) {
        return jdbc.sql("select exists (select from letter where message_id = ?)")
                .param(messageId)
                .query(Boolean.class)
                .single();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                new CustodyId(row.getLong("id")),
                new Envelope(
                        row.getString("door"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("peer"),
                        row.getString("envelope_from"),
                        List.of((String[]) row.getArray("recipients").getArray())),
                new BlobId(row.getBytes("sha256")),
                row.getString("fate"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("message_id"),
                Optional.ofNullable(row.getBytes("content_digest")).orElse(new byte[0]));
    }
}
