package kz.kezek.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A password typed twice at the terminal or, for scripts, the first line of standard input; never a word of the command. */
final class PasswordEntry {

    @Option(names = "--password-stdin", description = "Read the password from the first line of standard input.")
    private boolean fromStandardInput;

    /** Empty when there is no terminal to ask at, the two entries differ, or nothing was given. */
    Optional<String> read() {
        return (fromStandardInput ? line() : typed()).filter(password -> !password.isEmpty());
    }

    private static Optional<String> line() {
        try {
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> typed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Once more: ");
        return first != null && second != null && Arrays.equals(first, second)
                ? Optional.of(new String(first))
                : Optional.empty();
    }
}
