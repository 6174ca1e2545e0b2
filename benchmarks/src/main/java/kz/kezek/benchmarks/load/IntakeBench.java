package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import kz.kezek.benchmarks.load.Registered.Ends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Letters through real SMTP until each has its fate: how many a second, how long each waits, what it costs. */
@Command(name = "intake", description = "Letters a second from the SMTP door to the registered ticket.")
final class IntakeBench implements Callable<Integer> {

    @Mixin
    private Surroundings surroundings;

    @Option(names = "--letters", defaultValue = "10000", description = "how many (${DEFAULT-VALUE})")
    private int letters;

    @Option(names = "--warm-up", defaultValue = "3000", description = "how many before, uncounted (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "8", description = "senders at once (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--rate", defaultValue = "0", description = "letters a second offered; 0: as fast as they are taken")
    private int rate;

    @Override
    public Integer call() throws Exception {
        try (RelaySink relay = new RelaySink();
                Installation program = surroundings.start(relay);
                Connection database = program.database()) {
            LetterMix mix = new LetterMix(surroundings.seed());
            run(program, database, mix, 0, warmUp);
            Result result = run(program, database, mix, warmUp, letters);
            surroundings.report("intake", result.figures(), result.line());
            return 0;
        }
    }

    private Result run(Installation program, Connection database, LetterMix mix, int from, int count)
            throws Exception {
        var prepared = new PreparedLetters(mix, from, count);
        Ends ends = Ends.of(database);
        ProcessTree processes = program.processes();
        double cpu = processes.cpuSeconds();
        long begun = System.nanoTime();
        sendAll(program.smtp(), prepared);
        double acknowledged = (System.nanoTime() - begun) / 1e9;
        awaitSettled(database, ends, count);
        double registered = (System.nanoTime() - begun) / 1e9;
        double cpuMillis = (processes.cpuSeconds() - cpu) * 1000 / count;
        return new Result(
                count, acknowledged, registered, cpuMillis, processes.memoryMib(), Registered.after(database, ends));
    }

    private void sendAll(int port, PreparedLetters prepared) throws Exception {
        var next = new AtomicInteger();
        long begun = System.nanoTime();
        var threads = new Thread[connections];
        var failures = new java.util.concurrent.ConcurrentLinkedQueue<Exception>();
        for (int i = 0; i < connections; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                try (var sender = new SmtpSender(port)) {
                    for (int n = next.getAndIncrement(); n < prepared.size(); n = next.getAndIncrement()) {
                        waitForTurn(begun, n);
                        sender.send(prepared.get(n));
                    }
                } catch (IOException e) {
                    failures.add(e);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }

    private void waitForTurn(long begun, int number) {
        if (rate > 0) {
            LockSupport.parkNanos(begun + number * 1_000_000_000L / rate - System.nanoTime());
        }
    }

    private static void awaitSettled(Connection database, Ends ends, int count) throws SQLException {
        while (Registered.settledAfter(database, ends) < count) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private record Result(
            int letters, double acknowledged, double seconds, double cpuMillis, long memoryMib, Registered registered) {

        Figures figures() {
            return new Figures()
                    .with("letters", letters)
                    .with("acknowledged_per_second", letters / acknowledged)
                    .with("registered_per_second", letters / seconds)
                    .with("cpu_ms_per_letter", cpuMillis)
                    .with("p50_ms", registered.p50())
                    .with("p95_ms", registered.p95())
                    .with("p99_ms", registered.p99())
                    .with("tickets", registered.tickets())
                    .with("letters_written", registered.letters())
                    .with("memory_mib", memoryMib);
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%,d letters: %.0f acknowledged and %.0f registered a second, %.2f CPU-ms each; receipt to registered"
                            + " p50 %.0f, p95 %.0f, p99 %.0f ms; %,d tickets, %,d letters written; %d MiB",
                    letters,
                    letters / acknowledged,
                    letters / seconds,
                    cpuMillis,
                    registered.p50(),
                    registered.p95(),
                    registered.p99(),
                    registered.tickets(),
                    registered.letters(),
                    memoryMib);
        }
    }
}
