package kz.kezek.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.kezek.regulation.AstanaTime;
import kz.kezek.regulation.OutdatedTimeZoneData;
import kz.kezek.storage.BlobsAway;
import kz.kezek.storage.BucketGate;
import kz.kezek.storage.DatabaseGate;
import kz.kezek.storage.DatabaseServer;
import kz.kezek.storage.DatabaseUnavailable;
import kz.kezek.storage.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kezek doctor}: everything the program needs of this machine, one line each; exit code 1 when any is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check what Kezek needs of this machine, one line each; exit code 1 if anything is missing.")
final class DoctorCommand implements Callable<Integer> {

    private static final int OLDEST_JAVA = 25;
    private static final long NEEDED_MEGABYTES = 1024;

    @Mixin
    private final ListenOptions options = new ListenOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    private boolean healthy = true;

    @Override
    public Integer call() {
        ConfiguredDatabase.quiet();
        check("java", DoctorCommand::java);
        check("time zone", DoctorCommand::timeZone);
        check("data folder", this::dataFolder);
        check("disk", this::disk);
        check("ports", this::ports);
        check("database", this::database);
        check("contents", BucketGate::admit);
        return healthy ? 0 : 1;
    }

    private void check(String subject, Callable<String> question) {
        PrintWriter out = command.commandLine().getOut();
        try {
            out.printf("ok    %-12s %s%n", subject, question.call());
        } catch (CannotProceed | DatabaseUnavailable | BlobsAway | OutdatedTimeZoneData sentence) {
            healthy = false;
            out.printf("FAIL  %-12s %s%n", subject, sentence.getMessage());
        } catch (Exception unexpected) {
            healthy = false;
            out.printf("FAIL  %-12s %s%n", subject, unexpected);
        }
        out.flush();
    }

    private static String java() {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            throw new CannotProceed("Java %s is too old: install a JDK 25 or newer.".formatted(Runtime.version()));
        }
        return Runtime.version() + " in " + System.getProperty("java.home");
    }

    private static String timeZone() {
        AstanaTime.verify();
        return AstanaTime.ZONE + " is at +05 since 1 March 2024";
    }

    private String dataFolder() throws IOException {
        Path folder = nearestExisting();
        try {
            Files.delete(Files.createTempFile(folder, "doctor", null));
        } catch (IOException e) {
            throw new CannotProceed(
                    "%s cannot be written: choose another folder with --data, or make it writable.".formatted(folder),
                    e);
        }
        return options.data().toAbsolutePath() + " can be written";
    }

    private String disk() throws IOException {
        Path folder = nearestExisting();
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < NEEDED_MEGABYTES) {
            throw new CannotProceed("Only %d MB are free at %s: make room for at least %d MB."
                    .formatted(free, folder, NEEDED_MEGABYTES));
        }
        return "%d MB free at %s".formatted(free, folder);
    }

    private String ports() {
        options.requireFreePorts();
        return "%d on %s and %d on %s are free"
                .formatted(options.http(), options.bind(), options.smtp(), options.smtpAddress());
    }

    private String database() throws IOException {
        String address = System.getenv().getOrDefault("KEZEK_DATABASE_URL", "");
        if (!address.isBlank()) {
            return DatabaseGate.admit(DatabaseServer.external(
                    address,
                    System.getenv().getOrDefault("KEZEK_DATABASE_USER", "kezek"),
                    System.getenv().getOrDefault("KEZEK_DATABASE_PASSWORD", "")));
        }
        if (Files.exists(options.data().resolve("database"))) {
            return admitEmbedded(options.data());
        }
        Path trial = Files.createTempDirectory(nearestExisting(), "kezek-doctor");
        try {
            return admitEmbedded(trial) + " (tried in a folder since removed: there is no data yet)";
        } finally {
            FileSystemUtils.deleteRecursively(trial);
        }
    }

    private static String admitEmbedded(Path folder) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            return DatabaseGate.admit(server);
        }
    }

    /** The data folder, or where it will be created: asking must not create it. */
    private Path nearestExisting() {
        Path folder = options.data().toAbsolutePath().normalize();
        while (!Files.exists(folder)) {
            folder = folder.resolveSibling("").normalize();
        }
        return folder;
    }
}
