package kz.kezek.intake.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A client that says exactly the bytes it is told to, and hears replies. */
public final class SmtpTalk implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private Socket socket;
    private InputStream in;

    private SmtpTalk(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Connects from this address of the machine. */
    public static SmtpTalk from(String source, int port) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new SmtpTalk(socket);
    }

    /** Connects and hears the greeting. */
    public static SmtpTalk greeted(int port) throws IOException {
        SmtpTalk talk = from("127.0.0.1", port);
        talk.hear();
        return talk;
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says a line and hears the reply. */
    public String say(String line) throws IOException {
        send(line + "\r\n");
        return hear();
    }

    /** The next reply, its lines joined with {@code |}; empty when the connection has ended. */
    public String hear() throws IOException {
        var reply = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            reply.append(reply.isEmpty() ? "" : "|").append(line);
            if (line.length() < 4 || line.charAt(3) == ' ') {
                break;
            }
        }
        return reply.toString();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                line.append((char) b);
            }
        } catch (java.net.SocketException cut) {
            return "";
        }
        return line.toString().strip();
    }

    /** The whole way of one letter; the reply to its end. */
    public String letter(String from, String to, String data) throws IOException {
        say("EHLO client.example.kz");
        say("MAIL FROM:<" + from + ">");
        say("RCPT TO:<" + to + ">");
        say("DATA");
        send(data);
        send("\r\n.\r\n");
        return hear();
    }

    /** Goes on under TLS of one version. */
    public void secure(SSLContext context, String version) throws IOException {
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secured.setEnabledProtocols(new String[] {version});
        secured.startHandshake();
        socket = secured;
        in = secured.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
