package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields of message/delivery-status (RFC 3464 §2). */
final class DeliveryStatus {

    private DeliveryStatus() {}

    static List<BouncedRecipient> read(String latin) {
        List<BouncedRecipient> recipients = new ArrayList<>();
        String address = "";
        String action = "failed";
        String status = "";
        String diagnostic = "";
        for (String line : (CleanText.unixLines(latin) + "\n\n").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isBlank() && !address.isEmpty()) {
                recipients.add(new BouncedRecipient(address, action, status, "", diagnostic));
                address = "";
            } else if (colon > 0) {
                String value = line.substring(colon + 1).trim();
                switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                    case "final-recipient" ->
                        address = value.substring(value.indexOf(';') + 1).trim();
                    case "action" -> action = value.toLowerCase(Locale.ROOT);
                    case "status" -> status = value;
                    case "diagnostic-code" -> diagnostic = value;
                    default -> {
                        continue;
                    }
                }
            }
        }
        return recipients;
    }
}
