package kz.kezek.mail;

/** Mends what carriers and mailbox files do to a letter as a whole, before it is read as MIME. */
final class Transport {

    private Transport() {}

    static byte[] unwrap(byte[] raw, Repairs repairs) {
        byte[] lines = withLineFeeds(raw, repairs);
        int start = skipByteOrderMark(lines);
        while (start < lines.length && (lines[start] == '\n' || lines[start] == '\r')) {
            start++;
        }
        // mbox writes "From sender date", some archives ">From": RFC 4155 appendix A
        while (Octets.startsWith(lines, start, "From ") || Octets.startsWith(lines, start, ">From ")) {
            start = Octets.nextLine(lines, start);
            repairs.add("mailbox separator line left out");
        }
        return Octets.from(lines, start);
    }

    private static int skipByteOrderMark(byte[] raw) {
        boolean marked = raw.length > 2 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** Classic Mac OS ends lines with CR alone. A letter that has any LF is left as it is: there a CR is content. */
    private static byte[] withLineFeeds(byte[] raw, Repairs repairs) {
        if (!Octets.contains(raw, (byte) '\r') || Octets.contains(raw, (byte) '\n')) {
            return raw;
        }
        repairs.add("lines ended by CR alone");
        byte[] mended = raw.clone();
        for (int i = 0; i < mended.length; i++) {
            if (mended[i] == '\r') {
                mended[i] = '\n';
            }
        }
        return mended;
    }
}
