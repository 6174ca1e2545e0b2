package kz.kezek.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between the program and its database and now and then cuts the line after a COMMIT has gone through, before its reply. */
final class CuttingProxy implements AutoCloseable {

    private static final Duration TIME_TO_COMMIT = Duration.ofMillis(50);
    private static final String COMMIT = "COMMIT";

    private final ServerSocket door;
    private final int behind;
    private final AtomicInteger toCut = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();

    CuttingProxy(int behind) {
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.behind = behind;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The reply to the next COMMIT that passes will not arrive. */
    void cutNextCommit() {
        toCut.set(1);
    }

    int commitsCut() {
        return cut.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.ofVirtual().start(() -> pass(server, client, false));
                Thread.ofVirtual().start(() -> pass(client, server, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean watched) {
        byte[] bytes = new byte[65536];
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                boolean cutsNow = watched && isCommit(bytes, read) && toCut.compareAndSet(1, 0);
                if (cutsNow) {
                    // Nothing that comes back may slip through while the commit happens.
                    from.shutdownOutput();
                }
                to.getOutputStream().write(bytes, 0, read);
                if (cutsNow) {
                    LockSupport.parkNanos(TIME_TO_COMMIT.toNanos());
                    cut.incrementAndGet();
                    return;
                }
            }
        } catch (IOException lineIsCut) {
            // Each side sees it on its own socket.
        }
    }

    private static boolean isCommit(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
