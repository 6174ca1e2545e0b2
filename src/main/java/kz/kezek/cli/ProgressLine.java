package kz.kezek.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A line on a terminal that says how far a long command has come, written over itself; without a terminal, nothing. */
final class ProgressLine implements AutoCloseable {

    private static final Duration REST = Duration.ofMillis(200);
    private static final int BAR = 30;

    private final PrintWriter out;
    private final String subject;
    private final boolean shown;
    private long lastShown = System.nanoTime() - REST.toNanos();

    ProgressLine(PrintWriter out, String subject) {
        this(out, subject, System.console() != null && System.console().isTerminal());
    }

    ProgressLine(PrintWriter out, String subject, boolean shown) {
        this.out = out;
        this.subject = subject;
        this.shown = shown;
    }

    /** Shows so much of the whole, and how many letters that was; not more often than an eye can follow. */
    void show(long done, long total, long letters) {
        long now = System.nanoTime();
        if (shown && (now - lastShown >= REST.toNanos() || done == total)) {
            lastShown = now;
            out.print("\r" + line(subject, done, total, letters));
            out.flush();
        }
    }

    static String line(String subject, long done, long total, long letters) {
        double part = total == 0 ? 1 : Math.min(1, (double) done / total);
        int filled = (int) (part * BAR);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %d letters  %s",
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                (int) (part * 100),
                letters,
                subject);
    }

    @Override
    public void close() {
        if (shown) {
            out.println();
            out.flush();
        }
    }
}
