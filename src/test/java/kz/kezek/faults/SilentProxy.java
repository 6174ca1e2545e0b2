package kz.kezek.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A line that can fall silent: nothing passes and nothing is closed, as when a router between has died; later all passes. */
final class SilentProxy implements AutoCloseable {

    private final TcpProxy proxy;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean silent;

    /** In front of this port. */
    SilentProxy(int behind) {
        this.proxy = TcpProxy.start(TcpProxy.loopback(behind), this::pass, this::pass);
    }

    int port() {
        return proxy.port();
    }

    void fallSilent() {
        become(true);
    }

    void speakAgain() {
        become(false);
    }

    private void become(boolean now) {
        lock.lock();
        try {
            silent = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pass(byte[] bytes, int length, Socket from, Socket to) throws IOException {
        lock.lock();
        try {
            while (silent) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        TcpProxy.OPEN.pass(bytes, length, from, to);
    }

    @Override
    public void close() {
        speakAgain();
        proxy.close();
    }
}
