package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What every bench is told: which data folder, which letters, and how to tell the result. */
final class Surroundings {

    static final String TOKEN = "bench-" + Long.toHexString(System.nanoTime()) + "-0123456789abcdef0123456789abcdef";

    @Option(names = "--data", description = "a data folder made by bench fill; without it a new one, removed at the end")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--seed", defaultValue = "42", description = "which letters (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print the figures as one JSON object instead of a sentence")
    private boolean json;

    long seed() {
        return seed;
    }

    /** The launcher of the program that is measured. */
    static Path launcher() {
        return Path.of(System.getProperty("kezek.launcher", "./kezek"));
    }

    Path dataFolder() {
        if (data.isEmpty()) {
            data = Optional.of(temporary());
        }
        return data.get();
    }

    Installation start(RelaySink relay) throws IOException {
        return Installation.start(launcher(), dataFolder(), relay.port(), TOKEN);
    }

    static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("kezek-bench");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("kezek: " + folder + " is left behind: " + e.getMessage());
        }
    }

    void report(String bench, Figures figures, String sentence) {
        System.out.println(json ? figures.json(bench) : bench + ": " + sentence);
    }
}
