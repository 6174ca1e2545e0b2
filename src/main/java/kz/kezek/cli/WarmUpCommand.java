package kz.kezek.cli;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.kezek.demo.Demonstration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/**
 * {@code kezek warm-up}: the training run of the launcher. Lives once through what a start and a first day do, on a
 * throw-away database and free ports, so that Java's ahead-of-time cache knows the classes of it, and its profiles (JEP 515)
 * tell what to compile first.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Train the start-up cache; the launcher calls it after a build.")
final class WarmUpCommand implements Runnable {

    /** Enough for Java to see which parts of the way of a letter are worth compiling. */
    private static final int LETTERS = 600;

    private static final List<String> PAGES =
            List.of("/login", "/", "/rules", "/request", "/help", "/actuator/health", "/api/v1/openapi.json");

    @Override
    public void run() {
        try {
            Path data = Files.createTempDirectory("kezek-warm-up");
            try {
                live(data);
            } finally {
                FileSystemUtils.deleteRecursively(data);
            }
        } catch (IOException e) {
            throw new CannotProceed("The warm-up needs a folder for temporary files: " + e.getMessage(), e);
        }
    }

    private static void live(Path data) throws IOException {
        String sink = Integer.toString(DemoCommand.freePort());
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "kezek.smtp.port", "0",
                "kezek.database.url", "",
                "kezek.blobs.s3.endpoint", "",
                "kezek.data", data.toString(),
                "kezek.relay.host", "127.0.0.1",
                "kezek.relay.port", sink,
                "kezek.demo.sink-port", sink);
        try (ConfigurableApplicationContext program = Program.start(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            program.getBean(Demonstration.class).sendLetters(LETTERS, Duration.ZERO);
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Program.httpPort(program) + page))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (MessagingException e) {
            throw new CannotProceed("The warm-up's letters were not taken: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
