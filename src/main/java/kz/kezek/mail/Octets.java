package kz.kezek.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Questions asked of raw bytes; one char of a "latin" string stands for one byte. */
final class Octets {

    private Octets() {}

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static byte[] ofLatin(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    static boolean startsWith(byte[] bytes, int at, String ascii) {
        if (at + ascii.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The index just behind the next line feed, or the length. */
    static int nextLine(byte[] bytes, int at) {
        int i = at;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, bytes.length);
    }

    static byte[] from(byte[] bytes, int start) {
        return start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
    }

    /** The first index from which the wanted bytes stand, negative if nowhere; nothing stands at the start. */
    static int indexOf(byte[] bytes, byte[] wanted, int from) {
        if (wanted.length == 0) {
            return from;
        }
        for (int i = from; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
