package kz.kezek.ticket;

import java.util.Optional;
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

    /** The next one, locked until the end of the transaction; one that another node has is passed over. */
    Optional<Unread> lockNext() {
        return jdbc.sql("""
                select received_message_id, position, sha256 from attachment
                where not looked_into and sha256 is not null
                order by received_message_id, position limit 1
                for no key update skip locked
                """)
                .query((row, index) -> new Unread(
                        row.getLong("received_message_id"), row.getInt("position"), new BlobId(row.getBytes("sha256"))))
                .optional();
    }

    void lookedInto(Unread attachment) {
        jdbc.sql("update attachment set looked_into = true where received_message_id = ? and position = ?")
                .params(attachment.message(), attachment.position())
                .update();
    }

    void insert(Unread attachment, String text) {
        jdbc.sql(
                        "insert into attachment_text (received_message_id, position, text) values (?, ?, ?) on conflict do nothing")
                .params(attachment.message(), attachment.position(), text)
                .update();
    }
}
