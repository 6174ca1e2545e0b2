package kz.kezek.mail;

/**
 * The codes in a server's words: enhanced status codes (RFC 3463, {@code 5.1.1}) and SMTP reply codes (RFC 5321 §4.2,
 * {@code 550}). Numbers that are parts of addresses, versions, ports or dates are none.
 */
final class SmtpCodes {

    private static final int FARTHEST = 20_000;

    private SmtpCodes() {}

    /** The first enhanced status of class 4 or 5, a specific one before a {@linkplain #general general} one; empty if there is none. */
    static String status(String text) {
        int at = statusPlace(text);
        return at < 0 ? "" : statusAt(text, at);
    }

    /** Whether a status only says that it failed (x.0.0) or took too long (x.4.7), not why. */
    static boolean general(String status) {
        return status.isEmpty() || status.endsWith(".0.0") || status.endsWith(".4.7");
    }

    private static int statusPlace(String text) {
        int general = -1;
        int end = Math.min(text.length(), FARTHEST);
        for (int i = 0; i + 4 < end; i++) {
            char c = text.charAt(i);
            if ((c != '4' && c != '5') || !freeBefore(text, i)) {
                continue;
            }
            String status = statusAt(text, i);
            if (!status.isEmpty() && !general(status)) {
                return i;
            }
            general = general < 0 && !status.isEmpty() ? i : general;
        }
        return general;
    }

    /** The status written at this place as a whole word, or empty. */
    private static String statusAt(String text, int at) {
        int subject = digits(text, at + 2);
        boolean dots = text.charAt(at + 1) == '.'
                && subject > at + 2
                && subject < text.length()
                && text.charAt(subject) == '.';
        int detail = dots ? digits(text, subject + 1) : 0;
        if (!dots || detail == subject + 1 || subject - at > 5 || detail - subject > 4) {
            return "";
        }
        boolean goesOn = detail < text.length()
                && (Character.isLetterOrDigit(text.charAt(detail))
                        || text.charAt(detail) == '.'
                                && detail + 1 < text.length()
                                && Character.isDigit(text.charAt(detail + 1)));
        return goesOn ? "" : text.substring(at, detail);
    }

    /** The SMTP reply code of class 4 or 5 in front of the status, else the first one; empty if there is none. */
    static String reply(String text) {
        int status = statusPlace(text);
        boolean paired = status >= 4 && (text.charAt(status - 1) == ' ' || text.charAt(status - 1) == '-');
        String before = paired ? firstReply(text.substring(Math.max(0, status - 5), status)) : "";
        return before.isEmpty() ? firstReply(text) : before;
    }

    private static String firstReply(String text) {
        int end = Math.min(text.length(), FARTHEST);
        for (int i = 0; i + 2 < end; i++) {
            char c = text.charAt(i);
            boolean code = (c == '4' || c == '5')
                    && text.charAt(i + 1) >= '0'
                    && text.charAt(i + 1) <= '5'
                    && Character.isDigit(text.charAt(i + 2))
                    && freeBefore(text, i)
                    && freeBehind(text, i + 3);
            if (code) {
                return text.substring(i, i + 3);
            }
        }
        return "";
    }

    private static boolean freeBefore(String text, int at) {
        if (at == 0) {
            return true;
        }
        char c = text.charAt(at - 1);
        return c == ' '
                || c == '\t'
                || c == '\n'
                || c == '('
                || c == '#'
                || c == ':'
                || c == '"'
                || c == '\''
                || c == '[' && !ipAt(text, at)
                || c == '-' && at > 3 && Character.isDigit(text.charAt(at - 2))
                || c == '<'
                || c == '='
                || c == '>'
                || c == ';'
                || c == ','
                || c == '*'
                || c == '|';
    }

    private static boolean ipAt(String text, int at) {
        int dots = 0;
        for (int i = at; i < text.length() && i < at + 16 && text.charAt(i) != ']'; i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
        }
        return dots == 3;
    }

    private static boolean freeBehind(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        if (c == '-' || c == ' ') {
            return !unit(text, at + 1);
        }
        return c == '\n' || c == ',' || c == '"' || c == ')' || c == '#' || c == ':' || c == ';' || c == '<' || c == '['
                || c == ']' || c == '\'' || c == '.';
    }

    /** "554 bytes", "450 seconds": a measure, no code. */
    private static boolean unit(String text, int at) {
        for (String unit : new String[] {
            "bytes", "byte", "kb", "mb", "sec", "min", "hour", "day", "attempts", "messages", "recipients"
        }) {
            if (text.regionMatches(true, at, unit, 0, unit.length())) {
                return true;
            }
        }
        return false;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
