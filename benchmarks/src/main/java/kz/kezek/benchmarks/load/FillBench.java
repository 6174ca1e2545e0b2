package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes a data folder with many tickets: a few hundred real letters through the SMTP door first, then copies of what became of
 * them by SQL, with other numbers, times and people; one in twenty stays open. Nobody waits for a million letters to be read.
 */
@Command(name = "fill", description = "Make a data folder with many tickets, for the other benches' --data.")
final class FillBench implements Callable<Integer> {

    private static final int MODELS = 400;
    private static final int STEP = 20_000;

    @Option(names = "--data", required = true, description = "the data folder, new or filled before")
    private Path data = Path.of("");

    @Option(names = "--tickets", defaultValue = "1000000", description = "how many there are at the end (${DEFAULT-VALUE})")
    private long tickets;

    @Option(names = "--seed", defaultValue = "42", description = "which letters (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        try (RelaySink relay = new RelaySink();
                Installation program = Installation.start(Surroundings.launcher(), data, relay.port(), Surroundings.TOKEN);
                Connection database = program.database()) {
            if (count(database) < MODELS / 2) {
                new Intake(program, database, new LetterMix(seed)).run(0, MODELS, 4, 0);
            }
            copy(database);
        }
        return 0;
    }

    private void copy(Connection database) throws SQLException, IOException {
        String[] statements = sql().split(";\\s*\n");
        for (long have = count(database); have < tickets; have = count(database)) {
            long step = Math.min(STEP, tickets - have);
            try (Statement statement = database.createStatement()) {
                statement.execute("set synchronous_commit = off");
                statement.execute("select set_config('bench.step', '" + step + "', false)");
                for (String each : statements) {
                    statement.execute(each);
                }
            }
            System.err.printf(Locale.ROOT, "\r%,d of %,d tickets", have + step, tickets);
        }
        System.err.println("\ncounting what the planner must know");
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static long count(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from ticket")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String sql() throws IOException {
        try (InputStream stream = FillBench.class.getResourceAsStream("/fill.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
