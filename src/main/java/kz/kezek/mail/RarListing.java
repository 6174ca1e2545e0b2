package kz.kezek.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the files in a RAR archive, version 4 and 5, read from its headers without unpacking anything. Names stand
 * there in clear unless the headers themselves are encrypted.
 *
 * @param names as far as the headers could be read
 * @param readable whether the listing is not encrypted
 */
record RarListing(List<String> names, boolean readable) {

    private static final int MOST = 5000;
    private static final String VERSION_4 = "Rar!\u001A\u0007\u0000";
    private static final String VERSION_5 = "Rar!\u001A\u0007\u0001\u0000";

    static boolean is(byte[] bytes) {
        return Octets.startsWith(bytes, 0, VERSION_4) || Octets.startsWith(bytes, 0, VERSION_5);
    }

    static RarListing of(byte[] bytes) {
        Headers headers = new Headers(bytes);
        try {
            return Octets.startsWith(bytes, 0, VERSION_5) ? headers.version5() : headers.version4();
        } catch (IndexOutOfBoundsException cutOff) {
            return new RarListing(headers.names, true); // an archive sent in parts, or damaged: what was read counts
        }
    }

    /** A walk from header to header. Every step goes forward, so it ends with the bytes. */
    private static final class Headers {
        private final byte[] bytes;
        private final List<String> names = new ArrayList<>();
        private int at;

        Headers(byte[] bytes) {
            this.bytes = bytes;
        }

        /** CRC 2, type 1, flags 2, size 2, and the size of the data behind it for files and where flag 8000 says so. */
        RarListing version4() {
            at = VERSION_4.length();
            while (names.size() < MOST) {
                int type = number(at + 2, 1);
                int flags = number(at + 3, 2);
                int size = number(at + 5, 2);
                boolean file = type == 0x74;
                if (type == 0x73 && (flags & 0x80) != 0) {
                    return new RarListing(names, false);
                }
                if (file) {
                    int name = at + ((flags & 0x100) == 0 ? 32 : 40);
                    names.add(text(name, number(at + 26, 2)));
                }
                long data = file || (flags & 0x8000) != 0 ? number(at + 7, 4) & 0xFFFFFFFFL : 0;
                step(Math.max(size, 7) + data);
            }
            return new RarListing(names, true);
        }

        /** CRC 4, then numbers of seven bits a byte: size, type, flags, sizes of extra and data. */
        RarListing version5() {
            at = VERSION_5.length();
            while (names.size() < MOST) {
                at += 4;
                long size = variable();
                int start = at;
                long type = variable();
                long flags = variable();
                if ((flags & 1) != 0) {
                    variable();
                }
                long data = (flags & 2) != 0 ? variable() : 0;
                if (type == 4) {
                    return new RarListing(names, false);
                }
                if (type == 2) {
                    names.add(nameOfVersion5());
                }
                at = start;
                step(size + data);
            }
            return new RarListing(names, true);
        }

        private String nameOfVersion5() {
            long flags = variable();
            variable(); // unpacked size
            variable(); // attributes
            at += ((flags & 2) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
            variable(); // method
            variable(); // operating system
            long length = variable();
            return text(at, (int) Math.min(length, 4096));
        }

        private void step(long distance) {
            if (distance < 0 || distance > bytes.length - (long) at) {
                throw new IndexOutOfBoundsException("a header that leads outside");
            }
            at += (int) distance;
        }

        private int number(int from, int size) {
            int value = 0;
            for (int i = size - 1; i >= 0; i--) {
                value = value << 8 | bytes[from + i] & 0xFF;
            }
            return value;
        }

        private long variable() {
            long value = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                byte next = bytes[at++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IndexOutOfBoundsException("a number without an end");
        }

        private String text(int from, int length) {
            int end = Math.min(bytes.length, from + length);
            int zero = from;
            while (zero < end && bytes[zero] != 0) {
                zero++; // version 4 puts a packed Unicode name behind a zero
            }
            return new String(bytes, from, zero - from, StandardCharsets.UTF_8);
        }
    }
}
