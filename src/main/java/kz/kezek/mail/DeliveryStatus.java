package kz.kezek.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The groups of fields of message/delivery-status (RFC 3464 §2), also where a server wrote them into plain text, with a
 * missing blank line, or with the codes of the remote server only in its words.
 */
final class DeliveryStatus {

    private static final int MOST = 1000;
    /** RFC 3461 §4.4. */
    private static final int LONGEST_ENVELOPE_ID = 100;

    private final List<BouncedRecipient> recipients = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private String last = "";

    private DeliveryStatus() {}

    static List<BouncedRecipient> read(String text) {
        DeliveryStatus status = new DeliveryStatus();
        for (String line : CleanText.unixLines(text).split("\n", -1)) {
            status.take(line);
        }
        status.endGroup();
        return status.recipients;
    }

    /** The name of the letter's envelope (§2.2.1), from the fields about the whole message. */
    static Optional<String> envelopeId(String text) {
        return CleanText.unixLines(text)
                .lines()
                .map(line -> line.split(":", 2))
                .filter(field -> field.length == 2 && field[0].strip().equalsIgnoreCase("original-envelope-id"))
                .map(field -> field[1].strip())
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ENVELOPE_ID)
                .findFirst();
    }

    /** Whether a text holds such fields at all. */
    static boolean in(String lower) {
        return lower.contains("final-recipient:") && (lower.contains("action:") || lower.contains("status:"))
                || lower.contains("original-recipient:") && lower.contains("action:");
    }

    private void take(String line) {
        if (line.isBlank()) {
            endGroup();
            return;
        }
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            fields.merge(last, line.strip(), (start, rest) -> start + " " + rest);
            return;
        }
        int colon = line.indexOf(':');
        if (colon <= 0) {
            fields.merge(last, line.strip(), (start, rest) -> start + " " + rest);
            return;
        }
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (last.equals("final-recipient") && fields.containsKey(last)) {
            endGroup();
        }
        fields.putIfAbsent(last, line.substring(colon + 1).strip());
    }

    private void endGroup() {
        String address = address();
        if (!address.isEmpty() && recipients.size() < MOST) {
            recipients.add(recipient(address));
        }
        fields.clear();
        last = "";
    }

    private String address() {
        String value = fields.getOrDefault("final-recipient", fields.getOrDefault("original-recipient", ""));
        String typed = value.substring(value.indexOf(';') + 1).strip();
        List<MailText.Found> found = MailText.addresses(typed);
        return found.isEmpty()
                ? typed.replace("<", "").replace(">", "")
                : found.getFirst().address();
    }

    private BouncedRecipient recipient(String address) {
        String diagnostic = CleanText.line(fields.getOrDefault("diagnostic-code", ""));
        String declared = SmtpCodes.status(fields.getOrDefault("status", ""));
        String action = action(fields.getOrDefault("action", ""), declared);
        String told = SmtpCodes.status(diagnostic);
        String status = told.isEmpty() || SmtpCodes.general(told) && !declared.isEmpty() ? declared : told;
        return new BouncedRecipient(address, action, status, SmtpCodes.reply(diagnostic), diagnostic);
    }

    /** RFC 3464 §2.3.3; a missing one is told from the class of the status (RFC 3463 §2). */
    private static String action(String value, String status) {
        String word = CleanText.line(value).toLowerCase(Locale.ROOT);
        int blank = word.indexOf(' ');
        String first = blank < 0 ? word : word.substring(0, blank);
        return switch (first) {
            case "failed", "delayed", "delivered", "relayed", "expanded" -> first;
            default ->
                first.startsWith("deliver")
                        ? "delivered"
                        : status.startsWith("4") && first.isEmpty() ? "delayed" : "failed";
        };
    }
}
