package kz.kezek.correspondence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from outside made fit for a letter. Control, format and bidirectional characters go, and so do U+560A and U+560D, which
 * some relays cut down to LF and CR: nothing in a value can begin a line, a header or a right-to-left disguise.
 */
final class OutsideText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\u560A\u560D]+");
    private static final Pattern UNSEEN_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\u560A\u560D&&[^\\n]]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[ \\u00A0-]?\\p{Nd}){11,}+");
    private static final Pattern LINK = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)\\S+");
    private static final int ECHO_LENGTH = 120;

    private OutsideText() {}

    /** One line. */
    static String line(String text) {
        return isLine(text) ? text : toLine(text);
    }

    /** A quick look that spares nearly every text the slow way; a surrogate goes the slow way. */
    private static boolean isLine(String text) {
        boolean spaceBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (space ? spaceBefore : !isPlain(c)) {
                return false;
            }
            spaceBefore = space;
        }
        return text.isEmpty() || !spaceBefore;
    }

    /** Letters, digits and marks of Latin and Cyrillic, none of which is a space or unseen. */
    private static boolean isPlain(char c) {
        return c > ' ' && c <= '~' || c >= '\u0400' && c < '\u0530' || "«»—…№".indexOf(c) >= 0;
    }

    private static String toLine(String text) {
        return SPACES.matcher(UNSEEN.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Several lines, parted by LF. */
    static String lines(String text) {
        String parted = LINE_END.matcher(text).replaceAll("\n");
        return UNSEEN_BUT_LINES.matcher(parted).replaceAll(" ").strip();
    }

    /**
     * An applicant's words in a letter of ours: one short line, no number of twelve digits in full, and no link, for a notice
     * sent to a forged sender must not carry a stranger's link under our name.
     */
    static String echo(String text) {
        String masked = mask(LINK.matcher(line(text)).replaceAll("[…]"));
        if (masked.codePointCount(0, masked.length()) <= ECHO_LENGTH) {
            return masked;
        }
        return masked.substring(0, masked.offsetByCodePoints(0, ECHO_LENGTH)).strip() + "…";
    }

    /** Numbers of twelve digits and more, also with spaces or hyphens inside, keep their last four digits only. */
    static String mask(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("••••••••" + tail(found.group())));
    }

    private static String tail(String number) {
        StringBuilder digits = new StringBuilder();
        number.codePoints().filter(Character::isDigit).forEach(digits::appendCodePoint);
        int from = digits.offsetByCodePoints(digits.length(), -4);
        return digits.substring(from);
    }
}
