package kz.kezek.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What each fault came to: a line on the console, and one in {@code target/faults/figures.tsv} for docs/reliability.md. */
final class Figures {

    private static final Path FILE = Path.of("target", "faults", "figures.tsv");

    private Figures() {}

    static void report(String fault, String what, Duration took, String outcome) {
        String line = String.join("\t", fault, what, took.toSeconds() + " s", outcome) + "\n";
        System.out.print(line);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
