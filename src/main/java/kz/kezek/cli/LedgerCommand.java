package kz.kezek.cli;

import java.io.PrintWriter;
import kz.kezek.intake.LedgerBalance;
import kz.kezek.intake.LedgerCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kezek ledger}: whether every letter ever acknowledged is accounted for. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Add the ledger of letters up.",
        subcommands = CommandLine.HelpCommand.class)
final class LedgerCommand {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Every letter has one fate or is in work, every ticket its letter, all bytes their hash."
                    + " Exit code 1 on a difference.")
    int check(
            @Mixin ConfiguredDatabase database,
            @Option(names = "--json", description = "Print one line of JSON.") boolean json,
            @Option(names = "--quick", description = "Leave the bytes out.") boolean quick) {
        LedgerBalance balance = database.over(source -> LedgerCheck.over(source).balance(!quick));
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(json(balance));
        } else {
            print(balance, out);
        }
        out.flush();
        return balance.balances() ? 0 : 1;
    }

    private static void print(LedgerBalance balance, PrintWriter out) {
        out.printf("letters offered      %d%n", balance.letters());
        balance.fates()
                .forEach((fate, count) -> out.printf("  %-18s %d%n", fate.toLowerCase(java.util.Locale.ROOT), count));
        out.printf("  %-18s %d%n", "in work", balance.inWork());
        out.printf("contents compared    %d%n", balance.bytesChecked());
        out.printf("waiting in mailboxes %d%n", balance.waitingInMailboxes());
        out.printf("differences          %d%n", balance.differences().size());
        balance.differences()
                .forEach(difference -> out.printf("  %-24s %s%n", difference.kind(), difference.subject()));
    }

    private static String json(LedgerBalance balance) {
        return new JsonLine()
                .raw("letters", Long.toString(balance.letters()))
                .object(
                        "fates",
                        fates -> balance.fates().forEach((fate, count) -> fates.raw(fate, Long.toString(count))))
                .raw("inWork", Long.toString(balance.inWork()))
                .raw("contentsCompared", Long.toString(balance.bytesChecked()))
                .raw("waitingInMailboxes", Long.toString(balance.waitingInMailboxes()))
                .objects(
                        "differences",
                        balance.differences(),
                        (difference, line) ->
                                line.text("kind", difference.kind().name()).text("subject", difference.subject()))
                .raw("balances", Boolean.toString(balance.balances()))
                .end();
    }
}
