package kz.kezek.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Wrong words on the command line are answered by one sentence on standard error and exit code 2. */
final class OneSentence {

    private OneSentence() {}

    static int print(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        String message = String.valueOf(wrong.getMessage()).replace('\n', ' ').strip();
        command.getErr().println(message.endsWith(".") ? message : message + ".");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
