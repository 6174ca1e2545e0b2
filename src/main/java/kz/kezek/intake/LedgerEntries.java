package kz.kezek.intake;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobId;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code custody}. */
final class LedgerEntries {

    private static final TypeReference<List<LedgerEntry.RefusedFile>> REFUSED_FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LedgerEntries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    CustodyId insertTaken(
            Envelope envelope,
            long size,
            BlobId content,
            List<LedgerEntry.RefusedFile> refusedFiles,
            boolean passwordMasked) {
        return new CustodyId(jdbc.sql("""
                insert into custody (door, received_at, peer, envelope_from, recipients, size, sha256, refused_keys,
                    password_masked, next_attempt_at)
                values (:door, :at, :peer, :from, :recipients, :size, :sha256, :refused::jsonb, :masked, :at)
                returning id
                """)
                .param("door", envelope.door())
                .param("at", envelope.receivedAt().atOffset(ZoneOffset.UTC))
                .param("peer", envelope.peer())
                .param("from", envelope.from())
                .param("recipients", envelope.recipients().toArray(String[]::new))
                .param("size", size)
                .param("sha256", content.sha256())
                .param("refused", json.writeValueAsString(refusedFiles))
                .param("masked", passwordMasked)
                .query(Long.class)
                .single());
    }

    CustodyId insertRefused(Envelope envelope, long size, String detail) {
        return new CustodyId(jdbc.sql("""
                insert into custody (door, received_at, peer, envelope_from, recipients, size, fate, detail, settled_at)
                values (:door, :at, :peer, :from, :recipients, :size, 'REFUSED', :detail, :at)
                returning id
                """)
                .param("door", envelope.door())
                .param("at", envelope.receivedAt().atOffset(ZoneOffset.UTC))
                .param("peer", envelope.peer())
                .param("from", envelope.from())
                .param("recipients", envelope.recipients().toArray(String[]::new))
                .param("size", size)
                .param("detail", detail)
                .query(Long.class)
                .single());
    }

    /** The entry, locked, while it is unsettled and nobody else has it. */
    Optional<LedgerEntry> lockUnsettled(CustodyId id) {
        return jdbc.sql("select * from custody where id = ? and fate is null for update skip locked")
                .param(id.value())
                .query(this::entry)
                .optional();
    }

    List<CustodyId> unsettled(Instant at, int limit) {
        return jdbc.sql("select id from custody where fate is null and next_attempt_at <= ? order by id limit ?")
                .params(at.atOffset(ZoneOffset.UTC), limit)
                .query((row, index) -> new CustodyId(row.getLong(1)))
                .list();
    }

    Optional<LedgerEntry> find(CustodyId id) {
        return jdbc.sql("select * from custody where id = ?")
                .param(id.value())
                .query(this::entry)
                .optional();
    }

    /** Lets letters of the same content through one after the other, until the transaction ends. */
    void lockContent(byte[] digest) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(digest).getLong())
                .query((row, index) -> index)
                .single();
    }

    /** How many tickets this sender made since then, or everybody for the empty sender; counted up to the limit. */
    int ticketsSince(String sender, Instant since, int limit) {
        return jdbc.sql("""
                select count(*) from (select from custody where fate = 'TICKET' and settled_at > :since
                    %s limit :limit) as lately
                """.formatted(sender.isEmpty() ? "" : "and sender = :sender"))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("sender", sender)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /**
     * The latest settled letter with this content digest that was received within the window of {@code at}. Looked up by the
     * digest whatever the planner knows: while the table is young it would go through all letters of the window.
     */
    Optional<LedgerEntry> sameContent(byte[] digest, CustodyId self, Instant at, Duration window) {
        return jdbc.sql("""
                select * from (select * from custody where content_digest = :digest offset 0) same
                where id <> :self and received_at > :since and received_at < :until and fate in ('TICKET', 'REPLY')
                order by received_at desc, id desc limit 1
                """)
                .param("digest", digest)
                .param("self", self.value())
                .param("since", at.minus(window).atOffset(ZoneOffset.UTC))
                .param("until", at.plus(window).atOffset(ZoneOffset.UTC))
                .query(this::entry)
                .optional();
    }

    /** What a letter says of itself, for the search and for the next same letter. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to a column, compared by nobody
    record Said(String sender, String subject, String messageId, byte[] digest) {
        static final Said NOTHING = new Said("", "", "", new byte[0]);

        static Said by(ReadLetter letter) {
            return new Said(
                    letter.writer(), letter.mail().subject(), letter.mail().messageId(), letter.digest());
        }
    }

    void settle(CustodyId id, Fate fate, Said said, Instant at) {
        jdbc.sql("""
                update custody set fate = :fate, detail = :detail, ticket_id = :ticket, message_id = :messageId,
                    sender = :sender, subject = :subject, quarantine_reason = :reason, content_digest = :digest,
                    settled_at = :at, next_attempt_at = null, handling = null, handled_at = null, handled_by = null
                where id = :id
                """)
                .param("fate", fate.name())
                .param("detail", fate.detail())
                .param("ticket", fate.ticket().map(TicketId::value).orElse(null))
                .param("messageId", said.messageId())
                .param("sender", said.sender())
                .param("subject", said.subject())
                .param("reason", fate.quarantineReason().map(Enum::name).orElse(null))
                .param("digest", said.digest().length == 0 ? null : said.digest())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Counts a failed attempt and puts the next one off by 1, 2, 4, … seconds; tells how many there were. */
    int noteFailure(CustodyId id, Instant at) {
        return jdbc.sql("""
                update custody set attempts = attempts + 1,
                    next_attempt_at = :at::timestamptz + interval '1 second' * power(2, least(attempts, 6))
                where id = :id and fate is null
                returning attempts
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Lets an unsettled letter wait, without counting that as an attempt. */
    void putOff(CustodyId id, Instant until) {
        jdbc.sql("update custody set next_attempt_at = ? where id = ? and fate is null")
                .params(until.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    List<LedgerEntry> since(Instant since, long afterId, int limit) {
        return jdbc.sql("select * from custody where received_at >= ? and id > ? order by id limit ?")
                .params(since.atOffset(ZoneOffset.UTC), afterId, limit)
                .query(this::entry)
                .list();
    }

    private LedgerEntry entry(ResultSet row, int index) throws SQLException {
        return new LedgerEntry(
                new CustodyId(row.getLong("id")),
                new Envelope(
                        row.getString("door"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("peer"),
                        row.getString("envelope_from"),
                        List.of((String[]) row.getArray("recipients").getArray())),
                row.getLong("size"),
                Optional.ofNullable(row.getBytes("sha256")).map(BlobId::new),
                row.getString("message_id"),
                json.readValue(row.getString("refused_keys"), REFUSED_FILES),
                row.getBoolean("password_masked"),
                Optional.ofNullable(row.getString("fate")),
                row.getString("detail"),
                Optional.ofNullable(row.getObject("ticket_id", Long.class)).map(TicketId::new),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant),
                row.getInt("attempts"));
    }
}
