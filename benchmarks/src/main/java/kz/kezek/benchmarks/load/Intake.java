package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import kz.kezek.benchmarks.load.Registered.Ends;

/** Letters of the mix through the SMTP door of an installation until each has its fate. */
final class Intake {

    private final Installation program;
    private final Connection database;
    private final LetterMix mix;

    Intake(Installation program, Connection database, LetterMix mix) {
        this.program = program;
        this.database = database;
        this.mix = mix;
    }

    /**
     * What a run took.
     *
     * @param acknowledged seconds until the last letter had its 250
     * @param seconds until the last had its fate
     * @param cpuSeconds of all processes of the installation
     * @param databaseCpuSeconds the database's part of them
     * @param waits from custody to fate
     */
    record Run(
            int letters,
            double acknowledged,
            double seconds,
            double cpuSeconds,
            double databaseCpuSeconds,
            Registered registered,
            Waits waits) {}

    /** Sends letters {@code from} … {@code from + count - 1}; made before the clock starts, so that making them costs nothing. */
    Run run(int from, int count, int connections, int ratePerSecond) throws IOException, SQLException, InterruptedException {
        List<LetterMix.Letter> letters = IntStream.range(from, from + count).mapToObj(mix::letter).toList();
        Ends ends = Ends.of(database);
        ProcessTree processes = program.processes();
        Waits waited = Waits.of(program);
        double cpu = processes.cpuSeconds();
        double databaseCpu = processes.belowRoot().cpuSeconds();
        long begun = System.nanoTime();
        send(letters, connections, ratePerSecond);
        double acknowledged = secondsSince(begun);
        while (Registered.settledAfter(database, ends) < count) {
            LockSupport.parkNanos(200_000_000);
        }
        double seconds = secondsSince(begun);
        return new Run(
                count,
                acknowledged,
                seconds,
                processes.cpuSeconds() - cpu,
                processes.belowRoot().cpuSeconds() - databaseCpu,
                Registered.after(database, ends),
                Waits.of(program).since(waited));
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void send(List<LetterMix.Letter> letters, int connections, int ratePerSecond) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        List<Thread> senders = IntStream.range(0, connections)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try (var sender = new SmtpSender(program.smtp())) {
                        for (int n = next.getAndIncrement(); n < letters.size(); n = next.getAndIncrement()) {
                            waitForTurn(begun, n, ratePerSecond);
                            sender.send(letters.get(n));
                        }
                    } catch (IOException e) {
                        failures.add(e);
                    }
                }))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }

    private static void waitForTurn(long begun, int number, int ratePerSecond) {
        if (ratePerSecond > 0) {
            LockSupport.parkNanos(begun + number * 1_000_000_000L / ratePerSecond - System.nanoTime());
        }
    }
}
