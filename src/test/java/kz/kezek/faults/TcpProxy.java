package kz.kezek.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A loopback port in front of another: each connection is led on, byte for byte, as its two ways let it. */
final class TcpProxy implements AutoCloseable {

    /** Who stands behind; asked anew for each connection. */
    interface Behind {
        Socket connect() throws IOException;
    }

    /** What becomes of bytes on their way; whoever throws cuts the connection. */
    interface Way {
        void pass(byte[] bytes, int length, Socket from, Socket to) throws IOException;
    }

    /** Everything passes at once. */
    static final Way OPEN = (bytes, length, from, to) -> to.getOutputStream().write(bytes, 0, length);

    private final ServerSocket door;
    private final Behind behind;
    private final Way there;
    private final Way back;

    private TcpProxy(Behind behind, Way there, Way back) {
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.behind = behind;
        this.there = there;
        this.back = back;
    }

    /** Listens from now on. */
    static TcpProxy start(Behind behind, Way there, Way back) {
        var proxy = new TcpProxy(behind, there, back);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /** One that stands behind on a port of this machine. */
    static Behind loopback(int port) {
        return () -> new Socket(InetAddress.getLoopbackAddress(), port);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> lead(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        try {
            Socket server = behind.connect();
            Thread.ofVirtual().start(() -> pass(server, client, back));
            pass(client, server, there);
        } catch (IOException nobodyBehind) {
            close(client);
        }
    }

    private static void pass(Socket from, Socket to, Way way) {
        byte[] bytes = new byte[65536];
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                way.pass(bytes, read, from, to);
            }
        } catch (IOException lineIsCut) {
            // Each side sees it on its own socket.
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        close(door);
    }
}
