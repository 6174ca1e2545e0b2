package kz.kezek.correspondence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Sockets that send at once what is written (TCP_NODELAY). Otherwise the dot that ends a letter waits until the other side has
 * acknowledged the letter, and that one waits for more to acknowledge: 40 ms for every letter (RFC 1122 §4.2.3.4).
 */
final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws SocketException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw asConnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw asConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw asConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw asConnected();
    }

    private static IOException asConnected() {
        return new IOException("these sockets are connected by who asked for them, within his time limit");
    }
}
