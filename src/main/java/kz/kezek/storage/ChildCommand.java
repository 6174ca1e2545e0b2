package kz.kezek.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A short command of the operating system, run to its end. Its words are a list, never a shell line. */
final class ChildCommand {

    private ChildCommand() {}

    /** What the command left: its exit code and all it printed on both streams. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        /** The line that tells most about a failure: the first with an error word, else the last. */
        String complaint() {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> line.contains("error") || line.contains("FATAL") || line.contains("failed"))
                    .findFirst()
                    .orElseGet(() -> output.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .reduce((first, second) -> second)
                            .orElse("exit code " + exitCode));
        }
    }

    /** Runs the command with {@code input} on its standard input and waits for its end. */
    static Outcome run(List<String> words, String input) {
        try {
            Path typed = Files.createTempFile("kezek", ".in");
            try {
                Files.writeString(typed, input);
                Process process = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectInput(typed.toFile())
                        .start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), output);
            } finally {
                Files.delete(typed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words.getFirst(), e);
        }
    }

    static Outcome run(List<String> words) {
        return run(words, "");
    }
}
