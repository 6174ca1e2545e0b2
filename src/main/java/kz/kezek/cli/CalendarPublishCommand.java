package kz.kezek.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import kz.kezek.KezekApplication;
import kz.kezek.calendar.CalendarDataException;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.journal.Actor;
import kz.kezek.sla.CalendarPublication;
import kz.kezek.sla.MovedDeadline;
import kz.kezek.sla.PublicationOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kezek calendar publish FILE}: puts the years of a file in force and says which open tickets it moves (A24). */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Put the years of a file in force at once, beside the running program or without it.")
final class CalendarPublishCommand implements Callable<Integer> {

    private static final Actor CONSOLE = new Actor.SystemActor("console");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfiguredDatabase database = new ConfiguredDatabase();

    @Option(names = "--dry-run", description = "Say what would move, and change nothing.")
    private boolean dryRun;

    @Parameters(paramLabel = "FILE", description = "A calendar file, tab-separated or JSON; see calendar export.")
    private Path file = Path.of("");

    private final ZoneId zone = ConfiguredRules.inForce().hours().zone();

    @Override
    public Integer call() {
        List<CalendarYear> years = years();
        Instant now = KezekApplication.WORLD_CLOCK.instant();
        PublicationOutcome outcome = database.over(source -> {
            var publication = CalendarPublication.over(source, ConfiguredRules.inForce());
            return dryRun ? publication.foresee(years, CONSOLE, now) : publication.publish(years, CONSOLE, now);
        });
        return switch (outcome) {
            case PublicationOutcome.Published(var version, var moved) -> {
                print(moved);
                yield say("Calendar " + version.id() + " is in force; deadlines moved: " + moved.size() + ".");
            }
            case PublicationOutcome.Foreseen(var moved) -> {
                print(moved);
                yield say("Nothing was changed; deadlines that would move: " + moved.size() + ".");
            }
            case PublicationOutcome.NothingNew() -> say("Nothing was changed: these years are in force already.");
            case PublicationOutcome.Refused(var reasons) -> {
                spec.commandLine()
                        .getErr()
                        .println("kezek: " + file + " cannot be put in force: " + String.join("; ", reasons) + ".");
                yield 1;
            }
        };
    }

    private List<CalendarYear> years() {
        try {
            return CalendarFile.read(file).years();
        } catch (CalendarDataException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private void print(List<MovedDeadline> moved) {
        PrintWriter out = out();
        for (MovedDeadline deadline : moved) {
            out.println(String.join(
                    "  ",
                    deadline.number().toString(),
                    deadline.kind().name(),
                    time(deadline.from()) + " → " + time(deadline.to())));
        }
        out.flush();
    }

    private String time(Instant at) {
        return at.atZone(zone).toOffsetDateTime().toString();
    }

    private int say(String sentence) {
        out().println(sentence);
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
