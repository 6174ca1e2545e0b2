package kz.kezek.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy in front of the SMTP doors of several nodes: each connection goes to the next one, past those that do not answer. */
final class DoorsInTurn implements AutoCloseable {

    /** As long as a cut-off node may hold up a sender who could go to another. */
    private static final int MILLIS_TO_CONNECT = 1000;

    private final List<InetSocketAddress> doors;
    private final AtomicInteger next = new AtomicInteger();
    private final TcpProxy proxy;

    /** In front of these. */
    DoorsInTurn(List<InetSocketAddress> doors) {
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
        var socket = new Socket();
        try {
            socket.connect(doors.get(turn), MILLIS_TO_CONNECT);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}
