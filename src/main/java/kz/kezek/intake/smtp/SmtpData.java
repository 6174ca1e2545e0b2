package kz.kezek.intake.smtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A letter on its way in (RFC 5321 §4.5.2): ends with CRLF dot CRLF and with nothing that merely looks like it; a dot
 * doubled by the sender is single again, every other byte is as sent. Beyond the limit bytes are counted and forgotten.
 */
final class SmtpData {

    private static final int PIECE = 8 * 1024;
    private static final byte[] CARRIAGE_RETURN = {'\r'};

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
            if (atLineStart && wire.peek() == '.') {
                wire.read();
                last = 0;
                if (wire.peek() == '\r') {
                    wire.read();
                    if (wire.peek() == '\n') {
                        wire.read();
                        return;
                    }
                    keep(ByteBuffer.wrap(CARRIAGE_RETURN));
                    last = '\r';
                }
            }
            ByteBuffer run = wire.readToLineFeed();
            int lastButOne = run.remaining() > 1 ? run.get(run.limit() - 2) : last;
            last = run.get(run.limit() - 1);
            atLineStart = lastButOne == '\r' && last == '\n';
            keep(run);
        }
    }

    private void keep(ByteBuffer run) {
        size += run.remaining();
        while (run.hasRemaining() && size <= maxSize && !starved) {
            if (filled == piece.length) {
                starved = !memory.tryAcquire();
                if (starved) {
                    return;
                }
                piece = new byte[PIECE];
                pieces.add(piece);
                filled = 0;
            }
            int length = Math.min(run.remaining(), piece.length - filled);
            run.get(piece, filled, length);
            filled += length;
        }
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
