package kz.kezek.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a ticket as people see it: {@code СК-26-004812}, the service code in Cyrillic, the year of registration
 * in Astana, and a running number of at least six digits (R26).
 */
public record TicketNumber(int year, long sequence) {

    /** С or С-like, К or K; a two- or four-digit year; the running number. Bounded, so it is safe on untrusted text. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\p{L}\\d])[СCSсcs][КKкk]\\s?[-–—]\\s?(?:20)?(\\d{2})\\s?[-–—]\\s?(\\d{6,9})(?!\\d)");

    /** @throws IllegalArgumentException when the year is not 0–99 or the sequence is not positive */
    public TicketNumber {
        if (year < 0 || year > 99 || sequence < 1) {
            throw new IllegalArgumentException("no ticket has the number " + year + "-" + sequence);
        }
    }

    /** The first ticket number written in this text, also with Latin letters, other dashes or a four-digit year. */
    public static Optional<TicketNumber> find(String text) {
        var matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            long sequence = Long.parseLong(matcher.group(2));
            if (sequence > 0) {
                return Optional.of(new TicketNumber(Integer.parseInt(matcher.group(1)), sequence));
            }
        }
        return Optional.empty();
    }

    /** The number that this text is, whole; nothing when it is anything else. */
    public static Optional<TicketNumber> read(String text) {
        return WRITTEN.matcher(text.strip()).matches() ? find(text) : Optional.empty();
    }

    /** The same number in ASCII, for file names and addresses typed by hand: {@code SK-26-004812}. */
    public String ascii() {
        return String.format(Locale.ROOT, "SK-%02d-%06d", year, sequence);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "СК-%02d-%06d", year, sequence);
    }
}
