package kz.kezek.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import kz.kezek.KezekApplication;
import kz.kezek.intake.Replay;
import kz.kezek.journal.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kezek replay}: reads kept letters again with this version's reader. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Read the letters of the quarantine again; without --dry-run they are settled anew.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfiguredDatabase database = new ConfiguredDatabase();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "DAY|INSTANT",
            description = "Letters received since: 2026-11-01 (Astana) or 2026-11-01T09:00:00+05:00.")
    private String since = "";

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--all", description = "All letters, not only those of the quarantine; only with --dry-run.")
    private boolean all;

    private final ZoneId zone = ConfiguredRules.inForce().hours().zone();

    @Override
    public Integer call() {
        if (all && !dryRun) {
            throw new ParameterException(
                    spec.commandLine(), "Only letters of the quarantine are settled anew: give --dry-run with --all");
        }
        Instant from = since();
        return database.over(source -> {
            Replay replay = Replay.over(source, ConfiguredRules.inForce());
            return dryRun ? foresee(replay, from) : giveBack(replay, from);
        });
    }

    private int foresee(Replay replay, Instant from) {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger changed = new AtomicInteger();
        replay.foresee(from, all, letter -> {
            read.incrementAndGet();
            if (letter.changed()) {
                changed.incrementAndGet();
                out().printf(
                                "%d  %s  %s -> %s  %s%n",
                                letter.id().value(),
                                letter.receivedAt().atZone(zone).toOffsetDateTime(),
                                letter.was(),
                                letter.would(),
                                String.join(", ", letter.changes()));
            }
        });
        out().printf("Nothing was changed; letters read: %d, read differently: %d.%n", read.get(), changed.get());
        out().flush();
        return 0;
    }

    private int giveBack(Replay replay, Instant from) {
        int letters = replay.giveBack(from, new Actor.SystemActor("console"), KezekApplication.WORLD_CLOCK.instant());
        out().printf("Letters given back to be settled anew: %d. The running program does it at once.%n", letters);
        out().flush();
        return 0;
    }

    private Instant since() {
        try {
            return since.contains("T")
                    ? OffsetDateTime.parse(since).toInstant()
                    : LocalDate.parse(since).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException notTime) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Not a day or an instant: " + since + "; write 2026-11-01 or 2026-11-01T09:00:00+05:00");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
