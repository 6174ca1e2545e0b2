package kz.kezek.submission;

import java.util.List;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAttachment;

/**
 * What any door brings for reading: a subject, the readable text with its quoted lines (they may hold the questions the answers belong to),
 * and the names of what is attached. A door without a subject or text gives empty strings.
 */
public record SubmissionText(String subject, String text, List<String> attachmentNames) {

    public SubmissionText {
        attachmentNames = List.copyOf(attachmentNames);
    }

    /** A letter with nothing attached. */
    public SubmissionText(String subject, String text) {
        this(subject, text, List.of());
    }

    /** A letter that came by mail: its whole text, since the questions may be quoted and the answers between them. */
    public static SubmissionText of(InboundMail mail) {
        List<String> names = mail.attachments().stream()
                .map(MailAttachment::fileName)
                .filter(name -> !name.isEmpty())
                .toList();
        return new SubmissionText(mail.subject(), mail.text(), names);
    }
}
