package kz.kezek.intake.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/**
 * Bytes from and to one client. A line ends in CRLF and in nothing else (RFC 5321 §2.3.8), so that no letter can carry a
 * second one that another server would not have seen.
 */
final class SmtpWire {

    private static final int BUFFER = 8192;
    /** RFC 5321 §4.5.3.1.4 asks for 512, extensions for a little more. */
    private static final int LONGEST_LINE = 2048;

    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream(256);
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int position;
    private int end;

    SmtpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** What was read of one line. */
    sealed interface Line {
        record Text(String text) implements Line {}

        /** It has a bare CR or LF, a NUL, or bytes that are no UTF-8. */
        record Malformed() implements Line {}

        record TooLong() implements Line {}
    }

    int read() throws IOException {
        fill();
        return buffer[position++] & 0xff;
    }

    /** The next byte, which stays unread. */
    int peek() throws IOException {
        fill();
        return buffer[position] & 0xff;
    }

    /** What has come up to a line feed, with that; at least one byte. To be used before anything else is read. */
    ByteBuffer readToLineFeed() throws IOException {
        fill();
        int begin = position;
        while (position < end && buffer[position] != '\n') {
            position++;
        }
        position = Math.min(position + 1, end);
        return ByteBuffer.wrap(buffer, begin, position - begin);
    }

    private void fill() throws IOException {
        if (position == end) {
            flush();
            position = 0;
            end = in.read(buffer);
            if (end <= 0) {
                end = 0;
                throw new EOFException("the client has gone");
            }
        }
    }

    /** One line without its CRLF. */
    Line line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        boolean malformed = false;
        for (int last = 0, next = read(); last != '\r' || next != '\n'; last = next, next = read()) {
            malformed |= last == '\r' || next == '\n' || next == 0;
            if (line.size() > LONGEST_LINE) {
                return new Line.TooLong();
            }
            line.write(next);
        }
        byte[] bytes = line.toByteArray();
        String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
        return malformed || text.indexOf('\uFFFD') >= 0 ? new Line.Malformed() : new Line.Text(text);
    }

    /** Puts a reply with the others that wait; they go out together before the next wait for the client (RFC 2920). */
    void reply(String text) {
        byte[] bytes = (text + "\r\n").getBytes(StandardCharsets.UTF_8);
        replies.write(bytes, 0, bytes.length);
    }

    void flush() throws IOException {
        if (replies.size() > 0) {
            replies.writeTo(out);
            out.flush();
            replies.reset();
        }
    }

    /** Whether the client has sent more than was read of it. */
    boolean hasUnread() {
        return position < end;
    }

    boolean isSecure() {
        return socket instanceof SSLSocket;
    }

    /** Goes on under TLS. */
    void secure(SSLSocket secured) throws IOException {
        secured.startHandshake();
        socket = secured;
        in = secured.getInputStream();
        out = secured.getOutputStream();
        position = 0;
        end = 0;
    }

    Socket socket() {
        return socket;
    }
}
