package kz.kezek.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    static DataSource source(DatabaseServer database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
