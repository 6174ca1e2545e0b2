package kz.kezek.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this machine offers for running PostgreSQL as our child. */
final class HostMachine {

    private HostMachine() {}

    /** Says what is missing, if anything is. */
    static void requireAbleToRunPostgres() {
        requireProgram("setsid");
        requireProgram("setpriv");
        if (!isRefused()) {
            return;
        }
        requireProgram("unshare");
        if (!ChildCommand.run(List.of("unshare", "--user", "true")).succeeded()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL refuses to run as root or as a user without a name, and this machine forbids user namespaces: start Kezek as an ordinary user, or set KEZEK_DATABASE_URL.");
        }
    }

    /**
     * PostgreSQL refuses root, and a user the system has no name for. A user namespace without a mapping makes either of
     * them "nobody" in its eyes, while the files stay theirs.
     */
    static List<String> asOrdinaryUser() {
        return isRefused() ? List.of("unshare", "--user") : List.of();
    }

    private static boolean isRefused() {
        return isRoot() || "?".equals(System.getProperty("user.name"));
    }

    private static boolean isRoot() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static void requireProgram(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        boolean found = Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if (!found) {
            throw new DatabaseUnavailable(
                    "The program %s is missing: install util-linux, or set KEZEK_DATABASE_URL to a PostgreSQL 15 or newer."
                            .formatted(name));
        }
    }
}
