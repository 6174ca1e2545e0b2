package kz.kezek.benchmarks.load;

import java.sql.Connection;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Letters through real SMTP until each has its fate: how many a second, how long each waits, what it costs. */
@Command(name = "intake", description = "Letters a second from the SMTP door to the registered ticket.")
final class IntakeBench implements Callable<Integer> {

    @Mixin
    private Surroundings surroundings;

    @Option(names = "--letters", defaultValue = "20000", description = "how many (${DEFAULT-VALUE})")
    private int letters;

    @Option(names = "--warm-up", defaultValue = "5000", description = "how many before, uncounted (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--from", defaultValue = "0", description = "the number of the first letter, other than in earlier runs on the same data")
    private int from;

    @Option(names = "--connections", defaultValue = "8", description = "senders at once (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--rate", defaultValue = "0", description = "letters a second offered; 0: as fast as they are taken")
    private int rate;

    @Override
    public Integer call() throws Exception {
        try (RelaySink relay = new RelaySink();
                Installation program = surroundings.start(relay);
                Connection database = program.database()) {
            long idle = program.processes().memoryMib();
            var intake = new Intake(program, database, new LetterMix(surroundings.seed()));
            intake.run(from, warmUp, connections, 0);
            Intake.Run run = intake.run(from + warmUp, letters, connections, rate);
            report(run, idle, program, relay);
            return 0;
        }
    }

    private void report(Intake.Run run, long idleMemory, Installation program, RelaySink relay) {
        Registered registered = run.registered();
        double cpuMillis = run.cpuSeconds() * 1000 / run.letters();
        double databaseMillis = run.databaseCpuSeconds() * 1000 / run.letters();
        var figures = new Figures()
                .with("letters", run.letters())
                .with("acknowledged_per_second", run.letters() / run.acknowledged())
                .with("registered_per_second", run.letters() / run.seconds())
                .with("cpu_ms_per_letter", cpuMillis)
                .with("database_cpu_ms_per_letter", databaseMillis)
                .with("p50_ms", run.waits().millis(0.5))
                .with("p95_ms", run.waits().millis(0.95))
                .with("p99_ms", run.waits().millis(0.99))
                .with("tickets", registered.tickets())
                .with("letters_written", registered.letters())
                .with("letters_sent", relay.taken())
                .with("ready_seconds", program.startedIn().toMillis() / 1000.0)
                .with("idle_memory_mib", idleMemory)
                .with("memory_mib", program.processes().memoryMib());
        surroundings.report("intake", figures, String.format(
                Locale.ROOT,
                "%,d letters: %.0f acknowledged and %.0f registered a second; %.2f CPU-ms each, %.2f of them the database's;"
                        + " custody to registered p50 %.0f, p95 %.0f, p99 %.0f ms",
                run.letters(),
                run.letters() / run.acknowledged(),
                run.letters() / run.seconds(),
                cpuMillis,
                databaseMillis,
                run.waits().millis(0.5),
                run.waits().millis(0.95),
                run.waits().millis(0.99)));
    }
}
