package kz.kezek.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code journal_entry}. */
final class JournalEntries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JournalEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the stream for this transaction; a statement of its own, so that the next one sees what the last holder committed. */
    void hold(String stream) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:stream, 2616))")
                .param("stream", stream)
                .query(rs -> {});
    }

    Optional<JournalEntry> last(String stream) {
        return jdbc.sql("""
                        select stream, seq, at, actor, action, subject, data::text as data,
                               encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
                        from journal_entry
                        where stream = :stream
                        order by seq desc
                        limit 1""")
                .param("stream", stream)
                .query(JournalEntries::entry)
                .optional();
    }

    List<JournalEntry> after(String stream, long seq, int limit) {
        return jdbc.sql("""
                        select stream, seq, at, actor, action, subject, data::text as data,
                               encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
                        from journal_entry
                        where stream = :stream and seq > :seq
                        order by seq
                        limit :limit""")
                .param("stream", stream)
                .param("seq", seq)
                .param("limit", limit)
                .query(JournalEntries::entry)
                .list();
    }

    void append(JournalEntry entry) {
        jdbc.sql("""
                        insert into journal_entry (stream, seq, at, actor, action, subject, data, previous_hash, hash)
                        values (:stream, :seq, :at, :actor, :action, :subject, :data::jsonb,
                                decode(:previousHash, 'hex'), decode(:hash, 'hex'))""")
                .param("stream", entry.act().stream())
                .param("seq", entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actorCode())
                .param("action", entry.act().action())
                .param("subject", entry.act().subject())
                .param("data", JSON.writeValueAsString(entry.act().data()))
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    private static JournalEntry entry(ResultSet row, int number) throws SQLException {
        var data = new TreeMap<String, String>();
        for (var detail : JSON.readTree(row.getString("data")).properties()) {
            JsonNode value = detail.getValue();
            data.put(detail.getKey(), value.isString() ? value.stringValue() : value.toString());
        }
        return new JournalEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                new Act(row.getString("stream"), row.getString("action"), row.getString("subject"), data),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
