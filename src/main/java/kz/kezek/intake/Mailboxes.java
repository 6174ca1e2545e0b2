package kz.kezek.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code mailbox} and {@code mailbox_letter}. */
final class Mailboxes {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    Mailboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insertOrFind(String door, String account, String folder) {
        jdbc.sql("insert into mailbox (door, account, folder) values (?, ?, ?) on conflict do nothing")
                .params(door, account, folder)
                .update();
        return jdbc.sql("select id from mailbox where door = ? and account = ? and folder = ?")
                .params(door, account, folder)
                .query(Long.class)
                .single();
    }

    /** Takes or prolongs the lease; by the database's clock, so that nodes need not agree on the time. */
    boolean lease(long id, String holder, Duration duration) {
        return jdbc.sql("""
                update mailbox set holder = :holder, held_until = now() + :seconds * interval '1 second'
                where id = :id and (holder = :holder or held_until is null or held_until < now())
                """)
                        .param("holder", holder)
                        .param("seconds", duration.toSeconds())
                        .param("id", id)
                        .update()
                == 1;
    }

    void release(long id, String holder) {
        jdbc.sql("update mailbox set holder = '', held_until = null where id = ? and holder = ?")
                .params(id, holder)
                .update();
    }

    Set<String> present(long id, long uidValidity) {
        return jdbc.sql("select uid from mailbox_letter where mailbox_id = ? and uid_validity = ? and present")
                .params(id, uidValidity)
                .query(String.class)
                .set();
    }

    void insertSeen(long id, long uidValidity, Collection<String> uids, Instant at) {
        jdbc.sql("""
                insert into mailbox_letter (mailbox_id, uid_validity, uid, seen_at, next_attempt_at)
                select :id, :uidValidity, uid, :at::timestamptz, :at::timestamptz from unnest(:uids) as uid
                on conflict (mailbox_id, uid_validity, uid) do update set present = true
                """)
                .param("id", id)
                .param("uidValidity", uidValidity)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("uids", uids.toArray(String[]::new))
                .update();
    }

    void markGone(long id, long uidValidity, Collection<String> uids) {
        jdbc.sql("""
                update mailbox_letter set present = false
                where mailbox_id = :id and present and (uid_validity <> :uidValidity or uid = any(:uids))
                """)
                .param("id", id)
                .param("uidValidity", uidValidity)
                .param("uids", uids.toArray(String[]::new))
                .update();
    }

    void looked(long id, long uidValidity, int found, Instant at) {
        jdbc.sql("update mailbox set uid_validity = ?, found = ?, looked_at = ? where id = ?")
                .params(uidValidity, found, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** The letters still to be taken or put away, those longest seen first. */
    List<WaitingLetter> waiting(long id, long uidValidity, Instant at, int limit) {
        return jdbc.sql("""
                select uid, custody_id is not null as taken from mailbox_letter
                where mailbox_id = :id and uid_validity = :uidValidity and present
                    and (custody_id is null or put_away_at is null) and next_attempt_at <= :at
                order by next_attempt_at, length(uid), uid limit :limit
                """)
                .param("id", id)
                .param("uidValidity", uidValidity)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, index) -> new WaitingLetter(row.getString("uid"), row.getBoolean("taken")))
                .list();
    }

    /** The row of this letter, locked; the custody row it has, if any. */
    Optional<CustodyId> lock(MailboxUid letter) {
        return jdbc.sql("""
                        select custody_id from mailbox_letter
                        where mailbox_id = ? and uid_validity = ? and uid = ? for update
                        """)
                .params(letter.mailbox(), letter.uidValidity(), letter.uid())
                .query((row, index) -> Optional.ofNullable(row.getObject("custody_id", Long.class)))
                .single()
                .map(CustodyId::new);
    }

    /** Whether any letter of the mailbox was taken and is no longer where it was. */
    boolean hasGone(long id) {
        return jdbc.sql("""
                select exists (select from mailbox_letter where mailbox_id = ? and not present and custody_id is not null)
                """).param(id).query(Boolean.class).single();
    }

    /** A letter of the mailbox with these very bytes and this receipt that is no longer where it was. */
    Optional<CustodyId> gone(long id, BlobId content, Instant receivedAt) {
        return jdbc.sql("""
                select c.id from custody c
                where c.sha256 = :sha256 and c.received_at = :at
                    and exists (select from mailbox_letter l
                        where l.custody_id = c.id and l.mailbox_id = :id and not l.present)
                    and not exists (select from mailbox_letter l
                        where l.custody_id = c.id and l.mailbox_id = :id and l.present)
                order by c.id limit 1
                """)
                .param("sha256", content.sha256())
                .param("at", receivedAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query((row, index) -> new CustodyId(row.getLong(1)))
                .optional();
    }

    void taken(MailboxUid letter, CustodyId custody, Instant at) {
        jdbc.sql("""
                update mailbox_letter set custody_id = :custody, failure = '', next_attempt_at = :at
                where mailbox_id = :id and uid_validity = :uidValidity and uid = :uid
                """)
                .param("custody", custody.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", letter.mailbox())
                .param("uidValidity", letter.uidValidity())
                .param("uid", letter.uid())
                .update();
    }

    void putAway(MailboxUid letter, Instant at) {
        jdbc.sql("""
                update mailbox_letter set put_away_at = ?, failure = '', next_attempt_at = null
                where mailbox_id = ? and uid_validity = ? and uid = ? and custody_id is not null
                """)
                .params(at.atOffset(ZoneOffset.UTC), letter.mailbox(), letter.uidValidity(), letter.uid())
                .update();
    }

    /** Puts the next attempt off by 1, 2, 4, … seconds, at most by 17 minutes. */
    void failed(MailboxUid letter, String why, Instant at) {
        jdbc.sql("""
                update mailbox_letter set attempts = attempts + 1, failure = :why,
                    next_attempt_at = :at::timestamptz + interval '1 second' * power(2, least(attempts, 10))
                where mailbox_id = :id and uid_validity = :uidValidity and uid = :uid
                """)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", letter.mailbox())
                .param("uidValidity", letter.uidValidity())
                .param("uid", letter.uid())
                .update();
    }

    List<MailboxCount> counts() {
        return jdbc.sql("""
                select m.*,
                    count(l.uid) filter (where l.custody_id is not null) as accounted,
                    (array_agg(l.uid order by length(l.uid), l.uid) filter (where l.uid is not null and l.custody_id is null))
                        [1:%d] as waiting
                from mailbox m
                left join mailbox_letter l on l.mailbox_id = m.id and l.uid_validity = m.uid_validity and l.present
                group by m.id order by m.door, m.account, m.folder
                """.formatted(SHOWN)).query(Mailboxes::count).list();
    }

    private static MailboxCount count(ResultSet row, int index) throws SQLException {
        var waiting = row.getArray("waiting");
        return new MailboxCount(
                row.getString("door"),
                row.getString("account"),
                row.getString("folder"),
                row.getLong("uid_validity"),
                row.getInt("found"),
                row.getInt("accounted"),
                waiting == null ? List.of() : Arrays.asList((String[]) waiting.getArray()),
                Optional.ofNullable(row.getTimestamp("looked_at")).map(Timestamp::toInstant));
    }
}
