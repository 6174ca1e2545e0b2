package kz.kezek.mail;

/** UTF-7 (RFC 2152): modified Base64 of UTF-16 between {@code +} and {@code -}. Broken shifts are kept as they stand. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] != '+') {
                text.append((char) (bytes[i++] & 0xFF));
            } else if (i + 1 < bytes.length && bytes[i + 1] == '-') {
                text.append('+');
                i += 2;
            } else {
                i = shifted(bytes, i + 1, text);
            }
        }
        return text.toString();
    }

    private static int shifted(byte[] bytes, int start, StringBuilder text) {
        int bits = 0;
        int held = 0;
        int i = start;
        while (i < bytes.length && Base64Bytes.value(bytes[i]) >= 0) {
            held = (held << 6 | Base64Bytes.value(bytes[i++])) & 0x3FFFFF;
            bits += 6;
            if (bits >= 16) {
                bits -= 16;
                text.append((char) (held >> bits & 0xFFFF));
            }
        }
        if (i == start) {
            text.append('+');
        }
        return i < bytes.length && bytes[i] == '-' && i > start ? i + 1 : i;
    }
}
