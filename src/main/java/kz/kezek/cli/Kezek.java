package kz.kezek.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's front door: {@code kezek SUBCOMMAND}. Exit codes: 0 done, 1 could not, 2 wrong words. */
@Command(
        name = "kezek",
        description = "The support desk that keeps its deadlines.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = ProgramVersion.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            PackageCommand.class,
            DeadlineCommand.class,
            CalendarCommand.class,
            RegulationCommand.class,
            LettersCommand.class,
            ReadCommand.class,
            DeliverCommand.class,
            ImportCommand.class,
            LedgerCommand.class,
            JournalCommand.class,
            ReplayCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            TokenCommand.class,
            UserCommand.class,
            DoctorCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Kezek {

    private Kezek() {}

    /** Runs one subcommand and exits with its code. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, ready to {@code execute}; failures become one sentence on standard error. */
    static CommandLine commandLine() {
        return new CommandLine(new Kezek())
                .setParameterExceptionHandler(Failures::wrongWords)
                .setExecutionExceptionHandler(Failures::couldNot);
    }
}
