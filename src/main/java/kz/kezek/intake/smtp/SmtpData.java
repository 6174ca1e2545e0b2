package kz.kezek.intake.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A letter on its way in (RFC 5321 §4.5.2): ends with CRLF dot CRLF and with nothing that merely looks like it; a dot
 * doubled by the sender is single again, every other byte is as sent. Beyond the limit bytes are counted and forgotten.
 */
final class SmtpData {

    private static final int PIECE = 8 * 1024;

    private final SmtpWire wire;
    private final int maxSize;
    private final Semaphore memory;
    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] piece = {};
    private int filled;
    private long size;
    private boolean starved;

    /** @param memory permits of {@link #PIECE} bytes each, for all clients together */
    SmtpData(SmtpWire wire, int maxSize, Semaphore memory) {
        this.wire = wire;
        this.maxSize = maxSize;
        this.memory = memory;
    }

    /** How many permits this much memory has. */
    static int permits(long bytes) {
        return (int) Math.clamp(bytes / PIECE, 1, Integer.MAX_VALUE);
    }

    /** Reads to the end of the letter. */
    void read() throws IOException {
        boolean atLineStart = true;
        int last = 0;
        while (true) {
            int next = wire.read();
            if (atLineStart && next == '.') {
                next = wire.read();
                if (next == '\r') {
                    int afterwards = wire.read();
                    if (afterwards == '\n') {
                        return;
                    }
                    keep('\r');
                    next = afterwards;
                    last = '\r';
                } else {
                    last = 0;
                }
            }
            keep(next);
            atLineStart = last == '\r' && next == '\n';
            last = next;
        }
    }

    private void keep(int b) {
        size++;
        if (size > maxSize || starved) {
            return;
        }
        if (filled == piece.length) {
            if (!memory.tryAcquire()) {
                starved = true;
                return;
            }
            piece = new byte[PIECE];
            pieces.add(piece);
            filled = 0;
        }
        piece[filled++] = (byte) b;
    }

    /** How many bytes the letter has so far. */
    long size() {
        return size;
    }

    /** Whether it was larger than allowed. */
    boolean tooLarge() {
        return size > maxSize;
    }

    /** Whether all clients together had more under way than there is memory for. */
    boolean starved() {
        return starved;
    }

    /** The letter, under this head. */
    byte[] under(byte[] head) {
        byte[] letter = new byte[head.length + (int) size];
        System.arraycopy(head, 0, letter, 0, head.length);
        int at = head.length;
        for (byte[] next : pieces) {
            int length = Math.min(PIECE, letter.length - at);
            System.arraycopy(next, 0, letter, at, length);
            at += length;
        }
        return letter;
    }

    /** Gives the memory back. */
    void release() {
        memory.release(pieces.size());
        pieces.clear();
    }
}
