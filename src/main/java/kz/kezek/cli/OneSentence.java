package kz.kezek.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Wrong words on the command line are answered by one sentence on standard error and exit code 2. */
final class OneSentence {

    private OneSentence() {}

    static int print(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        warn(String.valueOf(wrong.getMessage()));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Says one sentence on standard error, in UTF-8 whatever the terminal's locale. */
    static void warn(String sentence) {
        String line = sentence.replace('\n', ' ').strip();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        err.println(line.endsWith(".") ? line : line + ".");
    }
}
