package kz.kezek.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.kezek.ProgramProcess;
import kz.kezek.faults.Balance.Arrived;

/**
 * The mail server at the other end, which takes what is sent to applicants, except while it is away. It keeps of each letter
 * no more than what is counted, so that counting thousands costs the program under test nothing.
 */
final class OutsideWorld implements AutoCloseable {

    /** Where in a hand-over something may happen. */
    enum Moment {
        BEFORE_THE_LETTER_IS_TAKEN,
        BEFORE_THE_REPLY,
        AFTER_THE_REPLY
    }

    private record Fault(Moment moment, Runnable what, boolean cuts) {}

    private static final String MESSAGE_ID = "Message-ID:";

    private final String address;
    private final int port = ProgramProcess.freePort();
    private final Collection<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> firstReached = new ConcurrentHashMap<>();
    private final Collection<Fault> planned = new ConcurrentLinkedQueue<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    /** On loopback. */
    OutsideWorld() {
        this("127.0.0.1");
    }

    /** On this address. */
    OutsideWorld(String address) {
        this.address = address;
        this.door = open();
    }

    private ServerSocket open() {
        try {
            var opened = new ServerSocket(port, 50, InetAddress.ofLiteral(address));
            Thread.ofVirtual().start(() -> listen(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Nobody listens any more; what arrived so far has arrived. */
    void goAway() {
        try {
            door.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void comeBack() {
        door = open();
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /** Whether something has arrived for each of them. */
    boolean hasReached(Set<String> all) {
        return firstReached.keySet().containsAll(all);
    }

    /** How many something has arrived for. */
    int reached() {
        return firstReached.size();
    }

    /** When something first arrived for each, by {@link System#nanoTime}. */
    Map<String, Long> firstReached() {
        return Map.copyOf(firstReached);
    }

    /** Something happens once, at this moment of the next letter's hand-over, and the line is cut. */
    void atNextLetter(Moment moment, Runnable what) {
        planned.add(new Fault(moment, what, true));
    }

    /** Something happens once, at this moment of the next letter's hand-over, which goes on after it. */
    void besideNextLetter(Moment moment, Runnable what) {
        planned.add(new Fault(moment, what, false));
    }

    private void happens(Moment moment) throws IOException {
        for (Fault fault : planned) {
            if (fault.moment() == moment && planned.remove(fault)) {
                fault.what().run();
                if (fault.cuts()) {
                    throw new IOException("the other side is dead");
                }
            }
        }
    }

    private void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                clients.add(client);
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
            say(out, "220 outside.example ESMTP");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(out, "250 ok");
                    }
                    case "DATA" -> take(recipient, in, out);
                    case "QUIT" -> say(out, "221 bye");
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException lineIsCut) {
            // Who was cut off comes again.
        } finally {
            clients.remove(client);
        }
    }

    private void take(String recipient, BufferedReader in, OutputStream out) throws IOException {
        say(out, "354 go on");
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("cut off within the letter");
            }
            if (id.isEmpty() && line.regionMatches(true, 0, MESSAGE_ID, 0, MESSAGE_ID.length())) {
                id = line.substring(MESSAGE_ID.length()).strip();
            }
        }
        if (id.isEmpty()) {
            throw new IOException("a letter without a Message-ID is not taken");
        }
        happens(Moment.BEFORE_THE_LETTER_IS_TAKEN);
        arrived.add(new Arrived(recipient, id));
        firstReached.putIfAbsent(recipient, System.nanoTime());
        happens(Moment.BEFORE_THE_REPLY);
        say(out, "250 2.0.0 accepted");
        happens(Moment.AFTER_THE_REPLY);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        goAway();
    }
}
