package kz.kezek.benchmarks.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same load minute after minute: whether memory, files, connections or waiting grow. */
@Command(name = "soak", description = "A steady load for a while, a line of figures a minute.")
final class SoakBench implements Callable<Integer> {

    private static final int CONNECTIONS = 8;

    @Mixin
    private Surroundings surroundings;

    @Option(names = "--rate", defaultValue = "200", description = "letters a second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--minutes", defaultValue = "30", description = "how long (${DEFAULT-VALUE})")
    private int minutes;

    @Override
    public Integer call() throws Exception {
        try (RelaySink relay = new RelaySink();
                Installation program = surroundings.start(relay);
                Connection database = program.database()) {
            var intake = new Intake(program, database, new LetterMix(surroundings.seed()));
            int letters = (int) (rate * Duration.ofMinutes(1).toSeconds());
            for (int minute = 1; minute <= minutes; minute++) {
                Intake.Run run = intake.run((minute - 1) * letters, letters, CONNECTIONS, rate);
                report(minute, run, program, database);
            }
            return 0;
        }
    }

    private void report(int minute, Intake.Run run, Installation program, Connection database) throws SQLException {
        ProcessTree both = program.processes();
        ProcessTree databases = both.belowRoot();
        long connections = count(database, "pg_stat_activity where backend_type = 'client backend'");
        long waiting = count(database, "letter where state = 'QUEUED'");
        double perSecond = run.letters() / run.seconds();
        double p95 = run.waits().millis(0.95);
        double cpuMillis = run.cpuSeconds() * 1000 / run.letters();
        var figures = new Figures()
                .with("minute", minute)
                .with("registered_per_second", perSecond)
                .with("p95_ms", p95)
                .with("cpu_ms_per_letter", cpuMillis)
                .with("memory_mib", both.memoryMib())
                .with("database_memory_mib", databases.memoryMib())
                .with("open_files", both.openFiles())
                .with("database_open_files", databases.openFiles())
                .with("connections", connections)
                .with("notices_waiting", waiting);
        surroundings.report("soak", figures, String.format(
                Locale.ROOT,
                "minute %d: %.0f letters a second, p95 %.0f ms, %.2f CPU-ms each; %d MiB and %d open files, %d and %d of them the database's; %d connections, %d notices waiting",
                minute,
                perSecond,
                p95,
                cpuMillis,
                both.memoryMib(),
                both.openFiles(),
                databases.memoryMib(),
                databases.openFiles(),
                connections,
                waiting));
    }

    private static long count(Connection database, String what) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getLong(1);
        }
    }
}
