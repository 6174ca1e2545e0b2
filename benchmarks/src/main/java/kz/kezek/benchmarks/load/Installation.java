package kz.kezek.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program as {@code ./kezek serve} starts it, on free ports and in a data folder of its own, so that no real installation
 * notices anything. Letters that come fast are no storm here, and what it sends goes to the given relay.
 */
final class Installation implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready: http://127.0.0.1:(\\d+), mail to 127.0.0.1:(\\d+)");
    private static final String NO_STORM = "1000000000";

    private final Process process;
    private final Path data;
    private final int http;
    private final int smtp;
    private final Duration startedIn;

    private Installation(Process process, Path data, int http, int smtp, Duration startedIn) {
        this.process = process;
        this.data = data;
        this.http = http;
        this.smtp = smtp;
        this.startedIn = startedIn;
    }

    static Installation start(Path launcher, Path data, int relay, String token) throws IOException {
        var builder = new ProcessBuilder(
                        launcher.toString(), "serve", "--http=0", "--smtp=0", "--data=" + data.toAbsolutePath())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("KEZEK_DATABASE_URL", "");
        builder.environment().put("KEZEK_BLOBS_S3_ENDPOINT", "");
        builder.environment().put("KEZEK_RELAY_PORT", Integer.toString(relay));
        builder.environment().put("KEZEK_INTAKE_STORM_OVERALL", NO_STORM);
        builder.environment().put("KEZEK_INTAKE_STORM_PERSENDER", NO_STORM);
        builder.environment().put("KEZEK_BOOTSTRAP_TOKEN", token);
        long begun = System.nanoTime();
        Process process = builder.start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Duration startedIn = Duration.ofNanos(System.nanoTime() - begun);
                Thread.ofVirtual().start(() -> skip(output));
                return new Installation(
                        process, data, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)), startedIn);
            }
        }
        throw new IOException("the program ended before it was ready");
    }

    /** What it says further on is of no interest, but must be read. */
    private static void skip(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            return;
        }
    }

    int http() {
        return http;
    }

    int smtp() {
        return smtp;
    }

    Duration startedIn() {
        return startedIn;
    }

    ProcessTree processes() {
        return new ProcessTree(process.toHandle());
    }

    long pid() {
        return process.pid();
    }

    /** A way into its database beside the program. */
    Connection database() throws SQLException, IOException {
        List<String> postmaster = Files.readAllLines(data.resolve("database").resolve("postmaster.pid"));
        String password = Files.readString(data.resolve("database.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/kezek", "kezek", password);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
