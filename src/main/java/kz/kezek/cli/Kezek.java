package kz.kezek.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's front door: {@code kezek SUBCOMMAND}. Exit codes: 0 done, 1 could not, 2 wrong words. */
@Command(
        name = "kezek",
        description = "The support desk that keeps its deadlines.",
        mixinStandardHelpOptions = true,
        version = "kezek 0.1.0",
        subcommands = {DeadlineCommand.class, ReadCommand.class, CommandLine.HelpCommand.class})
public final class Kezek {

    private Kezek() {}

    /** Runs one subcommand and exits with its code. */
    public static void main(String... args) {
        System.exit(new CommandLine(new Kezek())
                .setParameterExceptionHandler(OneSentence::print)
                .execute(args));
    }
}
