package kz.kezek.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kz.kezek.journal.Examination;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kezek journal}: whether the journal is as it was written (R30). */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Examine the journal of who did and saw what.",
        subcommands = CommandLine.HelpCommand.class)
final class JournalCommand {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Every entry is in its place and as it was written: the chains of hashes hold."
                    + " Exit code 1 when one does not.")
    int verify(
            @Mixin ConfiguredDatabase database,
            @Option(names = "--json", description = "Print one line of JSON.") boolean json) {
        Examination found = database.over(source -> new Journal(JdbcClient.create(source)).examine());
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(json(found));
        } else {
            print(found, out);
        }
        out.flush();
        return found.isIntact() ? 0 : 1;
    }

    private static void print(Examination found, PrintWriter out) {
        out.printf("streams  %d%n", found.streams());
        out.printf("entries  %d%n", found.entries());
        out.printf("broken   %d%n", found.broken().size());
        found.broken()
                .forEach((stream, broken) -> out.printf(
                        "  %-24s entry %d is %s%n",
                        stream, broken.seq(), broken.fault().name().toLowerCase(Locale.ROOT)));
    }

    private static String json(Examination found) {
        return new JsonLine()
                .raw("streams", Long.toString(found.streams()))
                .raw("entries", Long.toString(found.entries()))
                .objects(
                        "broken",
                        List.copyOf(found.broken().entrySet()),
                        (stream, line) -> line.text("stream", stream.getKey())
                                .raw("seq", Long.toString(stream.getValue().seq()))
                                .text("fault", stream.getValue().fault().name()))
                .raw("intact", Boolean.toString(found.isIntact()))
                .end();
    }
}
