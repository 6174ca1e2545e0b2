package kz.kezek.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.kezek.mail.MailReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code kezek read PATH…}: reads letters from files and folders and prints one line of JSON each, in the order of the paths.
 * No database, no network. A letter that cannot be read sets {@code error} in its line and never stops the run.
 */
@Command(
        name = "read",
        description = "Read letters and print what is in them, one line of JSON each.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    private static final int AHEAD_PER_WORKER = 16;
    private static final int PROGRESS_STEP = 100;
    private static final byte[] FIRST =
            "Subject: =?utf-8?Q?x?=\nContent-Type: text/html\n\n<p>On 1.1.2026 10:00 a@b.kz wrote:</p>"
                    .getBytes(StandardCharsets.US_ASCII);

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Letters (.eml), or folders searched for them.")
    private List<Path> paths = List.of();

    @Option(names = "--time", description = "Say on the error output how many letters were read in a second.")
    private boolean time;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Read everything N times, print only the last (for --time).")
    private int repeat;

    private final MailReader reader = new MailReader();
    private final MailLine lines = new MailLine(new SubmissionLine()::of);

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = files();
        reader.read(FIRST); // loads the classes and tables, which are no letter's own time
        int workers = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int run = 1; run < repeat; run++) {
                timed(files, pool, workers, new PrintWriter(java.io.Writer.nullWriter()));
            }
            PrintWriter out = new PrintWriter(
                    new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16));
            timed(files, pool, workers, out);
            out.flush();
            return out.checkError() ? 1 : 0;
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> found = Files.walk(path)) {
                    found.filter(ReadCommand::isLetter).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static boolean isLetter(Path file) {
        return file.toString().endsWith(".eml") && Files.isRegularFile(file);
    }

    private void timed(List<Path> files, ExecutorService pool, int workers, PrintWriter out)
            throws InterruptedException {
        long start = System.nanoTime();
        print(files, pool, workers, out);
        if (time) {
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.printf("%d letters in %.2f s, %.0f a second%n", files.size(), seconds, files.size() / seconds);
        }
    }

    /** Prints in order while the workers read ahead by a bounded number of letters. */
    private void print(List<Path> files, ExecutorService pool, int workers, PrintWriter out)
            throws InterruptedException {
        Queue<Future<String>> ahead = new ArrayDeque<>();
        Progress progress = new Progress(files.size());
        for (Path file : files) {
            ahead.add(pool.submit(() -> line(file)));
            if (ahead.size() >= workers * AHEAD_PER_WORKER) {
                out.println(next(ahead));
                progress.step();
            }
        }
        while (!ahead.isEmpty()) {
            out.println(next(ahead));
            progress.step();
        }
        progress.end();
    }

    private static String next(Queue<Future<String>> ahead) throws InterruptedException {
        try {
            return ahead.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed outside of reading", e.getCause());
        }
    }

    private String line(Path file) {
        try {
            byte[] raw = Files.readAllBytes(file);
            long start = System.nanoTime();
            var mail = reader.read(raw);
            return lines.of(file.toString(), (System.nanoTime() - start) / 1_000_000, mail);
        } catch (IOException | RuntimeException e) {
            return MailLine.failed(file.toString(), String.valueOf(e));
        }
    }

    /** A counter on the error output, on a terminal only. */
    private static final class Progress {
        private final int total;
        private final boolean shown =
                System.console() != null && System.console().isTerminal();
        private int done;

        Progress(int total) {
            this.total = total;
        }

        void step() {
            if (shown && ++done % PROGRESS_STEP == 0) {
                System.err.printf("\r%d of %d", done, total);
            }
        }

        void end() {
            if (shown && done >= PROGRESS_STEP) {
                System.err.print("\r\u001B[K");
            }
        }
    }
}
