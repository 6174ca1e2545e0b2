package kz.kezek.intake;

import java.util.List;
import java.util.Optional;
import kz.kezek.mail.MailAttachment;
import kz.kezek.storage.BlobId;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.stereotype.Component;

/** Puts a letter into a ticket's conversation, its attachments into the blob store. */
@Component
class MessageFiling {

    private final TicketRegister tickets;
    private final BlobStore blobs;

    MessageFiling(TicketRegister tickets, BlobStore blobs) {
        this.tickets = tickets;
        this.blobs = blobs;
    }

    void file(ReadLetter letter, TicketId ticket, boolean knownSender) {
        file(letter, keep(letter), ticket, knownSender);
    }

    void file(ReadLetter letter, List<ReceivedMessage.Attachment> attachments, TicketId ticket, boolean knownSender) {
        var mail = letter.mail();
        Sender sender = letter.sender().orElseThrow();
        tickets.file(
                ticket,
                new ReceivedMessage(
                        letter.entry().id().value(),
                        letter.entry().envelope().receivedAt(),
                        sender.name(),
                        sender.address(),
                        mail.subject(),
                        mail.messageId(),
                        mail.text(),
                        mail.replyText(),
                        mail.html(),
                        knownSender,
                        attachments));
    }

    /**
     * Keeps the attachments. What needs a number does this first: a bucket that is away must not use numbers up.
     *
     * @throws kz.kezek.storage.BlobsAway when there is a bucket and it does not take them
     */
    List<ReceivedMessage.Attachment> keep(ReadLetter letter) {
        return letter.mail().attachments().stream()
                .map(attachment -> attachment(attachment, letter))
                .toList();
    }

    private ReceivedMessage.Attachment attachment(MailAttachment file, ReadLetter letter) {
        Optional<LedgerEntry.RefusedFile> refusal = letter.entry().refusedFiles().stream()
                .filter(r -> r.fileName().equals(file.fileName()))
                .findFirst();
        return new ReceivedMessage.Attachment(
                file.fileName(),
                file.mediaType(),
                refusal.map(LedgerEntry.RefusedFile::size).orElse((long) file.size()),
                file.contentId().orElse(""),
                file.inline(),
                refusal.map(LedgerEntry.RefusedFile::reason),
                refusal.isPresent() ? Optional.empty() : Optional.of(keep(file, letter)));
    }

    private BlobId keep(MailAttachment file, ReadLetter letter) {
        return blobs.putFileOf(letter.entry().content().orElseThrow(), letter.raw(), file.bytes());
    }
}
