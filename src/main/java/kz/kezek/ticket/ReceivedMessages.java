package kz.kezek.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code received_message} and {@code attachment}. */
final class ReceivedMessages {

    private final JdbcClient jdbc;

    ReceivedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TicketId ticket, ReceivedMessage message) {
        long id = jdbc.sql("""
                insert into received_message (ticket_id, custody_id, received_at, from_name, from_address, subject,
                    message_id, text, reply_text, html, known_sender)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        ticket.value(),
                        message.custodyId(),
                        message.receivedAt().atOffset(ZoneOffset.UTC),
                        message.fromName(),
                        message.fromAddress(),
                        message.subject(),
                        message.messageId(),
                        message.text(),
                        message.replyText(),
                        message.html(),
                        message.knownSender())
                .query(Long.class)
                .single();
        for (int i = 0; i < message.attachments().size(); i++) {
            insert(id, i + 1, message.attachments().get(i));
        }
    }

    private void insert(long messageId, int position, ReceivedMessage.Attachment attachment) {
        jdbc.sql("""
                insert into attachment (received_message_id, position, file_name, media_type, size, content_id, inline,
                    refused, sha256)
                values (:message, :position, :name, :type, :size, :contentId, :inline, :refused, :sha256)
                """)
                .param("message", messageId)
                .param("position", position)
                .param("name", attachment.fileName())
                .param("type", attachment.mediaType())
                .param("size", attachment.size())
                .param("contentId", attachment.contentId())
                .param("inline", attachment.inline())
                .param("refused", attachment.refused().orElse(null))
                .param("sha256", attachment.content().map(BlobId::sha256).orElse(null))
                .update();
    }

    /** The first letter of a ticket is copied with its attachments, the others change their ticket. */
    void move(TicketId from, TicketId to, Collection<Long> custodyIds) {
        jdbc.sql("""
                with first as (select min(id) as id from received_message where ticket_id = :from),
                copy as (
                    insert into received_message (ticket_id, custody_id, received_at, from_name, from_address, subject,
                        message_id, text, reply_text, html, known_sender, copied)
                    select :to, custody_id, received_at, from_name, from_address, subject, message_id, text, reply_text,
                        html, known_sender, true
                    from received_message join first using (id) where custody_id in (:custody)
                    returning id)
                insert into attachment (received_message_id, position, file_name, media_type, size, content_id, inline,
                    refused, sha256)
                select copy.id, position, file_name, media_type, size, content_id, inline, refused, sha256
                from attachment join first on received_message_id = first.id cross join copy
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("custody", custodyIds)
                .update();
        jdbc.sql("""
                update received_message set ticket_id = :to
                where ticket_id = :from and custody_id in (:custody)
                    and id <> (select min(id) from received_message where ticket_id = :from)
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("custody", custodyIds)
                .update();
    }

    /** The ticket to which a message with one of these ids came, the latest first; a copy only shows it. */
    Optional<TicketId> ticketOf(Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select ticket_id from received_message
                        where message_id in (:ids) and message_id <> '' and not copied
                        order by id desc limit 1
                        """)
                        .param("ids", messageIds)
                        .query(Long.class)
                        .optional()
                        .map(TicketId::new);
    }

    List<String> messageIds(TicketId ticket) {
        return jdbc.sql("select message_id from received_message where ticket_id = ? and message_id <> '' order by id")
                .param(ticket.value())
                .query(String.class)
                .list();
    }

    List<ReceivedMessage> of(TicketId ticket) {
        return jdbc.sql("select * from received_message where ticket_id = ? order by id")
                .param(ticket.value())
                .query((row, index) -> message(row))
                .list();
    }

    private ReceivedMessage message(ResultSet row) throws SQLException {
        return new ReceivedMessage(
                row.getLong("custody_id"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("from_name"),
                row.getString("from_address"),
                row.getString("subject"),
                row.getString("message_id"),
                row.getString("text"),
                row.getString("reply_text"),
                row.getString("html"),
                row.getBoolean("known_sender"),
                attachments(row.getLong("id")));
    }

    private List<ReceivedMessage.Attachment> attachments(long messageId) {
        return jdbc.sql("select * from attachment where received_message_id = ? order by position")
                .param(messageId)
                .query((row, index) -> new ReceivedMessage.Attachment(
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("content_id"),
                        row.getBoolean("inline"),
                        Optional.ofNullable(row.getString("refused")),
                        Optional.ofNullable(row.getBytes("sha256")).map(BlobId::new)))
                .list();
    }
}
