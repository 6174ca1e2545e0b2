package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a report (RFC 6522) by what they are.
 *
 * @param status the text of message/delivery-status
 * @param statusInText plain text that carries its fields; people may have copied it into their letters
 * @param feedback whether a message/feedback-report is there (RFC 5965)
 * @param receipt whether it is a read receipt (RFC 8098)
 * @param returned whether the letter or its header is returned
 * @param words every readable text, for letters whose text is elsewhere
 * @param originalIds the Message-IDs of what is returned
 * @param originalTo the addressees of what is returned
 */
record ReportParts(
        String status,
        String statusInText,
        boolean feedback,
        boolean receipt,
        boolean returned,
        String words,
        List<String> originalIds,
        List<String> originalTo) {

    private static final int LONGEST = 60_000;

    static ReportParts of(MimePart letter) {
        Collector collector = new Collector();
        collector.visit(letter, 0);
        return collector.parts();
    }

    private static final class Collector {
        private final StringBuilder status = new StringBuilder();
        private final StringBuilder statusInText = new StringBuilder();
        private final StringBuilder words = new StringBuilder();
        private final List<String> ids = new ArrayList<>();
        private final List<String> addressees = new ArrayList<>();
        private boolean feedback;
        private boolean receipt;
        private boolean returned;

        void visit(MimePart part, int depth) {
            if (part.isMultipart()) {
                part.children().forEach(child -> visit(child, depth + 1));
                return;
            }
            switch (part.mediaType()) {
                case "message/delivery-status", "message/global-delivery-status" ->
                    status.append(latin(part)).append("\n\n");
                case "message/feedback-report" -> feedback = true;
                case "message/disposition-notification" -> receipt = true;
                case "message/rfc822",
                        "text/rfc822-headers",
                        "message/global",
                        "message/rfc822-headers",
                        "message/partial" -> original(latin(part));
                case "text/plain" -> text(latin(part), depth);
                default -> {
                    return; // other parts say nothing of delivery
                }
            }
        }

        private static String latin(MimePart part) {
            byte[] bytes = part.decodedBody();
            return CleanText.unixLines(Octets.latin(bytes, 0, Math.min(bytes.length, LONGEST)));
        }

        private void text(String latin, int depth) {
            String lower = latin.toLowerCase(Locale.ROOT);
            if (DeliveryStatus.in(lower)) {
                statusInText.append(latin).append("\n\n");
            }
            words.append(latin).append('\n');
            int start = lower.indexOf("\nmessage-id:");
            if (start >= 0) {
                field(latin.substring(start + 1, Math.min(latin.length(), start + 1000)));
            }
        }

        private void original(String header) {
            returned = true;
            for (String line : unfolded(header)) {
                if (line.isEmpty()) {
                    return;
                }
                field(line);
            }
        }

        private void field(String line) {
            int end = line.indexOf('\n');
            String one = end < 0 ? line : line.substring(0, end);
            int colon = one.indexOf(':');
            String name = colon < 0 ? "" : one.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = one.substring(colon + 1);
            // Outlook.com's complaints are no ARF, but the returned letter carries this field
            feedback = feedback || name.equals("x-hmxmroriginalrecipient");
            if (name.equals("message-id")) {
                MessageIds.read(value).stream().limit(1).forEach(ids::add);
            } else if (name.equals("to")) {
                MailText.addresses(value).forEach(found -> addressees.add(found.address()));
            }
        }

        private static List<String> unfolded(String header) {
            List<String> lines = new ArrayList<>();
            for (String line : header.split("\n", 1000)) {
                boolean folded = !lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
                if (folded && !line.isBlank()) {
                    lines.set(lines.size() - 1, lines.getLast() + line);
                } else {
                    lines.add(line.strip());
                }
            }
            return lines;
        }

        ReportParts parts() {
            return new ReportParts(
                    status.toString(),
                    statusInText.toString(),
                    feedback,
                    receipt,
                    returned,
                    words.toString(),
                    ids,
                    addressees);
        }
    }
}
