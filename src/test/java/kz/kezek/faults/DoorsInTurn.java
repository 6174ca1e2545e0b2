package kz.kezek.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy in front of the SMTP doors of several nodes: each connection goes to the next one, past those that do not answer. */
final class DoorsInTurn implements AutoCloseable {

    private final List<Integer> doors;
    private final AtomicInteger next = new AtomicInteger();
    private final TcpProxy proxy;

    /** In front of these ports. */
    DoorsInTurn(List<Integer> doors) {
        this.doors = List.copyOf(doors);
        this.proxy = TcpProxy.start(this::connect, TcpProxy.OPEN, TcpProxy.OPEN);
    }

    int port() {
        return proxy.port();
    }

    private Socket connect() throws IOException {
        for (int tries = 1; tries < doors.size(); tries++) {
            try {
                return connectToNext();
            } catch (IOException dead) {
                continue;
            }
        }
        return connectToNext();
    }

    private Socket connectToNext() throws IOException {
        int turn = Math.floorMod(next.getAndIncrement(), doors.size());
        return new Socket(InetAddress.getLoopbackAddress(), doors.get(turn));
    }

    @Override
    public void close() {
        proxy.close();
    }
}
