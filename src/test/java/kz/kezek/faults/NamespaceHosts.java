package kz.kezek.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hosts that are network namespaces, each with a cable to two switches: at the front are senders, relay and mailbox, at the back
 * is the database. A cut is the switch's port going down: the host sees silence. The addresses are of 198.18.0.0/15, which
 * belongs to no network outside (RFC 2544), and nothing is routed between the switches or further on.
 */
final class NamespaceHosts implements NodeHosts {

    /** This machine does not let us make them. */
    static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String complaint;

        NotAllowed(String complaint) {
            super(complaint);
            this.complaint = complaint;
        }

        String complaint() {
            return complaint;
        }
    }

    private record Switch(String name, String network) {

        String port(int host) {
            return name + host;
        }

        String own() {
            return network + ".1";
        }

        String address(int host) {
            return network + "." + (host + 2);
        }
    }

    private static final int NUMBERS = 250;
    private static final int NAMES = 36 * 36 * 36 * 36;

    private final String run =
            "kz" + Integer.toString(NAMES + ThreadLocalRandom.current().nextInt(NAMES), Character.MAX_RADIX);
    private final Switch front;
    private final Switch back;
    private final List<String> namespaces;
    private final Thread atTheLatest = new Thread(this::remove);

    NamespaceHosts(int count) {
        int number = freeNumber();
        front = new Switch(run + "f", "198.18." + number);
        back = new Switch(run + "b", "198.19." + number);
        namespaces =
                IntStream.range(0, count).mapToObj(host -> run + "n" + host).toList();
        Runtime.getRuntime().addShutdownHook(atTheLatest);
        try {
            make(front);
            make(back);
            for (int host = 0; host < count; host++) {
                make(host);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int freeNumber() {
        String taken = ip("-brief", "address");
        return IntStream.generate(() -> 1 + ThreadLocalRandom.current().nextInt(NUMBERS))
                .limit(NUMBERS)
                .filter(number ->
                        !taken.contains("198.18." + number + ".") && !taken.contains("198.19." + number + "."))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("no addresses are free"));
    }

    private static void make(Switch part) {
        ip("link", "add", part.name(), "type", "bridge");
        ip("address", "add", part.own() + "/24", "dev", part.name());
        ip("link", "set", part.name(), "up");
    }

    private void make(int host) {
        String namespace = namespaces.get(host);
        ip("netns", "add", namespace);
        ip("-netns", namespace, "link", "set", "lo", "up");
        for (Switch part : List.of(front, back)) {
            String inside = "to-" + part.name();
            ip("link", "add", part.port(host), "type", "veth", "peer", "name", inside, "netns", namespace);
            ip("link", "set", part.port(host), "master", part.name());
            ip("link", "set", part.port(host), "up");
            ip("-netns", namespace, "address", "add", part.address(host) + "/24", "dev", inside);
            ip("-netns", namespace, "link", "set", inside, "up");
        }
    }

    @Override
    public String inWords() {
        return "nodes in network namespaces";
    }

    @Override
    public String outside() {
        return front.own();
    }

    @Override
    public String databaseAddress() {
        return back.own();
    }

    @Override
    public String address(int host) {
        return front.address(host);
    }

    @Override
    public List<String> inside(int host) {
        return List.of("ip", "netns", "exec", namespaces.get(host));
    }

    @Override
    public String databaseUrl(int host, PostgresServer database) {
        return database.url(back.own());
    }

    @Override
    public void cutOffFromDatabase(int host) {
        ip("link", "set", back.port(host), "down");
    }

    @Override
    public void cutOff(int host) {
        ip("link", "set", back.port(host), "down");
        ip("link", "set", front.port(host), "down");
    }

    @Override
    public void joinAgain(int host) {
        ip("link", "set", back.port(host), "up");
        ip("link", "set", front.port(host), "up");
    }

    @Override
    public OptionalInt sessions(int host, PostgresServer database) {
        return OptionalInt.of(JdbcClient.create(database.administrator())
                .sql("select count(*) from pg_stat_activity where client_addr = ?::inet")
                .param(back.address(host))
                .query(Integer.class)
                .single());
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atTheLatest);
    }

    /** All that bears this run's name; what was not made yet is no fault. */
    private void remove() {
        for (int host = 0; host < namespaces.size(); host++) {
            run("link", "delete", front.port(host));
            run("link", "delete", back.port(host));
            run("netns", "delete", namespaces.get(host));
        }
        run("link", "delete", front.name());
        run("link", "delete", back.name());
    }

    private record Ended(int code, String said) {}

    private static String ip(String... words) {
        Ended ended = run(words);
        if (ended.code() != 0) {
            throw new NotAllowed(
                    "ip " + String.join(" ", words) + ": " + ended.said().strip());
        }
        return ended.said();
    }

    private static Ended run(String... words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
