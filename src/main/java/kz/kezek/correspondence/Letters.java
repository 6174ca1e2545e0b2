package kz.kezek.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.identity.AgentId;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code letter}: the outbox. */
final class Letters {

    private static final String COLUMNS = """
            letter.id, letter.ticket_id, coalesce(ticket.number, '') as number, letter.kind, letter.message_id, letter.recipient, letter.subject,
            letter.text, letter.html, letter.state, letter.created_at, letter.attempts, letter.next_attempt_at,
            letter.delivered_at, letter.relay_reply
            """;

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter to be handed over: the bytes and the envelope. */
    record Waiting(
            UUID id,
            Optional<TicketId> ticket,
            LetterKind kind,
            String recipient,
            byte[] mime,
            Optional<Long> requestId,
            Instant createdAt,
            int attempts) {}

    /** What a specialist wrote that a letter carries: an answer, a Запрос, or nothing. */
    record Carried(Optional<Long> answerId, Optional<Long> requestId) {
        static final Carried NOTHING = new Carried(Optional.empty(), Optional.empty());

        static Carried answer(long id) {
            return new Carried(Optional.of(id), Optional.empty());
        }

        static Carried request(long id) {
            return new Carried(Optional.empty(), Optional.of(id));
        }
    }

    /** What a letter belongs to: a ticket and perhaps what it carries, a letter in custody, somebody's trial, or itself. */
    record Cause(
            Optional<TicketId> ticket,
            Carried carried,
            Optional<Long> custodyId,
            String replyToken,
            Optional<AgentId> trialBy) {

        static Cause ofTicket(TicketId ticket, Carried carried, String replyToken) {
            return new Cause(Optional.of(ticket), carried, Optional.empty(), replyToken, Optional.empty());
        }

        static Cause apart(Optional<Long> custodyId) {
            return new Cause(Optional.empty(), Carried.NOTHING, custodyId, "", Optional.empty());
        }

        static Cause trial(AgentId by) {
            return new Cause(Optional.empty(), Carried.NOTHING, Optional.empty(), "", Optional.of(by));
        }
    }

