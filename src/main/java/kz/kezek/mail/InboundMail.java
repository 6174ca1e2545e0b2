package kz.kezek.mail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A received letter as values. Every text is decoded, free of NUL and lone surrogates, with {@code \n} as line end; every
 * message id stands without angle brackets. Nothing here is trusted: a name, an address or a date is what the letter says.
 *
 * @param subject the subject, unfolded; empty when missing
 * @param from the authors (RFC 5322 §3.6.2)
 * @param to the addressees
 * @param cc the copies
 * @param replyTo where the author wants the answer
 * @param date when the author says it was written
 * @param messageId the letter's own id; empty when missing
 * @param inReplyTo the ids of the letters it answers
 * @param references the ids of its thread, oldest first
 * @param text all inline text parts in order; of alternatives the plain one, else HTML turned into text
 * @param html the HTML as sent, decoded but not sanitized ({@link SafeHtml} makes it fit to show); empty when there is none
 * @param attachments every part not used as body
 * @param kind what sort of sender wrote it
 * @param automation the marks of automatic senders, lists and loops
 * @param bounce what it reports about a letter of ours, if it is a report
 * @param replyText the text without quotations, signature and "sent from" line
 * @param repairs what had to be mended or cut to read it, in English, such as {@code subject: raw windows-1251}
 */
public record InboundMail(
        String subject,
        List<MailAddress> from,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<MailAddress> replyTo,
        Optional<OffsetDateTime> date,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        String text,
        String html,
        List<MailAttachment> attachments,
        MailKind kind,
        Automation automation,
        Optional<Bounce> bounce,
        String replyText,
        List<String> repairs) {

    public InboundMail {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        repairs = List.copyOf(repairs);
    }

    /** Whether no person wrote it, so that answering could start a loop. */
    public boolean automatic() {
        return kind != MailKind.PERSONAL;
    }

    /** Whether it says to answer an earlier letter. */
    public boolean reply() {
        return !inReplyTo.isEmpty() || !references.isEmpty();
    }
}
