package kz.kezek.cli;

import kz.kezek.regulation.OutdatedTimeZoneData;
import kz.kezek.storage.BlobsAway;
import kz.kezek.storage.DatabaseUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the command line fails: what a person can mend is one sentence, only a bug shows its stack trace. */
final class Failures {

    private Failures() {}

    static int wrongWords(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        String sentence =
                String.valueOf(exception.getMessage()).lines().findFirst().orElse("wrong words");
        String suggestion = exception instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(" Did you mean %s?"::formatted)
                        .orElse("")
                : "";
        String help = command.getParent() == null ? "kezek help" : "kezek help " + command.getCommandName();
        command.getErr().println("kezek: %s.%s See: %s".formatted(sentence, suggestion, help));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    static int couldNot(Exception exception, CommandLine command, ParseResult words) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (isSentence(cause)) {
                command.getErr().println("kezek: " + cause.getMessage());
                return command.getCommandSpec().exitCodeOnExecutionException();
            }
        }
        exception.printStackTrace(command.getErr());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static boolean isSentence(Throwable cause) {
        return cause instanceof CannotProceed
                || cause instanceof DatabaseUnavailable
                || cause instanceof BlobsAway
                || cause instanceof OutdatedTimeZoneData;
    }
}
