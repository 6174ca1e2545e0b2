package kz.kezek.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** The mail server at the other end: takes every letter and forgets it, but counts. */
final class RelaySink implements AutoCloseable {

    private static final int LETTER_END = 5;

    private final ServerSocket door;
    private final AtomicLong taken = new AtomicLong();

    RelaySink() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("relay").start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    long taken() {
        return taken.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            say(out, "220 relay");
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    skipLetter(in);
                    taken.incrementAndGet();
                }
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** In pieces: the client says nothing more before the reply, so the end of the letter is the end of a piece. */
    private static void skipLetter(InputStream in) throws IOException {
        byte[] piece = new byte[16_384];
        String end = "";
        while (!end.endsWith("\r\n.\r\n")) {
            int length = in.read(piece);
            if (length < 0) {
                throw new IOException("the connection ended within a letter");
            }
            int tail = Math.min(length, LETTER_END);
            end = end.substring(Math.max(0, end.length() - LETTER_END))
                    + new String(piece, length - tail, tail, StandardCharsets.ISO_8859_1);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int each = in.read(); each >= 0; each = in.read()) {
            line.append((char) each);
            if (each == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
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
