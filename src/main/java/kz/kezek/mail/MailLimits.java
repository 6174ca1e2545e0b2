package kz.kezek.mail;

/**
 * How much of one letter is read. What exceeds a limit is left out and said so among the repairs; the raw letter keeps it.
 *
 * @param depth of nested parts
 * @param parts in all
 * @param headerFields of one part
 * @param headerBytes of one part, in bytes
 * @param encodedWords decoded per letter (RFC 2047)
 * @param textChars of readable text, of HTML, and of text searched for quotations, each
 * @param attachmentBytes unpacked from containers (winmail.dat), in bytes
 */
public record MailLimits(
        int depth, int parts, int headerFields, int headerBytes, int encodedWords, int textChars, int attachmentBytes) {

    /** Depth 50, 1,000 parts, 1,000 fields or 256 KB of header, 1,000 encoded words, 4 million characters, 64 MB unpacked. */
    public static MailLimits standard() {
        return new MailLimits(50, 1000, 1000, 256 * 1024, 1000, 4_000_000, 64 << 20);
    }
}
