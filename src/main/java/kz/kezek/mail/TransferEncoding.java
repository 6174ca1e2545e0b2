package kz.kezek.mail;

import java.util.Locale;

/** Content-Transfer-Encoding (RFC 2045 §6) and the uuencode names that stood before it. */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(byte[] raw, String encoding, String mediaType) {
        // RFC 2045 §6.4: composite types carry no encoding; those that do anyway mean it, except multiparts
        return switch (name(encoding)) {
            case "base64" -> undecodable(raw, encoding, mediaType) ? raw : Base64Bytes.decode(raw, 0, raw.length);
            case "quoted-printable", "quotedprintable", "quoted_printable" -> QuotedPrintable.decodeBody(raw);
            case "x-uuencode", "x-uue", "uuencode", "uue" -> UuBlocks.decodeWhole(raw);
            default -> raw;
        };
    }

    /** Whether a text says to be Base64 and is none: programs declare it and then send the text plain. */
    static boolean undecodable(byte[] raw, String encoding, String mediaType) {
        return mediaType.startsWith("text/") && name(encoding).equals("base64") && !Base64Bytes.plausible(raw);
    }

    private static String name(String encoding) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < Math.min(encoding.length(), 80); i++) {
            char c = encoding.charAt(i);
            if (c == '(' || c == ';') {
                break;
            }
            if (c > ' ' && c != '"') {
                name.append(c);
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
