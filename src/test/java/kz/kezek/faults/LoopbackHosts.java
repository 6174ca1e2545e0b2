package kz.kezek.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Hosts that are all this machine; only the way of each to the database can be cut. */
final class LoopbackHosts implements NodeHosts {

    private static final String HERE = "127.0.0.1";

    private final String why;
    private final Map<Integer, SilentProxy> toDatabase = new HashMap<>();

    /**
     * @param why there are no others
     */
    LoopbackHosts(String why) {
        this.why = why;
    }

    @Override
    public String inWords() {
        return "all nodes on loopback, because network namespaces are not to be had (" + why + ")";
    }

    @Override
    public String outside() {
        return HERE;
    }

    @Override
    public String databaseAddress() {
        return HERE;
    }

    @Override
    public String address(int host) {
        return HERE;
    }

    @Override
    public List<String> inside(int host) {
        return List.of();
    }

    @Override
    public String databaseUrl(int host, PostgresServer database) {
        SilentProxy way = toDatabase.computeIfAbsent(host, added -> new SilentProxy(database.port()));
        return PostgresServer.url(HERE, way.port());
    }

    @Override
    public void cutOffFromDatabase(int host) {
        way(host).fallSilent();
    }

    @Override
    public void cutOff(int host) {
        way(host).fallSilent();
    }

    @Override
    public void joinAgain(int host) {
        way(host).speakAgain();
    }

    private SilentProxy way(int host) {
        SilentProxy way = toDatabase.get(host);
        if (way == null) {
            throw new IllegalStateException("host " + host + " has no way to the database yet");
        }
        return way;
    }

    @Override
    public OptionalInt sessions(int host, PostgresServer database) {
        return OptionalInt.empty();
    }

    @Override
    public void close() {
        toDatabase.values().forEach(SilentProxy::close);
    }
}
