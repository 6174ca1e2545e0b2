package kz.kezek.ticket;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code attachment_text}, and which attachments have not been looked into. */
final class AttachmentTexts {

    private final JdbcClient jdbc;

    AttachmentTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One attachment, with the beginning of its bytes. */
    record Unread(long message, int position, byte[] beginning) {}

    /** The next one, locked until the end of the transaction; one that another node has is passed over. */
    Optional<Unread> lockNext(int mostBytes) {
        return jdbc.sql("""
                select a.received_message_id, a.position, substring(blob.bytes from 1 for :most) as beginning
                from attachment a join blob on blob.sha256 = a.sha256
                where not a.looked_into and a.sha256 is not null
                order by a.received_message_id, a.position limit 1
                for no key update of a skip locked
                """)
                .param("most", mostBytes)
                .query((row, index) -> new Unread(
                        row.getLong("received_message_id"), row.getInt("position"), row.getBytes("beginning")))
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
