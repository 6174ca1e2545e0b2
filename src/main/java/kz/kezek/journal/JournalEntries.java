package kz.kezek.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code journal_entry}. */
final class JournalEntries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ENTRIES = """
            select stream, seq, at, actor, action, subject, data::text as data,
                   encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
            from journal_entry
            """;

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
        return jdbc.sql(ENTRIES + """
                        where stream = :stream
                        order by seq desc
                        limit 1""")
                .param("stream", stream)
                .query(JournalEntries::entry)
                .optional();
    }

    List<JournalEntry> after(String stream, long seq, int limit) {
        return jdbc.sql(ENTRIES + """
                        where stream = :stream and seq > :seq
                        order by seq
                        limit :limit""")
                .param("stream", stream)
                .param("seq", seq)
                .param("limit", limit)
                .query(JournalEntries::entry)
                .list();
    }

    /** The entries after that place, through all streams in the order of their names. */
    List<JournalEntry> afterInAll(String stream, long seq, int limit) {
        return jdbc.sql(ENTRIES + """
                        where (stream, seq) > (:stream, :seq)
                        order by stream, seq
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

    /** Where a stream ends now. */
    record End(long seq, String hash) {
        static final End OF_AN_EMPTY_STREAM = new End(0, JournalEntry.NO_HASH);
    }

    /** The ends of those of the streams that have entries. */
    Map<String, End> ends(List<String> streams) {
        Map<String, End> ends = HashMap.newHashMap(streams.size());
        jdbc.sql("""
                        select wanted.stream, last.seq, encode(last.hash, 'hex') as hash
                        from unnest(:streams) as wanted (stream)
                        cross join lateral (select seq, hash from journal_entry
                            where stream = wanted.stream order by seq desc limit 1) as last""").param("streams", streams.toArray(String[]::new)).query(row -> {
            ends.put(row.getString("stream"), new End(row.getLong("seq"), row.getString("hash")));
        });
        return ends;
    }

    /** Appends entries of one actor and one instant, one a stream. */
    void appendAll(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into journal_entry (stream, seq, at, actor, action, subject, data, previous_hash, hash)
                        select stream, seq, :at, :actor, action, subject, data::jsonb,
                               decode(previous_hash, 'hex'), decode(hash, 'hex')
                        from unnest(:streams, :seqs, :actions, :subjects, :data, :previousHashes, :hashes)
                            as added (stream, seq, action, subject, data, previous_hash, hash)""")
                .param("at", entries.getFirst().at().atOffset(ZoneOffset.UTC))
                .param("actor", entries.getFirst().actorCode())
                .param("streams", texts(entries, entry -> entry.act().stream()))
                .param("seqs", entries.stream().map(JournalEntry::seq).toArray(Long[]::new))
                .param("actions", texts(entries, entry -> entry.act().action()))
                .param("subjects", texts(entries, entry -> entry.act().subject()))
                .param(
                        "data",
                        texts(
                                entries,
                                entry -> JSON.writeValueAsString(entry.act().data())))
                .param("previousHashes", texts(entries, JournalEntry::previousHash))
                .param("hashes", texts(entries, JournalEntry::hash))
                .update();
    }

    private static String[] texts(List<JournalEntry> entries, Function<JournalEntry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
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
