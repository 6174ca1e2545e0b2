package kz.kezek.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.kezek.calendar.CalendarData;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.sla.CalendarPublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek calendar export YEAR}: the year in force, to be edited and published. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Print a year as it is in force, in the form that publish reads.")
final class CalendarExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfiguredDatabase database = new ConfiguredDatabase();

    @Parameters(paramLabel = "YEAR")
    private int number;

    @Override
    public Integer call() {
        Optional<CalendarYear> inForce =
                database
                        .over(source -> CalendarPublication.over(source, ConfiguredRules.inForce())
                                .inForce())
                        .years()
                        .stream()
                        .filter(year -> year.year() == number)
                        .findFirst();
        if (inForce.isEmpty()) {
            spec.commandLine().getErr().println("kezek: There is no calendar of " + number + " in force.");
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(CalendarData.write(inForce.get()));
        out.flush();
        return 0;
    }
}
