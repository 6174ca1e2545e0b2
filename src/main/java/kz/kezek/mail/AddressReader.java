package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Address lists (RFC 5322 §3.4 with the obsolete forms, RFC 6532) as letters write them: groups are flattened, comments
 * serve as names, routes are dropped, and unclosed quotation marks and brackets end with the field.
 */
final class AddressReader {

    private static final int MOST = 2000;

    private final String latin;
    private final String field;
    private final HeaderDecoder decoder;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean hasAngle;
    private boolean quotedWords;
    private int at;

    private AddressReader(String latin, String field, HeaderDecoder decoder) {
        this.latin = latin;
        this.field = field;
        this.decoder = decoder;
    }

    /** Reads a field body given as a "latin" string, one char a byte. */
    static List<MailAddress> read(String latin, String field, HeaderDecoder decoder) {
        AddressReader reader = new AddressReader(latin, field, decoder);
        reader.readAll();
        return reader.found;
    }

    private void readAll() {
        while (at < latin.length() && found.size() < MOST) {
            char c = latin.charAt(at);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> end();
                case ':' -> colon();
                case '=' -> encodedWordOrChar();
                default -> {
                    words.append(c);
                    at++;
                }
            }
        }
        end();
    }

    private void end() {
        String name = CleanText.line(words.toString());
        String note = CleanText.line(comment.toString());
        String address = hasAngle ? withoutBlanks(withoutRoute(angle.toString())) : "";
        if (!hasAngle && isAddress(name)) {
            address = withoutBlanks(name);
            name = "";
        }
        if (name.isEmpty() && !address.isEmpty()) {
            name = note;
        }
        if (!address.isEmpty() || !name.isEmpty()) {
            found.add(new MailAddress(shown(name), shown(address)));
        }
        words.setLength(0);
        comment.setLength(0);
        angle.setLength(0);
        hasAngle = false;
        quotedWords = false;
        at++;
    }

    /** A group name ends here, unless the colon stands within an address without brackets. */
    private void colon() {
        if (!hasAngle && words.indexOf("@") < 0) {
            words.setLength(0);
            comment.setLength(0);
        } else {
            words.append(':');
        }
        at++;
    }

    private void encodedWordOrChar() {
        int end = latin.startsWith("=?", at) ? encodedWordEnd(at) : -1;
        if (end < 0) {
            words.append(latin.charAt(at++));
        } else {
            words.append(latin, at, end);
            at = end;
        }
    }

    /** Clients put commas and quotation marks into encoded words, although RFC 2047 §5 forbids it in names. */
    private int encodedWordEnd(int start) {
        int charset = latin.indexOf('?', start + 2);
        if (charset < 0 || charset - start > 62 || !latin.startsWith("?", charset + 2)) {
            return -1;
        }
        int end = charset + 3;
        int farthest = Math.min(latin.length() - 1, end + 1000);
        while (end < farthest && !(latin.charAt(end) == '?' && latin.charAt(end + 1) == '=')) {
            end++;
        }
        return end < farthest ? end + 2 : -1;
    }

    private void quoted() {
        at++;
        boolean localPart = words.isEmpty();
        quotedWords = quotedWords || localPart;
        while (at < latin.length() && latin.charAt(at) != '"') {
            if (latin.charAt(at) == '\\' && at + 1 < latin.length()) {
                at++;
            }
            words.append(latin.charAt(at++));
        }
        at++;
    }

    private void comment() {
        int depth = 0;
        if (!comment.isEmpty()) {
            comment.append(' ');
        }
        while (at < latin.length()) {
            char c = latin.charAt(at++);
            if (c == '\\' && at < latin.length()) {
                comment.append(latin.charAt(at++));
            } else if (c == '(' && depth++ == 0) {
                continue;
            } else if (c == ')' && --depth == 0) {
                return;
            } else {
                comment.append(c);
            }
        }
    }

    private void angle() {
        at++;
        boolean inQuotes = false;
        hasAngle = true;
        angle.setLength(0);
        while (at < latin.length()) {
            char c = latin.charAt(at++);
            if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == '\\' && inQuotes && at < latin.length()) {
                angle.append(latin.charAt(at++));
            } else if (c == '(' && !inQuotes) {
                at = commentEnd(at);
            } else if (c == '>' && !inQuotes) {
                return;
            } else if (c != '<') {
                angle.append(c);
            }
        }
    }

    private int commentEnd(int from) {
        int close = latin.indexOf(')', from);
        return close < 0 ? latin.length() : close + 1;
    }

    private boolean isAddress(String name) {
        int sign = name.lastIndexOf('@');
        return sign > 0
                && (quotedWords || name.indexOf(' ') < 0 || withoutBlanks(name).equals(name.replace(" ", "")));
    }

    private String shown(String latinText) {
        return CleanText.line(decoder.decode(latinText, field));
    }

    /** RFC 5322 §4.4: {@code @relay,@relay:user@host}. */
    private static String withoutRoute(String address) {
        String trimmed = address.trim();
        int colon = trimmed.startsWith("@") ? trimmed.indexOf(':') : -1;
        return colon < 0 ? trimmed : trimmed.substring(colon + 1);
    }

    /** Blanks around dots and the at sign are folding, not content; those within a quoted local part are content. */
    private static String withoutBlanks(String address) {
        int sign = address.lastIndexOf('@');
        String local = sign < 0 ? address : address.substring(0, sign).trim();
        String host = sign < 0 ? "" : address.substring(sign).replace(" ", "").replace("\t", "");
        boolean dotted = local.indexOf('.') >= 0 || local.indexOf(' ') < 0;
        return (dotted ? local.replace(" ", "").replace("\t", "") : local) + host;
    }
}
