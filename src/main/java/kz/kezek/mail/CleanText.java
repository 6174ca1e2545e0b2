package kz.kezek.mail;

/** Text fit to store and to show: no NUL (PostgreSQL refuses it), no lone surrogates, no byte order mark in front. */
final class CleanText {

    private CleanText() {}

    static String of(String text) {
        int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(text, start);
            }
        }
        return start == 0 ? text : text.substring(start);
    }

    private static String cleaned(String text, int start) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
            } else if (c != 0) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** One line: every run of white space and controls becomes one blank, so that nothing can start a header or a line. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7F || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                blank = true;
            } else {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                line.append(c);
                blank = false;
            }
        }
        return line.toString();
    }

    /** Line ends as {@code \n}, whatever the letter uses. */
    static String unixLines(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\r') {
                lines.append(c);
            } else if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
                lines.append('\n');
            }
        }
        return lines.toString();
    }
}
