package kz.kezek.ticket;

import java.util.List;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code attachment_text}, and which attachments have not been looked into. */
final class AttachmentTexts {

    private final JdbcClient jdbc;

    AttachmentTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One attachment. */
    record Unread(long message, int position, BlobId content) {}

    /** The next ones, locked until the end of the transaction; those that another node has are passed over. */
    List<Unread> lockNext(int most) {
        return jdbc.sql("""
                select received_message_id, position, sha256 from attachment
                where not looked_into and sha256 is not null
                order by received_message_id, position limit ?
                for no key update skip locked
                """)
                .param(most)
                .query((row, index) -> new Unread(
                        row.getLong("received_message_id"), row.getInt("position"), new BlobId(row.getBytes("sha256"))))
                .list();
    }

    void lookedInto(List<Unread> attachments) {
        jdbc.sql("""
                update attachment set looked_into = true
                from unnest(:messages, :positions) as seen (message, position)
                where received_message_id = seen.message and attachment.position = seen.position
                """)
                .param("messages", attachments.stream().map(Unread::message).toArray(Long[]::new))
                .param("positions", attachments.stream().map(Unread::position).toArray(Integer[]::new))
                .update();
    }

    void insert(Unread attachment, String text) {
        jdbc.sql(
                        "insert into attachment_text (received_message_id, position, text) values (?, ?, ?) on conflict do nothing")
                .params(attachment.message(), attachment.position(), text)
                .update();
    }
}
