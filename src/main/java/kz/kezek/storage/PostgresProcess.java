package kz.kezek.storage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running postmaster and the one thread that owns it. The kernel sends the postmaster SIGINT when the thread that
 * forked it ends, so that thread lives as long as the program: a killed program takes its database down cleanly. A
 * postmaster that dies by itself is started again on the same port.
 */
final class PostgresProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofMillis(500);
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(15);
    private static final int PORTS_TO_TRY = 5;
    private static final long LOG_KEPT = 10L * 1024 * 1024;

    /** Sized for two cores and little memory; given on the command line, so that nothing in the folder overrides them. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("max_worker_processes", "4"),
            Map.entry("max_parallel_workers", "2"),
            Map.entry("max_parallel_workers_per_gather", "1"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"),
            // Statements and failing rows are letters and names of people: they stay out of the log.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private final PostgresCluster cluster;
    private final Path log;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread owner;

    private PostgresProcess(PostgresCluster cluster, Path log) {
        this.cluster = cluster;
        this.log = log;
        this.owner = Thread.ofPlatform().daemon().name("embedded-postgres").unstarted(this::own);
    }

    /** Starts the postmaster and returns when it takes connections. */
    static PostgresProcess start(PostgresCluster cluster, Path log) {
        PostgresProcess process = new PostgresProcess(cluster, log);
        process.owner.start();
        try {
            process.port();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DatabaseUnavailable sentence ? sentence : e;
        }
        return process;
    }

    int port() {
        return port.join();
    }

    @Override
    public void close() {
        stopAsked.countDown();
        try {
            // The owner may be starting a new postmaster at this very moment: ask until it has ended.
            do {
                cluster.runningPostmaster().ifPresent(postmaster -> cluster.stop());
            } while (!owner.join(PAUSE_BETWEEN_LOOKS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void own() {
        try {
            Process postmaster = startOnFreePort();
            while (!stopRequestedAfter(postmaster)) {
                LOG.warn("The embedded database ended with code {}; starting it again", postmaster.exitValue());
                postmaster = launch(port.join());
                awaitReady(postmaster);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!port.completeExceptionally(e)) {
                LOG.error("The embedded database cannot be started again", e);
            }
        }
    }

    private boolean stopRequestedAfter(Process postmaster) throws InterruptedException {
        postmaster.waitFor();
        return stopAsked.await(PAUSE_BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Process startOnFreePort() throws InterruptedException {
        cluster.recover();
        for (int attempt = 1; ; attempt++) {
            int candidate = freePort();
            Process postmaster = launch(candidate);
            if (awaitReady(postmaster)) {
                port.complete(candidate);
                return postmaster;
            }
            if (attempt == PORTS_TO_TRY) {
                throw new DatabaseUnavailable(
                        "The embedded database does not start (%s): see %s, or set KEZEK_DATABASE_URL to a PostgreSQL 15 or newer."
                                .formatted(lastComplaint(), log));
            }
        }
    }

    /** True when it takes connections; false when it ended instead. Recovery after a crash may take its time. */
    private boolean awaitReady(Process postmaster) throws InterruptedException {
        while (!cluster.isReady(postmaster.pid())) {
            if (postmaster.waitFor(PAUSE_BETWEEN_LOOKS)) {
                return false;
            }
        }
        return true;
    }

    private Process launch(int onPort) {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(HostMachine.asOrdinaryUser());
        words.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        words.add(cluster.binaries().home().resolve("bin/postgres").toString());
        words.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(onPort)));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        try {
            rotateLog();
            return new ProcessBuilder(words)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot launch the embedded database", e);
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastComplaint() {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains("FATAL:"))
                    .reduce((first, second) -> second)
                    .map(line -> line.substring(line.indexOf("FATAL:") + 6).strip())
                    .orElse("no reason given");
        } catch (IOException e) {
            return "no log";
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable("No local port is free for the embedded database: close some programs.", e);
        }
    }
}