    void insert(UUID id, LetterKind kind, ComposedLetter letter, Cause cause, Instant at, Instant firstAttemptAt) {
        jdbc.sql("""
                insert into letter (id, ticket_id, kind, message_id, recipient, subject, text, html, mime, answer_id,
                    request_id, custody_id, trial_by, reply_token, state, created_at, next_attempt_at)
                values (:id, :ticket, :kind, :messageId, :recipient, :subject, :text, :html, :mime, :answer,
                    :request, :custody, :trialBy, :token, 'QUEUED', :at, :first)
                """)
                .param("id", id)
                .param("ticket", cause.ticket().map(TicketId::value).orElse(null))
                .param("kind", kind.name())
                .param("messageId", bare(letter.messageId()))
                .param("recipient", letter.recipients().getFirst().address())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("html", letter.html())
                .param("mime", letter.mime())
                .param("answer", cause.carried().answerId().orElse(null))
                .param("request", cause.carried().requestId().orElse(null))
                .param("custody", cause.custodyId().orElse(null))
                .param("trialBy", cause.trialBy().map(AgentId::value).orElse(null))
                .param("token", cause.replyToken())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("first", firstAttemptAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The letters that are due, in the order in which they are handed over; some may be in somebody's hands. */
    List<UUID> due(Instant at, int most) {
        return jdbc.sql("""
                select id from letter where state = 'QUEUED' and next_attempt_at <= ?
                order by next_attempt_at, seq limit ?
                """)
                .params(at.atOffset(ZoneOffset.UTC), most)
                .query(UUID.class)
                .list();
    }

    /** The letter, locked until the end of the transaction; nothing when it is not due any more or in somebody's hands. */
    Optional<Waiting> lockDue(UUID id, Instant at) {
        return jdbc.sql("""
                select id, ticket_id, kind, recipient, mime, request_id, created_at, attempts from letter
                where id = ? and state = 'QUEUED' and next_attempt_at <= ?
                for no key update skip locked
                """)
                .params(id, at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Waiting(
                        row.getObject("id", UUID.class),
                        ticket(row),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getString("recipient"),
                        row.getBytes("mime"),
                        Optional.ofNullable(row.getObject("request_id", Long.class)),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    void delivered(UUID id, String relayReply, Instant at) {
        jdbc.sql("""
                update letter set state = 'DELIVERED', attempts = attempts + 1, next_attempt_at = null,
                    delivered_at = ?, relay_reply = ?
                where id = ?
                """).params(at.atOffset(ZoneOffset.UTC), relayReply, id).update();
    }

    void putOff(UUID id, String relayReply, Instant until) {
        jdbc.sql("update letter set attempts = attempts + 1, next_attempt_at = ?, relay_reply = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), relayReply, id)
                .update();
    }

    void undelivered(UUID id, OutboxLetter.State state, String reply) {
        jdbc.sql("""
                update letter set state = ?, next_attempt_at = null, relay_reply = ?,
                    attempts = attempts + case when state = 'QUEUED' then 1 else 0 end
                where id = ?
                """).params(state.name(), reply, id).update();
    }

    /**
     * The letter with one of these Message-IDs (without brackets) if it has been delivered, locked. The state is asked only
     * behind the lock: a report may come in before our own commit of the delivery.
     */
    Optional<OutboxLetter> lockDelivered(Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select " + COLUMNS + """
                        from letter left join ticket on ticket.id = letter.ticket_id
                        where letter.message_id in (:ids) limit 1 for update of letter
                        """)
                        .param("ids", messageIds)
                        .query(Letters::letter)
                        .optional()
                        .filter(letter -> letter.state() == OutboxLetter.State.DELIVERED);
    }

    /** The letter that was handed over under this envelope id, in the same way: reports that return nothing still name it. */
    Optional<OutboxLetter> lockDeliveredAs(String envelopeId) {
        return jdbc.sql("select " + COLUMNS + """
                from letter left join ticket on ticket.id = letter.ticket_id
                where letter.id::text = ? for update of letter
                """)
                .param(envelopeId)
                .query(Letters::letter)
                .optional()
                .filter(letter -> letter.state() == OutboxLetter.State.DELIVERED);
    }

    Optional<TicketId> ticketOf(Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select ticket_id from letter where message_id in (:ids) and ticket_id is not null
                        order by seq desc limit 1
                        """)
                        .param("ids", messageIds)
                        .query(Long.class)
                        .optional()
                        .map(TicketId::new);
    }

    boolean exists(String messageId) {
        return jdbc.sql("select exists (select from letter where message_id = ?)")
                .param(messageId)
                .query(Boolean.class)
                .single();
    }

    /** The letter that answers this one in custody, locked, if it can still be taken back. */
    Optional<UUID> lockUntriedAbout(long custodyId) {
        return lockUntried("custody_id = ?", custodyId);
    }

    /** The letter with this answer, locked, if it can still be taken back. */
    Optional<UUID> lockUntriedAnswer(TicketId ticket, long answerId) {
        return lockUntried("ticket_id = ? and answer_id = ?", ticket.value(), answerId);
    }

    /** The letter with this Запрос, locked, if it can still be taken back. */
    Optional<UUID> lockUntriedRequest(TicketId ticket, long requestId) {
        return lockUntried(
                "ticket_id = ? and kind = 'INFORMATION_REQUEST' and request_id = ?", ticket.value(), requestId);
    }

    /** Who hands a letter over holds its row first and its ticket after; to wait here for the row could be for ever. */
    private Optional<UUID> lockUntried(String which, Object... ids) {
        return jdbc.sql("select id from letter where " + which + """
                 and state = 'QUEUED' and attempts = 0
                    and not exists (select from letter_attempt where letter_id = letter.id)
                order by seq desc limit 1 for update skip locked
                """)
                .params(ids)
                .query(UUID.class)
                .optional();
    }

    void withdraw(UUID id) {
        jdbc.sql("update letter set state = 'WITHDRAWN', next_attempt_at = null where id = ?")
                .param(id)
                .update();
    }

    Optional<TicketId> ticketOfToken(String replyToken) {
        return jdbc.sql("select ticket_id from letter where reply_token = ? and ticket_id is not null limit 1")
                .param(replyToken)
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    boolean existsSince(TicketId ticket, Instant since, List<LetterKind> kinds) {
        return jdbc.sql("""
                select exists (select from letter
                where ticket_id = :ticket and created_at > :since and kind in (:kinds) and state <> 'WITHDRAWN')
                """)
                .param("ticket", ticket.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(Boolean.class)
                .single();
    }

    /** How many trial letters somebody sent since that instant. */
    int trialsSince(AgentId by, Instant since) {
        return jdbc.sql("select count(*) from letter where trial_by = ? and created_at > ?")
                .params(by.value(), since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** When the ticket's last letter of this kind was written. */
    Optional<Instant> lastOf(TicketId ticket, LetterKind kind) {
        return jdbc.sql("select max(created_at) from letter where ticket_id = ? and kind = ?")
                .param(ticket.value())
                .param(kind.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The Message-IDs of the ticket's letters, oldest first; nobody has ever seen those taken back. */
    List<String> messageIds(TicketId ticket) {
        return jdbc.sql("select message_id from letter where ticket_id = ? and state <> 'WITHDRAWN' order by seq")
                .param(ticket.value())
                .query(String.class)
                .list();
    }

    List<OutboxLetter> of(TicketId ticket) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from letter left join ticket on ticket.id = letter.ticket_id where ticket_id = ? order by letter.seq")
                .param(ticket.value())
                .query(Letters::letter)
                .list();
    }

    Optional<OutboxLetter> find(UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from letter left join ticket on ticket.id = letter.ticket_id where letter.id = ?")
                .param(id)
                .query(Letters::letter)
                .optional();
    }

    /** The Запрос that the letter carries. */
    Optional<Long> requestOf(UUID id) {
        return jdbc.sql("select request_id from letter where id = ? and request_id is not null")
                .param(id)
                .query(Long.class)
                .optional();
    }

    List<OutboxLetter> newest(int limit) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from letter left join ticket on ticket.id = letter.ticket_id order by letter.seq desc limit ?")
                .param(limit)
                .query(Letters::letter)
                .list();
    }

    List<OutboxReading.Row> page(Optional<OutboxLetter.State> state, long before, int limit) {
        String condition = (before > 0 ? " and letter.seq < :before" : "")
                + (state.isPresent() ? " and letter.state = :state" : "");
        return jdbc.sql("select letter.seq, " + COLUMNS
                        + " from letter left join ticket on ticket.id = letter.ticket_id where true" + condition
                        + " order by letter.seq desc limit :limit")
                .param("before", before)
                .param("state", state.map(Enum::name).orElse(""))
                .param("limit", limit)
                .query((row, index) -> new OutboxReading.Row(row.getLong("seq"), letter(row, index)))
                .list();
    }

    Optional<byte[]> mime(UUID id) {
        return jdbc.sql("select mime from letter where id = ?")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    int countQueued() {
        return jdbc.sql("select count(*) from letter where state = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    Optional<Instant> oldestQueued() {
        return jdbc.sql("select min(created_at) from letter where state = 'QUEUED'")
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private static OutboxLetter letter(ResultSet row, int index) throws SQLException {
        return new OutboxLetter(
                row.getObject("id", UUID.class),
                ticket(row),
                row.getString("number"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("message_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                OutboxLetter.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                instant(row, "delivered_at"),
                row.getString("relay_reply"));
    }

    private static Optional<TicketId> ticket(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("ticket_id", Long.class)).map(TicketId::new);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static String bare(String messageId) {
        return messageId.startsWith("<") ? messageId.substring(1, messageId.length() - 1) : messageId;
    }
}
