package kz.kezek.faults;

import java.util.List;
import java.util.OptionalInt;

/**
 * The machines that the nodes of a test stand on: each a network namespace of its own where this machine lets us make them,
 * else all of them loopback.
 */
sealed interface NodeHosts extends AutoCloseable permits NamespaceHosts, LoopbackHosts {

    /** So many, as separate as this machine allows; {@link #inWords} tells which it was. */
    static NodeHosts of(int count) {
        try {
            return new NamespaceHosts(count);
        } catch (NamespaceHosts.NotAllowed notHere) {
            return new LoopbackHosts(notHere.complaint());
        }
    }

    /** What kind they are, for the figures. */
    String inWords();

    /** The address under which each of them finds the relay and the mailbox. */
    String outside();

    /** The addresses on which the database has to listen. */
    String databaseAddress();

    /** The address of this one's doors. */
    String address(int host);

    /** What a command begins with that is to run there. */
    List<String> inside(int host);

    /** How the database is reached from there. */
    String databaseUrl(int host, PostgresServer database);

    /** From now on nothing passes between it and the database; letters still come in and go out. */
    void cutOffFromDatabase(int host);

    /** From now on nothing passes between it and anything else. */
    void cutOff(int host);

    /** Everything passes again. */
    void joinAgain(int host);

    /** Sessions that the database still keeps for this host; empty when it cannot tell hosts apart. */
    OptionalInt sessions(int host, PostgresServer database);

    @Override
    void close();
}
