package kz.kezek;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, as an installation runs it: the only thing that can be killed for a test. */
public final class ProgramProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready: http://[^ ]+:(\\d+), mail to [^ ]+:(\\d+)");

    private static final ExecutorService DRAINS = Executors.newVirtualThreadPerTaskExecutor();

    private final Process process;
    private final int http;
    private final int smtp;

    private ProgramProcess(Process process, int http, int smtp) {
        this.process = process;
        this.http = http;
        this.smtp = smtp;
    }

    /**
     * Starts {@code serve} and returns when it is ready.
     *
     * @param smtp where letters come in; 0 for a free port
     * @param environment settings beside this process's own; the embedded database is used unless one is named here
     */
    public static ProgramProcess serve(Path data, int smtp, Map<String, String> environment) {
        return serve(List.of(), "127.0.0.1", data, smtp, environment);
    }

    /**
     * The same in another place.
     *
     * @param inside what the command begins with that goes there
     * @param bind the address of its doors there
     */
    public static ProgramProcess serve(
            List<String> inside, String bind, Path data, int smtp, Map<String, String> environment) {
        var builder = words(environment, "serve", "--http=0", "--smtp=" + smtp, "--data=" + data, "--bind=" + bind)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.command().addAll(0, inside);
        try {
            return whenReady(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command of the program printed, and how it ended. */
    public record Ended(int exitCode, String out, String err) {}

    /**
     * Runs one command to its end, as from a shell.
     *
     * @param input its standard input
     * @param environment settings beside this process's own; the embedded database is used unless one is named here
     */
    public static Ended run(String input, Map<String, String> environment, String... command) {
        try {
            Process process = words(environment, command).start();
            Future<String> err = DRAINS.submit(() -> text(process.getErrorStream()));
            try (OutputStream standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String out = text(process.getInputStream());
            return new Ended(process.waitFor(), out, err.get());
        } catch (IOException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ProcessBuilder words(Map<String, String> environment, String... command) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "kz.kezek.cli.Kezek"));
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(words);
        builder.environment().put("KEZEK_DATABASE_URL", "");
        builder.environment().put("KEZEK_BLOBS_S3_ENDPOINT", "");
        builder.environment().putAll(environment);
        return builder;
    }

    private static ProgramProcess whenReady(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> drain(output));
                return new ProgramProcess(process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
            }
        }
        throw new IllegalStateException("the program ended before it was ready");
    }

    /** Reads on, so that the program never waits for its output to be read; {@link #kill} closes the stream under this. */
    private static void drain(Reader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException killed) {
            return;
        }
    }

    /** A port that nobody uses just now, for a program that is to come back to the same one. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For signals. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    public int http() {
        return http;
    }

    public int smtp() {
        return smtp;
    }

    /** As {@code kill -9}: no time for anything. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Stops it in good order. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
