package kz.kezek;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A relay that can kill who hands it a letter, exactly between its 250 and whatever the other does with it: the program is
 * stopped before the 250 is written and killed after, so that the 250 lies in its socket and was never read.
 */
final class DeadlyRelay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final AtomicReference<ProcessHandle> victim = new AtomicReference<>();

    DeadlyRelay() throws IOException {
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next letter is the last thing this process does. */
    void killsAfterTheNextLetter(ProcessHandle process) {
        victim.set(process);
    }

    /** The letters answered with 250, as they came. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 relay.example.kz ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
                    case "DATA" -> take(in, out);
                    case "QUIT" -> say(out, "221 bye");
                    default -> say(out, "250 ok");
                }
            }
        } catch (SocketException killed) {
            return;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        say(out, "354 go on");
        var letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        accepted.add(letter.toString());
        ProcessHandle process = victim.getAndSet(null);
        if (process == null) {
            say(out, "250 2.0.0 accepted");
        } else {
            stop(process);
            say(out, "250 2.0.0 accepted");
            process.destroyForcibly();
        }
    }

    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
        RunningDesk.await(
                "the program to stand still",
                () -> Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")),
                stat -> stat.contains(") T "));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
