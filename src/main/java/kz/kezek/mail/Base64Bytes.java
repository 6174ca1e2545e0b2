package kz.kezek.mail;

import java.util.Arrays;

/**
 * Base64 as letters carry it (RFC 2045 §6.8): whatever is no letter of the alphabet is skipped, missing padding is
 * forgiven, and several encoded pieces one behind the other are read as one.
 */
final class Base64Bytes {

    private static final int SAMPLE = 4096;
    private static final byte[] VALUES = values();

    private Base64Bytes() {}

    /** The six bits of an alphabet letter, or a negative number. */
    static int value(byte letter) {
        return VALUES[letter & 0xFF];
    }

    static byte[] decode(byte[] encoded, int from, int to) {
        byte[] out = new byte[(to - from) / 4 * 3 + 3];
        int length = 0;
        int held = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (count == 0) {
                int quick = wholeGroups(encoded, i, to, out, length);
                i += quick;
                length += quick / 4 * 3;
                if (i == to) {
                    break;
                }
            }
            byte letter = encoded[i];
            int value = value(letter);
            if (value >= 0) {
                held = held << 6 | value;
                if (++count == 4) {
                    out[length++] = (byte) (held >> 16);
                    out[length++] = (byte) (held >> 8);
                    out[length++] = (byte) held;
                    count = 0;
                    held = 0;
                }
            } else if (letter == '=' && count > 0) {
                length = rest(out, length, held, count);
                count = 0;
                held = 0;
                i = lineEnd(encoded, i, to);
            }
        }
        return Arrays.copyOf(out, rest(out, length, held, count));
    }

    /** Decodes groups of four letters as long as nothing stands between them, which is nearly all of every line; how many letters. */
    private static int wholeGroups(byte[] encoded, int from, int to, byte[] out, int at) {
        int length = at;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            int group = VALUES[encoded[i] & 0xFF] << 18
                    | VALUES[encoded[i + 1] & 0xFF] << 12
                    | VALUES[encoded[i + 2] & 0xFF] << 6
                    | VALUES[encoded[i + 3] & 0xFF];
            if (group < 0) {
                break;
            }
            out[length++] = (byte) (group >> 16);
            out[length++] = (byte) (group >> 8);
            out[length++] = (byte) group;
        }
        return i - from;
    }

    /** What stands behind the padding in its line is no data; in the next line another piece may begin. */
    private static int lineEnd(byte[] encoded, int from, int to) {
        int i = from;
        while (i < to && encoded[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Whether bytes can be Base64 at all: programs declare it and then send plain text. */
    static boolean plausible(byte[] bytes) {
        int strange = 0;
        int letters = 0;
        int end = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < end; i++) {
            byte b = bytes[i];
            if (b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '=') {
                continue;
            }
            boolean letter = value(b) >= 0;
            letters += letter ? 1 : 0;
            strange += letter ? 0 : 1;
        }
        return strange * 10 <= letters;
    }

    private static int rest(byte[] out, int length, int held, int count) {
        int end = length;
        if (count >= 2) {
            out[end++] = (byte) (held << 6 * (4 - count) >> 16);
        }
        if (count == 3) {
            out[end++] = (byte) (held << 6 >> 8);
        }
        return end;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}
