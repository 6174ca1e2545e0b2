package kz.kezek.storage;

import java.nio.file.Path;

/**
 * A real PostgreSQL 18 of our own, run as a child process on loopback with its data in a folder that stays. Every commit
 * is on the disk before it is acknowledged (S8). It stops with the program, however the program ends, and a start after
 * a crash recovers by itself. One folder serves one program at a time.
 */
public final class EmbeddedPostgres implements DatabaseServer {

    private final DataFolder folder;
    private final PostgresCluster cluster;
    private final PostgresProcess process;

    private EmbeddedPostgres(DataFolder folder, PostgresCluster cluster, PostgresProcess process) {
        this.folder = folder;
        this.cluster = cluster;
        this.process = process;
    }

    /**
     * Starts the database kept in {@code dataDir}, creating both at the first time, and returns when it takes connections.
     *
     * @throws DatabaseUnavailable when the folder cannot be written, is in use, holds another version, or the machine
     *     cannot run it
     */
    public static EmbeddedPostgres start(Path dataDir) {
        HostMachine.requireAbleToRunPostgres();
        DataFolder folder = DataFolder.open(dataDir);
        try {
            PostgresCluster cluster = PostgresCluster.in(folder, PostgresBinaries.unpackedIn(folder));
            return new EmbeddedPostgres(
                    folder, cluster, PostgresProcess.start(cluster, folder.resolve("database.log")));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + process.port() + "/" + PostgresCluster.NAME;
    }

    @Override
    public String user() {
        return PostgresCluster.NAME;
    }

    @Override
    public String password() {
        return cluster.password();
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }

    @Override
    public String toString() {
        return "embedded PostgreSQL " + PostgresCluster.MAJOR + " in " + cluster.data();
    }
}
