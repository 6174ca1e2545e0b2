package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bounce, complaint and delivery notices of Amazon SES that its notification service mails as one line of JSON. Read by
 * its quoted words only, since SNS may wrap the object as a string with backslashes.
 */
final class SesNotice {

    private static final int LONGEST = 20_000;

    private SesNotice() {}

    static Optional<Bounce> read(String text) {
        if (!text.startsWith("{") || !text.contains("notificationType") && !text.contains("eventType")) {
            return Optional.empty();
        }
        String json = text.substring(0, Math.min(text.length(), LONGEST))
                .replace("\\", "")
                .replace("\n", "");
        String type = value(json, "notificationType", 0) + value(json, "eventType", 0);
        List<String> ids = new ArrayList<>();
        int headers = json.indexOf("commonHeaders");
        MessageIds.read(value(json, "messageId", Math.max(0, headers))).forEach(ids::add);
        return switch (type) {
            case "Complaint" -> Optional.of(new Bounce(BounceKind.FEEDBACK, List.of(), ids));
            case "Delivery" -> Optional.of(new Bounce(BounceKind.DELIVERED, List.of(), ids));
            case "Bounce" -> Optional.of(new Bounce(BounceKind.FAILURE, recipients(json), ids));
            default -> Optional.empty();
        };
    }

    private static List<BouncedRecipient> recipients(String json) {
        List<BouncedRecipient> recipients = new ArrayList<>();
        int at = json.indexOf("bouncedRecipients");
        int end = at < 0 ? -1 : json.indexOf(']', at);
        int next = at < 0 ? -1 : json.indexOf("{", at);
        while (next >= 0 && next < end) {
            int close = json.indexOf('}', next);
            String one = json.substring(next, close < 0 ? end : close);
            String diagnostic = value(one, "diagnosticCode", 0);
            String status = value(one, "status", 0);
            recipients.add(new BouncedRecipient(
                    value(one, "emailAddress", 0),
                    value(one, "action", 0).isEmpty() ? "failed" : value(one, "action", 0),
                    status.isEmpty() ? SmtpCodes.status(diagnostic) : status,
                    SmtpCodes.reply(diagnostic),
                    CleanText.line(diagnostic)));
            next = close < 0 ? -1 : json.indexOf("{", close);
        }
        return recipients;
    }

    private static String value(String json, String name, int from) {
        int key = json.indexOf('"' + name + "\":\"", from);
        int start = key + name.length() + 4;
        int end = key < 0 ? -1 : json.indexOf('"', start);
        return end < 0 ? "" : json.substring(start, end);
    }
}
