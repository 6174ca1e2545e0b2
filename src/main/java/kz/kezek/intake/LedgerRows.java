package kz.kezek.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import kz.kezek.intake.LedgerRow.Handled;
import kz.kezek.intake.LedgerRow.Handling;
import kz.kezek.journal.Actor;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code custody}, as it is searched and looked at. */
final class LedgerRows {

    private static final String ROWS = """
            select custody.*, ticket.number as ticket_number
            from custody left join ticket on ticket.id = custody.ticket_id
            """;

    private static final String WORDS =
            "(fate is not null and lower(custody.sender || ' ' || envelope_from || ' ' || subject) like :words"
                    + " or message_id = :messageId)";

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; those with a smaller id than {@code before}, unless it is 0. */
    List<LedgerRow> page(LedgerFilter filter, long before, int limit) {
        // Only the conditions asked for: a plan for all of them at once uses no index.
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        BiConsumer<String, Map.Entry<String, ?>> where = (condition, value) -> {
            conditions.add(condition);
            values.put(value.getKey(), value.getValue());
        };
        if (before > 0) {
            where.accept("custody.id < :before", Map.entry("before", before));
        }
        if (!filter.words().isBlank()) {
            where.accept(WORDS, Map.entry("words", like(filter.words())));
            values.put("messageId", bareMessageId(filter.words()));
        }
        if (!filter.ticket().isEmpty()) {
            where.accept("ticket.number = :ticket", Map.entry("ticket", filter.ticket()));
        }
        if (!filter.fate().isEmpty()) {
            where.accept("coalesce(fate, 'IN_WORK') = :fate", Map.entry("fate", filter.fate()));
        }
        if (!filter.door().isEmpty()) {
            where.accept("door = :door", Map.entry("door", filter.door()));
        }
        filter.from()
                .ifPresent(at ->
                        where.accept("custody.received_at >= :from", Map.entry("from", at.atOffset(ZoneOffset.UTC))));
        filter.until()
                .ifPresent(at ->
                        where.accept("custody.received_at < :until", Map.entry("until", at.atOffset(ZoneOffset.UTC))));
        String condition = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql(ROWS + condition + " order by custody.id desc limit :limit")
                .params(values)
                .param("limit", limit)
                .query(LedgerRows::row)
                .list();
    }

    private static String like(String words) {
        String sought = words.strip().replace("\0", "").toLowerCase(Locale.ROOT);
        return "%" + sought.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String bareMessageId(String words) {
        return words.strip().replace("\0", "").replaceAll("^<|>$", "");
    }

    List<String> doors() {
        return jdbc.sql("""
                with recursive door as (
                    (select min(door) as name from custody)
                    union all
                    select (select min(custody.door) from custody where custody.door > door.name) from door
                    where door.name is not null)
                select name from door where name is not null
                """).query(String.class).list();
    }

    /** The quarantine, oldest first: those that wait for a decision, or those that were decided. */
    List<LedgerRow> quarantine(boolean handled, long after, int limit) {
        String state = handled ? "is not null" : "is null";
        return jdbc.sql(ROWS + " where fate = 'QUARANTINE' and handling " + state
                        + " and custody.id > :after order by custody.id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(LedgerRows::row)
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from custody where fate = 'QUARANTINE' and handling is null")
                .query(Integer.class)
                .single();
    }

    Optional<LedgerRow> find(CustodyId id) {
        return jdbc.sql(ROWS + " where custody.id = :id")
                .param("id", id.value())
                .query(LedgerRows::row)
                .optional();
    }

    /** The letter while it is in quarantine, locked until the end of the transaction. */
    Optional<LedgerRow> lockQuarantined(CustodyId id) {
        return jdbc.sql(ROWS + " where custody.id = :id and fate = 'QUARANTINE' for update of custody")
                .param("id", id.value())
                .query(LedgerRows::row)
                .optional();
    }

    void handle(CustodyId id, Handling how, Actor actor, Instant at) {
        jdbc.sql("update custody set handling = ?, handled_by = ?, handled_at = ? where id = ?")
                .params(how.name(), actor.code(), at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    void release(CustodyId id) {
        jdbc.sql("update custody set handling = null, handled_by = null, handled_at = null where id = ?")
                .param(id.value())
                .update();
    }

    /** Gives a quarantined letter back to the worker, as if it had just come. */
    void unsettle(CustodyId id, Instant at) {
        jdbc.sql("""
                update custody set fate = null, detail = '', settled_at = null, quarantine_reason = null, attempts = 0,
                    next_attempt_at = ?
                where id = ? and fate = 'QUARANTINE' and handling is null
                """).params(at.atOffset(ZoneOffset.UTC), id.value()).update();
    }

    private static LedgerRow row(ResultSet row, int index) throws SQLException {
        String sender = row.getString("sender");
        String envelopeFrom = row.getString("envelope_from");
        return new LedgerRow(
                new CustodyId(row.getLong("id")),
                row.getString("door"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("peer"),
                envelopeFrom,
                sender.isEmpty() ? envelopeFrom : sender,
                row.getString("subject"),
                row.getString("message_id"),
                row.getLong("size"),
                Optional.ofNullable(row.getBytes("sha256")).map(BlobId::new),
                Optional.ofNullable(row.getString("fate")),
                row.getString("detail"),
                Optional.ofNullable(row.getString("ticket_number")),
                quarantine(row));
    }

    private static Optional<LedgerRow.Quarantine> quarantine(ResultSet row) throws SQLException {
        String reason = row.getString("quarantine_reason");
        if (reason == null) {
            return Optional.empty();
        }
        String how = row.getString("handling");
        Optional<Handled> handled = how == null
                ? Optional.empty()
                : Optional.of(new Handled(
                        Handling.valueOf(how),
                        row.getString("handled_by"),
                        row.getTimestamp("handled_at").toInstant()));
        return Optional.of(new LedgerRow.Quarantine(QuarantineReason.valueOf(reason), handled));
    }
}
