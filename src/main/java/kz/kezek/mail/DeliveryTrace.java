package kz.kezek.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the last mail server wrote on a letter when it put it into a mailbox (RFC 5321 §4.4): all that is left of the
 * envelope there. As believable as the mailbox; what stands further down may be the author's own invention.
 *
 * @param returnPath the envelope sender; present and empty for the null sender
 * @param deliveredTo the envelope recipients as far as they are told
 * @param receivedAt when the last server received it
 */
public record DeliveryTrace(Optional<String> returnPath, List<String> deliveredTo, Optional<Instant> receivedAt) {

    private static final int LONGEST = 256 * 1024;
    private static final int MOST_RECIPIENTS = 20;
    private static final List<String> RECIPIENT_FIELDS = List.of("x-original-to", "envelope-to", "delivered-to");

    public DeliveryTrace {
        deliveredTo = List.copyOf(deliveredTo);
    }

    /** Reads it from the head of a letter, however broken. */
    public static DeliveryTrace of(byte[] raw) {
        List<String> fields = fields(raw);
        return new DeliveryTrace(
                values(fields, "return-path").findFirst().map(DeliveryTrace::address),
                RECIPIENT_FIELDS.stream()
                        .flatMap(name -> values(fields, name))
                        .map(DeliveryTrace::address)
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .limit(MOST_RECIPIENTS)
                        .toList(),
                values(fields, "received").findFirst().flatMap(DeliveryTrace::dateOf));
    }

    private static List<String> fields(byte[] raw) {
        String head = new String(raw, 0, Math.min(raw.length, LONGEST), StandardCharsets.UTF_8);
        List<String> fields = new ArrayList<>();
        for (String line : head.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (folded && !fields.isEmpty()) {
                fields.add(fields.removeLast() + " " + line.strip());
            } else {
                fields.add(line);
            }
        }
        return fields;
    }

    private static java.util.stream.Stream<String> values(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(field -> field.substring(name.length() + 1).strip());
    }

    private static String address(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', open + 1);
        String address = open >= 0 && close > open ? value.substring(open + 1, close) : value;
        return CleanText.line(address).strip();
    }

    private static Optional<Instant> dateOf(String received) {
        return DateReader.read(received.substring(received.lastIndexOf(';') + 1))
                .map(OffsetDateTime::toInstant);
    }
}
