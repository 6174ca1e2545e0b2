package kz.kezek.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Quoted-printable (RFC 2045 §6.7) and its form in headers, "Q" (RFC 2047 §4.2); what is not encoded right is kept as it stands. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    static byte[] decodeBody(byte[] encoded) {
        byte[] out = new byte[encoded.length];
        int length = 0;
        int i = 0;
        while (i < encoded.length) {
            byte b = encoded[i];
            if (b == '=') {
                int behindBreak = softBreak(encoded, i + 1);
                if (behindBreak > 0) {
                    i = behindBreak;
                    continue;
                }
                int value = hexPair(encoded, i + 1);
                out[length++] = value < 0 ? b : (byte) value;
                i += value < 0 ? 1 : 3;
            } else {
                int behindBlanks = trailingBlanks(encoded, i);
                if (behindBlanks == i) {
                    out[length++] = b;
                    i++;
                } else {
                    i = behindBlanks;
                }
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** Encodes a body; lines are broken softly below 76 characters, line ends stay as they are. */
    static byte[] encode(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int column = 0;
        for (byte b : plain) {
            boolean lineEnd = b == '\n' || b == '\r';
            boolean literal = lineEnd || b >= ' ' && b < 0x7F && b != '=';
            if (!lineEnd && column > 70) {
                out.writeBytes(new byte[] {'=', '\n'});
                column = 0;
            }
            out.writeBytes(
                    literal ? new byte[] {b} : String.format("=%02X", b & 0xFF).getBytes(StandardCharsets.US_ASCII));
            column = lineEnd ? 0 : column + (literal ? 1 : 3);
        }
        return out.toByteArray();
    }

    static byte[] decodeWord(byte[] encoded, int from, int to) {
        byte[] out = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte b = encoded[i];
            int value = b == '=' && i + 2 < to ? hexPair(encoded, i + 1) : -1;
            if (value >= 0) {
                out[length++] = (byte) value;
                i += 2;
            } else {
                out[length++] = b == '_' ? (byte) ' ' : b;
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** The index behind "= blanks line-end", or 0 if this is no soft line break. */
    private static int softBreak(byte[] bytes, int start) {
        int i = start;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        if (i == bytes.length) {
            return i;
        }
        if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
            return i + 2;
        }
        return bytes[i] == '\n' ? i + 1 : 0;
    }

    /** Blanks before a line end were added by carriers and are not content (RFC 2045 §6.7, rule 3). */
    private static int trailingBlanks(byte[] bytes, int start) {
        int i = start;
        while (i < bytes.length && i - start < 80 && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        boolean lineEnd = i < bytes.length && (bytes[i] == '\n' || bytes[i] == '\r');
        return lineEnd ? i : start;
    }

    private static int hexPair(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
