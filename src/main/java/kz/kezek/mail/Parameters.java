package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The value and the parameters of Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2183), read as leniently as
 * letters need: continuations and charsets of RFC 2231, encoded words and raw bytes in values, unquoted blanks, missing
 * semicolons and quotation marks, backslashes of Windows paths. Of a parameter given twice the first counts.
 */
final class Parameters {

    private static final int MOST = 200;

    private final String value;
    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Segment>> pieces = new LinkedHashMap<>();

    /** One numbered piece of a value; {@code encoded} when it is percent-encoded. */
    private record Segment(String text, boolean encoded) {}

    private Parameters(String value) {
        this.value = value;
    }

    /** Reads a field body given as a "latin" string, one char a byte. */
    static Parameters read(String latin) {
        int end = 0;
        while (end < latin.length() && latin.charAt(end) != ';' && !isBlank(latin.charAt(end))) {
            end++;
        }
        Parameters parameters = new Parameters(latin.substring(0, end).trim().toLowerCase(Locale.ROOT));
        parameters.readAll(latin, end);
        return parameters;
    }

    /** The part before the first parameter in lower case, such as {@code text/plain}. */
    String value() {
        return value;
    }

    /** A parameter that is a plain word, such as a charset or boundary; empty when missing. */
    String word(String name) {
        String word = plain.get(name);
        if (word != null) {
            return word;
        }
        StringBuilder joined = new StringBuilder();
        pieces.getOrDefault(name, new TreeMap<>()).values().forEach(piece -> joined.append(piece.text()));
        int quote = joined.indexOf("'");
        int second = quote < 0 ? -1 : joined.indexOf("'", quote + 1);
        return second < 0 ? joined.toString() : joined.substring(second + 1);
    }

    /** A parameter for people, such as a file name, decoded; empty when missing. */
    String text(String name, HeaderDecoder decoder) {
        TreeMap<Integer, Segment> segments = pieces.get(name);
        String simple = plain.get(name);
        if (segments == null) {
            return simple == null ? "" : decoder.decode(simple, name);
        }
        boolean encoded = segments.values().stream().anyMatch(Segment::encoded);
        return encoded ? extended(segments, decoder, name) : decoder.decode(joined(segments), name);
    }

    private static String joined(TreeMap<Integer, Segment> segments) {
        StringBuilder joined = new StringBuilder();
        segments.values().forEach(segment -> joined.append(segment.text()));
        return joined.toString();
    }

    /** RFC 2231 §4: {@code charset'language'percent-encoded}; without the quotes the charset is guessed. */
    private static String extended(TreeMap<Integer, Segment> segments, HeaderDecoder decoder, String name) {
        String charset = "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean first = true;
        for (Segment segment : segments.values()) {
            String text = segment.text();
            int quote = first && segment.encoded() ? text.indexOf('\'') : -1;
            int second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
            if (second >= 0) {
                charset = text.substring(0, quote);
                text = text.substring(second + 1);
            }
            first = false;
            bytes.writeBytes(segment.encoded() ? percentDecoded(text) : Octets.ofLatin(text));
        }
        String decoded = decoder.decodeBytes(bytes.toByteArray(), charset);
        return decoded.contains("=?") ? decoder.decode(Octets.latin(bytes.toByteArray()), name) : decoded;
    }

    private static byte[] percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '%' && i + 2 < text.length();
            int high = pair ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = pair ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private void readAll(String latin, int start) {
        int at = start;
        int count = 0;
        while (at < latin.length() && count++ < MOST) {
            while (at < latin.length() && (latin.charAt(at) == ';' || isBlank(latin.charAt(at)))) {
                at++;
            }
            int nameEnd = at;
            while (nameEnd < latin.length() && isNameChar(latin.charAt(nameEnd))) {
                nameEnd++;
            }
            int equals = skipBlanks(latin, nameEnd);
            if (nameEnd == at || equals >= latin.length() || latin.charAt(equals) != '=') {
                at = nextSemicolonOrBlank(latin, Math.max(nameEnd, at));
                continue;
            }
            String name = latin.substring(at, nameEnd).toLowerCase(Locale.ROOT);
            int valueStart = skipBlanks(latin, equals + 1);
            at = valueStart < latin.length() && latin.charAt(valueStart) == '"'
                    ? quoted(name, latin, valueStart + 1)
                    : unquoted(name, latin, valueStart);
        }
    }

    private int quoted(String name, String latin, int start) {
        StringBuilder text = new StringBuilder();
        int i = start;
        while (i < latin.length() && latin.charAt(i) != '"') {
            char c = latin.charAt(i);
            boolean escape = c == '\\' && i + 1 < latin.length();
            // only a quotation mark or another backslash is escaped in practice: C:\scans\x.png means itself
            if (escape && (latin.charAt(i + 1) == '"' && i + 2 < latin.length() || latin.charAt(i + 1) == '\\')) {
                i++;
            }
            text.append(latin.charAt(i++));
        }
        put(name, text.toString());
        return i + 1;
    }

    private int unquoted(String name, String latin, int start) {
        int end = start;
        while (end < latin.length() && latin.charAt(end) != ';') {
            if (isBlank(latin.charAt(end)) && (latin.startsWith("(", end + 1) || parameterFollows(latin, end + 1))) {
                break;
            }
            end++;
        }
        put(name, latin.substring(start, end).trim());
        return end;
    }

    /** A missing semicolon: {@code charset=utf-8 name=x}. */
    private static boolean parameterFollows(String latin, int start) {
        int at = start;
        while (at < latin.length() && at - start < 40 && isNameChar(latin.charAt(at))) {
            at++;
        }
        return at > start && at < latin.length() && latin.charAt(at) == '=';
    }

    private void put(String name, String text) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, text);
            return;
        }
        String base = name.substring(0, star);
        boolean encoded = name.endsWith("*");
        String number = name.substring(star + 1).replace("*", "");
        if (number.length() < 5 && number.chars().allMatch(Character::isDigit)) {
            int index = number.isEmpty() ? 0 : Integer.parseInt(number);
            pieces.computeIfAbsent(base, missing -> new TreeMap<>()).putIfAbsent(index, new Segment(text, encoded));
        }
    }

    private static int nextSemicolonOrBlank(String latin, int from) {
        int i = from;
        while (i < latin.length() && latin.charAt(i) != ';' && !isBlank(latin.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipBlanks(String latin, int from) {
        int i = from;
        while (i < latin.length() && isBlank(latin.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isNameChar(char c) {
        return c > ' ' && c < 0x7F && c != '=' && c != ';' && c != '"' && c != '(' && c != ')' && c != ',';
    }
}
