package kz.kezek.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/**
 * {@code kezek warm-up}: the training run of the launcher. Lives once through what a start does, on a throw-away
 * database and free ports, so that Java's ahead-of-time cache knows the classes of it.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Train the start-up cache; the launcher calls it after a build.")
final class WarmUpCommand implements Runnable {

    private static final List<String> PAGES = List.of("/login", "/actuator/health", "/api/v1/openapi.json");

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
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "kezek.smtp.port", "0",
                "kezek.database.url", "",
                "kezek.data", data.toString());
        try (ConfigurableApplicationContext program = Program.start(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Program.httpPort(program) + page))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
