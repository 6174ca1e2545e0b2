package kz.kezek.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a private key container by its content or its file name ending, never by words: PKCS#12 (RFC 7292 §4), Java key
 * stores, PEM (RFC 7468 §10 and §11, and the older forms). Public certificates and signatures are none.
 */
final class KeyContent {

    private static final Set<String> ENDINGS = Set.of("p12", "pfx", "jks", "pkcs12", "keystore", "jceks");
    private static final byte[] DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07};
    private static final byte[] PEM_END = Octets.ofLatin("PRIVATE KEY-----");
    private static final int[] PEM_SKIP = skips(PEM_END);

    private KeyContent() {}

    static boolean isKey(String fileName, byte[] bytes) {
        return named(fileName) || isContainer(bytes, 0) || pem(bytes) >= 0;
    }

    static boolean named(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT).strip();
        return ENDINGS.contains(lower.substring(lower.lastIndexOf('.') + 1)) && lower.indexOf('.') >= 0;
    }

    /** Whether a PKCS#12 or Java key store begins at this index. */
    static boolean isContainer(byte[] bytes, int at) {
        return pkcs12(bytes, at) || magic(bytes, at, 0xFEEDFEED) || magic(bytes, at, 0xCECECECE);
    }

    /** The index of "PRIVATE KEY-----" in a PEM text, negative if there is none. */
    static int pem(byte[] bytes) {
        int last = PEM_END.length - 1;
        for (int i = 0; i + last < bytes.length; i += PEM_SKIP[bytes[i + last] & 0xFF]) {
            if (matches(bytes, i, PEM_END) && beginsPem(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    /** How far the next place can be at least, by the byte at the end of this one (Horspool). */
    private static int[] skips(byte[] wanted) {
        int[] skips = new int[256];
        Arrays.fill(skips, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            skips[wanted[i] & 0xFF] = wanted.length - 1 - i;
        }
        return skips;
    }

    /** "-----BEGIN RSA PRIVATE KEY-----": the five dashes and BEGIN stand before it in the same line. */
    private static boolean beginsPem(byte[] bytes, int at) {
        int start = Math.max(0, at - 40);
        String before = Octets.latin(bytes, start, at);
        int begin = before.lastIndexOf("-----BEGIN ");
        return begin >= 0 && before.indexOf('\n', begin) < 0;
    }

    /** PFX ::= SEQUENCE { version INTEGER (3), authSafe ContentInfo (pkcs-7 data or signedData) … }, DER or BER. */
    private static boolean pkcs12(byte[] bytes, int at) {
        int version = contentOf(bytes, at, 0x30);
        boolean three = version > 0
                && version + 2 < bytes.length
                && bytes[version] == 0x02
                && bytes[version + 1] == 0x01
                && bytes[version + 2] == 0x03;
        int type = three ? contentOf(bytes, version + 3, 0x30) : -1;
        return type > 0 && type + 2 < bytes.length && bytes[type] == 0x06 && matches(bytes, type + 2, DATA);
    }

    /** The index behind tag and length, negative if another tag stands here. */
    private static int contentOf(byte[] bytes, int at, int tag) {
        if (at + 1 >= bytes.length || bytes[at] != tag) {
            return -1;
        }
        int length = bytes[at + 1] & 0xFF;
        return length <= 0x80 ? at + 2 : at + 2 + (length & 0x7F);
    }

    private static boolean magic(byte[] bytes, int at, int magic) {
        if (at + 4 > bytes.length) {
            return false;
        }
        int found = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
        return found == magic;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        if (at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
