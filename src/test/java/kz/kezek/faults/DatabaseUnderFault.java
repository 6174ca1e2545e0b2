package kz.kezek.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.kezek.storage.DatabaseServer;
import org.postgresql.ds.PGSimpleDataSource;

/** What may be done to a database's processes, and a way into it that does not go through the program. */
final class DatabaseUnderFault {

    private DatabaseUnderFault() {}

    /** The postmaster of the embedded database in this data folder. */
    static ProcessHandle postmaster(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("database").resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} of the postmaster: its children notice and end, nothing is written any more. */
    static void kill(Path data) {
        ProcessHandle postmaster = postmaster(data);
        signal("KILL", List.of(postmaster));
        postmaster.onExit().join();
    }

    /** All its processes stand still until {@link #goOn}. */
    static List<ProcessHandle> standStill(Path data) {
        ProcessHandle postmaster = postmaster(data);
        List<ProcessHandle> all = new java.util.ArrayList<>(List.of(postmaster));
        signal("STOP", List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        signal("STOP", all);
        return all;
    }

    static void goOn(List<ProcessHandle> stopped) {
        signal("CONT", stopped);
    }

    static void signal(String name, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How a node is told to use this database. */
    static Map<String, String> settings(DatabaseServer database) {
        return settings(database, database.jdbcUrl());
    }

    /** The same by another address, through a proxy. */
    static Map<String, String> settings(DatabaseServer database, String url) {
        return Map.of(
                "KEZEK_DATABASE_URL", url,
                "KEZEK_DATABASE_USER", database.user(),
                "KEZEK_DATABASE_PASSWORD", database.password());
    }

    /** The port on which it listens. */
    static int port(DatabaseServer database) {
        return URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    /** The address of this database when one goes to it by another port. */
    static String urlThrough(int port, DatabaseServer database) {
        return database.jdbcUrl().replace(":" + port(database) + "/", ":" + port + "/");
    }

    static DataSource source(DatabaseServer database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
