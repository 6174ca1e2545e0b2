package kz.kezek.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one line of a reply is. */
enum ReplyLine {
    EMPTY,
    TEXT,
    QUOTE,
    ATTRIBUTION,
    HEADER,
    FORWARD,
    SIGNATURE,
    RULE,
    SENT_FROM;

    private static final List<String> SENT = QuotePhrases.under("sent from");
    private static final List<String> FORWARDED = QuotePhrases.under("forward");
    private static final Set<String> FIELDS = new HashSet<>(QuotePhrases.under("header"));
    private static final int LONGEST_MARK = 120;

    /** The kind of a line that does not depend on its neighbours. */
    static ReplyLine of(String line) {
        String text = line.replace('\u00A0', ' ').strip();
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (quoted(text)) {
            return QUOTE;
        }
        if (text.equals("--")) {
            return SIGNATURE;
        }
        if (rule(text)) {
            return RULE;
        }
        if (text.length() > LONGEST_MARK) {
            return field(text) ? HEADER : TEXT;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (forward(lower)) {
            return FORWARD;
        }
        if (sentFrom(lower)) {
            return SENT_FROM;
        }
        return field(text) ? HEADER : TEXT;
    }

    /** {@code >} of RFC 3676 §4.5, {@code |} of some clients, {@code AB>} with the author's initials (The Bat!). */
    private static boolean quoted(String text) {
        int i = 0;
        while (i < text.length() && i < 3 && Character.isUpperCase(text.charAt(i))) {
            i++;
        }
        boolean mark = i < text.length() && text.charAt(i) == '>';
        return mark || text.charAt(0) == '|' && (text.length() == 1 || text.charAt(1) == ' ');
    }

    /** A line of one repeated sign that separates; also the mark that Mailtrack leaves. */
    private static boolean rule(String text) {
        char first = text.charAt(0);
        if (first == '\u1427') {
            return text.length() == 1;
        }
        if ("-_=+~#*".indexOf(first) < 0 || text.length() < 3) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }

    private static boolean forward(String lower) {
        if (lower.equals("-----begin pgp signature-----")) {
            return true;
        }
        boolean dashed = lower.startsWith("--") || lower.startsWith("__") || lower.startsWith("==");
        String inner = dashed ? trimmed(lower) : lower;
        if (!dashed && !inner.endsWith(":") && !inner.endsWith("：")) {
            return false;
        }
        for (String phrase : FORWARDED) {
            if (inner.startsWith(phrase) && inner.length() <= phrase.length() + (dashed ? 40 : 1)) {
                return true;
            }
        }
        return false;
    }

    private static String trimmed(String lower) {
        int start = 0;
        while (start < lower.length() && "-_= ".indexOf(lower.charAt(start)) >= 0) {
            start++;
        }
        return lower.substring(start);
    }

    private static boolean sentFrom(String lower) {
        String words = lower.replace("[", "").replace("]", "");
        int start = 0;
        while (start < words.length() && "<(-*_ ".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        for (String phrase : SENT) {
            if (words.startsWith(phrase, start)) {
                return true;
            }
        }
        return lower.length() < 40 && (lower.endsWith(" from mobile") || lower.endsWith(" via mobile"));
    }

    private static boolean field(String text) {
        int colon = text.indexOf(':');
        int wide = text.indexOf('：');
        int end = colon < 0 ? wide : colon;
        if (end <= 0 || end > 30) {
            return false;
        }
        String name = text.substring(0, end)
                .replace("*", "")
                .replace('\u00A0', ' ')
                .strip()
                .toLowerCase(Locale.ROOT);
        return FIELDS.contains(name);
    }
}
