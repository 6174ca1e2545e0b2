package kz.kezek.cli;

import java.util.List;
import java.util.function.Function;
import kz.kezek.mail.BounceKind;
import kz.kezek.mail.BouncedRecipient;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailAddress;
import kz.kezek.mail.MailAttachment;
import kz.kezek.mail.PrivateKeys;

/** One read letter as a line of JSON, as {@code kezek read} prints it. */
final class MailLine {

    private final Function<InboundMail, String> submission;

    /** {@code submission} gives the form found in a letter as JSON, or {@code null} as text. */
    MailLine(Function<InboundMail, String> submission) {
        this.submission = submission;
    }

    static String failed(String file, String error) {
        return new JsonLine().text("file", file).text("error", error).end();
    }

    String of(String file, long elapsedMillis, InboundMail mail) {
        JsonLine line = new JsonLine().text("file", file).raw("error", "null").raw("elapsed_ms", "" + elapsedMillis);
        line.text("class", wayOf(mail)).text("subject", mail.subject());
        addresses(line, "from", mail.from());
        addresses(line, "to", mail.to());
        addresses(line, "cc", mail.cc());
        addresses(line, "reply_to", mail.replyTo());
        line.textOrNull("date", mail.date().map(Object::toString).orElse(""));
        line.textOrNull("message_id", mail.messageId());
        line.texts("in_reply_to", mail.inReplyTo()).texts("references", mail.references());
        line.text("text", mail.text()).textOrNull("html", mail.html());
        line.objects("attachments", mail.attachments(), MailLine::attachment);
        line.raw("auto_submitted", "" + mail.automatic());
        line.object("bounce", bounce -> bounce(mail, bounce));
        line.text("reply_text", mail.replyText()).texts("repairs", mail.repairs());
        return line.raw("submission", submission.apply(mail)).end();
    }

    private static String wayOf(InboundMail mail) {
        return switch (mail.kind()) {
            case PERSONAL -> mail.reply() ? "reply" : "request";
            case BOUNCE -> "bounce";
            case AUTOMATIC, FEEDBACK, LIST -> "automatic";
        };
    }

    private static void addresses(JsonLine line, String name, List<MailAddress> addresses) {
        line.objects(
                name,
                addresses,
                (address, object) -> object.text("name", address.name()).text("address", address.address()));
    }

    private static void attachment(MailAttachment attachment, JsonLine object) {
        object.text("name", attachment.fileName())
                .text("type", attachment.mediaType())
                .raw("size", "" + attachment.size())
                .text("md5", attachment.md5())
                .textOrNull("content_id", attachment.contentId().orElse(""))
                .raw("inline", "" + attachment.inline())
                .textOrNull("refused", PrivateKeys.in(attachment) ? "private-key" : "");
    }

    private static void bounce(InboundMail mail, JsonLine object) {
        boolean undelivered =
                mail.bounce().map(report -> report.kind().undelivered()).orElse(false);
        object.raw("is", "" + undelivered);
        object.textOrNull(
                "kind", mail.bounce().map(report -> name(report.kind())).orElse(""));
        List<BouncedRecipient> recipients =
                mail.bounce().map(report -> report.recipients()).orElse(List.of());
        object.objects(
                "recipients",
                recipients,
                (recipient, entry) -> entry.text("address", recipient.address())
                        .text("action", recipient.action())
                        .textOrNull("status", recipient.status())
                        .textOrNull("reply_code", recipient.replyCode()));
    }

    private static String name(BounceKind kind) {
        return switch (kind) {
            case FAILURE -> "failure";
            case DELAYED -> "delayed";
            case DELIVERED -> "delivered";
            case FEEDBACK -> "feedback";
            case VACATION -> "vacation";
        };
    }
}
