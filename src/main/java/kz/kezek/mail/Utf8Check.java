package kz.kezek.mail;

/**
 * How well bytes read as UTF-8 (RFC 3629).
 *
 * @param sequences well-formed sequences of more than one byte
 * @param malformed bytes that fit nowhere; a sequence cut by the end of the text does not count
 */
record Utf8Check(int sequences, int malformed) {

    boolean wellFormed() {
        return malformed == 0;
    }

    static Utf8Check of(byte[] bytes) {
        int sequences = 0;
        int malformed = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = lengthOf(bytes[i] & 0xFF);
            int read = continued(bytes, i, length);
            if (length > 0 && read == length) {
                sequences++;
                i += length;
            } else if (length > 0 && i + read == bytes.length && sequences > 0) {
                i = bytes.length;
            } else {
                malformed++;
                i++;
            }
        }
        return new Utf8Check(sequences, malformed);
    }

    private static int lengthOf(int lead) {
        if (lead >= 0xC2 && lead < 0xE0) {
            return 2;
        }
        if (lead >= 0xE0 && lead < 0xF0) {
            return 3;
        }
        return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    }

    private static int continued(byte[] bytes, int at, int length) {
        int read = 1;
        while (read < length && at + read < bytes.length && (bytes[at + read] & 0xC0) == 0x80) {
            read++;
        }
        return read;
    }
}
