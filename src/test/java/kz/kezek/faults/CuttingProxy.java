package kz.kezek.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between the program and its database and now and then cuts the line after a COMMIT has gone through, before its reply. */
final class CuttingProxy implements AutoCloseable {

    private static final Duration TIME_TO_COMMIT = Duration.ofMillis(50);
    private static final String COMMIT = "COMMIT";

    private final TcpProxy proxy;
    private final AtomicInteger toCut = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();

    CuttingProxy(int behind) {
        this.proxy = TcpProxy.start(TcpProxy.loopback(behind), this::pass, TcpProxy.OPEN);
    }

    int port() {
        return proxy.port();
    }

    /** The reply to the next COMMIT that passes will not arrive. */
    void cutNextCommit() {
        toCut.set(1);
    }

    int commitsCut() {
        return cut.get();
    }

    private void pass(byte[] bytes, int length, Socket from, Socket to) throws IOException {
        boolean cutsNow = isCommit(bytes, length) && toCut.compareAndSet(1, 0);
        if (cutsNow) {
            // Nothing that comes back may slip through while the commit happens.
            from.shutdownOutput();
        }
        TcpProxy.OPEN.pass(bytes, length, from, to);
        if (cutsNow) {
            LockSupport.parkNanos(TIME_TO_COMMIT.toNanos());
            cut.incrementAndGet();
            throw new IOException("cut as asked");
        }
    }

    private static boolean isCommit(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
