package kz.kezek.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RegulationLines;
import kz.kezek.sla.MovedDeadline;
import kz.kezek.sla.RegulationForesight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek regulation check|show|diff}: the rules in force as data. */
@Command(
        name = "regulation",
        mixinStandardHelpOptions = true,
        description = "Check, show or compare the rules in force.")
final class RegulationCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the rules: check, show or diff FILE");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Read a file of rules, or those in force, as the program does at its start.")
    int check(@Parameters(paramLabel = "FILE", arity = "0..1") Optional<Path> file) {
        Regulation rules = file.map(ConfiguredRules::read).orElseGet(ConfiguredRules::inForce);
        out().println("Rules " + rules.version() + ", in force since " + rules.effectiveOn() + ": "
                + RegulationLines.of(rules).size() + " values, nothing is wrong.");
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Print every value of the rules.")
    int show(@Parameters(paramLabel = "FILE", arity = "0..1") Optional<Path> file) {
        Regulation rules = file.map(ConfiguredRules::read).orElseGet(ConfiguredRules::inForce);
        RegulationLines.of(rules).forEach((key, value) -> out().println(key + "  " + value));
        return 0;
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Compare the rules in force with those of a file, and name the open tickets whose deadlines"
                    + " they would move.")
    int diff(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--no-tickets", description = "Compare the rules alone: look into no database.")
                    boolean rulesAlone,
            @Mixin ConfiguredDatabase database) {
        Regulation next = ConfiguredRules.read(file);
        var differences = RegulationLines.between(ConfiguredRules.inForce(), next);
        differences.forEach(difference ->
                out().println(difference.key() + "  " + difference.before() + " → " + difference.after()));
        out().println(differences.isEmpty() ? "Nothing differs." : "Values that differ: " + differences.size() + ".");
        if (rulesAlone) {
            return 0;
        }
        if (database.isThere()) {
            print(database.over(source -> RegulationForesight.over(source).moved(next)), next);
        } else {
            out().println("There is no database here: no ticket was looked at.");
        }
        return 0;
    }

    private void print(List<MovedDeadline> moved, Regulation next) {
        var zone = next.hours().zone();
        moved.forEach(deadline -> out().println(String.join(
                "  ",
                deadline.number().toString(),
                deadline.kind().name(),
                deadline.from().atZone(zone).toOffsetDateTime() + " → "
                        + deadline.to().atZone(zone).toOffsetDateTime())));
        out().println("Deadlines that would move: " + moved.size() + ".");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
