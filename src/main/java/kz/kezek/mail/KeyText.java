package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;

/** Takes private keys out of running text: PEM blocks, and key containers pasted as lines of Base64. */
final class KeyText {

    private static final String END = "-----END ";
    private static final int SHORTEST_LINE = 40;

    private final String latin;
    private final StringBuilder clean = new StringBuilder();
    private final List<RefusedKey> refused = new ArrayList<>();
    private int done;

    private KeyText(String latin) {
        this.latin = latin;
    }

    /** A text as bytes without keys, and what was taken out. */
    static Redaction redact(byte[] text) {
        if (!suspicious(text)) {
            return new Redaction(text, List.of());
        }
        KeyText reader = new KeyText(Octets.latin(text));
        reader.readAll();
        return new Redaction(reader.refused.isEmpty() ? text : Octets.ofLatin(reader.clean.toString()), reader.refused);
    }

    /** One quick look that spares nearly every letter the slow one. */
    private static boolean suspicious(byte[] text) {
        boolean lineStart = true;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            if (lineStart && container(text, i)) {
                return true;
            }
            lineStart = b == '\n' || b == '\r' || lineStart && (b == ' ' || b == '>' || b == '\t');
        }
        return KeyContent.pem(text) >= 0;
    }

    /** Base64 of 30 8x begins with MI, of FE ED FE ED with /u3+7, of CE CE CE CE with zs7Oz. */
    private static boolean container(byte[] text, int at) {
        boolean likely = at + SHORTEST_LINE <= text.length
                && (text[at] == 'M' && text[at + 1] == 'I'
                        || text[at] == '/' && text[at + 1] == 'u'
                        || text[at] == 'z' && text[at + 1] == 's');
        return likely && KeyContent.isContainer(Base64Bytes.decode(text, at, at + SHORTEST_LINE), 0);
    }

    private void readAll() {
        byte[] bytes = Octets.ofLatin(latin);
        int at = 0;
        boolean lineStart = true;
        while (at < latin.length()) {
            char c = latin.charAt(at);
            if (lineStart && container(bytes, at)) {
                at = cut(at, base64End(at));
            } else if (lineStart && c == '-' && latin.startsWith("-----BEGIN ", at) && privateKey(at)) {
                at = cut(at, pemEnd(at));
            } else {
                lineStart = c == '\n' || c == '\r' || lineStart && (c == ' ' || c == '>' || c == '\t');
                at++;
            }
        }
        clean.append(latin, done, latin.length());
    }

    private boolean privateKey(int begin) {
        int end = lineEnd(begin);
        return latin.substring(begin, end).contains("PRIVATE KEY-----");
    }

    private int pemEnd(int begin) {
        int end = latin.indexOf(END, begin);
        return end < 0 ? latin.length() : lineEnd(end);
    }

    /** The end of the lines that hold nothing but Base64. */
    private int base64End(int start) {
        int end = start;
        while (end < latin.length() && base64Line(end)) {
            end = Math.min(latin.length(), lineEnd(end) + 1);
        }
        return Math.max(end, Math.min(latin.length(), lineEnd(start)));
    }

    private boolean base64Line(int start) {
        int end = lineEnd(start);
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = latin.charAt(i);
            boolean letter = c < 0x80 && (Base64Bytes.value((byte) c) >= 0 || c == '=');
            if (!letter && c != '\r' && c != ' ' && c != '>') {
                return false;
            }
            letters += letter ? 1 : 0;
        }
        return letters > 0;
    }

    private int lineEnd(int from) {
        int end = latin.indexOf('\n', from);
        return end < 0 ? latin.length() : end;
    }

    private int cut(int start, int end) {
        RefusedKey key = RefusedKey.of("", Octets.ofLatin(latin.substring(start, end)));
        refused.add(key);
        clean.append(latin, done, start).append(key.note()).append('\n');
        done = end;
        return end;
    }
}
