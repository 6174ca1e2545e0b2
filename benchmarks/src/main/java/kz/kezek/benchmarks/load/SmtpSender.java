package kz.kezek.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to the SMTP door, over which letters go one after the other. */
final class SmtpSender implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    SmtpSender(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        out = socket.getOutputStream();
        expect("220");
        command("EHLO mail.example", "250");
    }

    /** Returns when the letter is acknowledged; the generator's letters have no line that begins with a dot. */
    void send(LetterMix.Letter letter) throws IOException {
        command("MAIL FROM:<" + letter.sender() + ">", "250");
        command("RCPT TO:<office@sud.kz>", "250");
        command("DATA", "354");
        out.write(letter.bytes());
        out.write(END);
        out.flush();
        expect("250");
    }

    private void command(String line, String code) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(code);
    }

    private void expect(String code) throws IOException {
        String reply = in.readLine();
        while (reply != null && reply.length() > 3 && reply.charAt(3) == '-') {
            reply = in.readLine();
        }
        if (reply == null || !reply.startsWith(code)) {
            throw new IOException("expected " + code + ", the door said: " + reply);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
