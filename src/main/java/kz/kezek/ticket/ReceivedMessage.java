package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.storage.BlobId;

/**
 * A message that came in to a ticket.
 *
 * @param text all readable text; {@code replyText} without quotes and signature
 * @param knownSender whether its address had taken part in the ticket before
 */
public record ReceivedMessage(
        long custodyId,
        Instant receivedAt,
        String fromName,
        String fromAddress,
        String subject,
        String messageId,
        String text,
        String replyText,
        String html,
        boolean knownSender,
        List<Attachment> attachments) {

    /**
     * A file that came with the message.
     *
     * @param refused why its bytes were not kept, such as {@code private-key}; then {@code content} is empty
     */
    public record Attachment(
            String fileName,
            String mediaType,
            long size,
            String contentId,
            boolean inline,
            Optional<String> refused,
            Optional<BlobId> content) {}
}
