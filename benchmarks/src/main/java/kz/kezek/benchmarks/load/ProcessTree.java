package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process and all below it cost, from {@code /proc} (Linux). Processes that ended count with who waited for them. */
final class ProcessTree {

    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME = 11;
    private static final int CHILDREN_STIME = 14;

    private final ProcessHandle root;
    private final boolean withRoot;

    ProcessTree(ProcessHandle root) {
        this(root, true);
    }

    private ProcessTree(ProcessHandle root, boolean withRoot) {
        this.root = root;
        this.withRoot = withRoot;
    }

    /** The same without the root: the database, where the program brings its own. */
    ProcessTree belowRoot() {
        return new ProcessTree(root, false);
    }

    /** Seconds of processor time used so far. */
    double cpuSeconds() {
        return all().mapToLong(ProcessTree::ticks).sum() / TICKS_PER_SECOND;
    }

    /** Memory in MiB, shared pages counted once (PSS). */
    long memoryMib() {
        return all().mapToLong(process -> kib(process, "smaps_rollup", "Pss:")).sum() / 1024;
    }

    long openFiles() {
        return all().mapToLong(ProcessTree::descriptors).sum();
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(root).filter(process -> withRoot), root.descendants());
    }

    private static long ticks(ProcessHandle process) {
        List<String> lines = lines(process, "stat");
        if (lines.isEmpty()) {
            return 0;
        }
        String afterName = lines.getFirst().substring(lines.getFirst().lastIndexOf(')') + 2);
        String[] fields = afterName.split(" ");
        long sum = 0;
        for (int i = UTIME; i <= CHILDREN_STIME; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static long kib(ProcessHandle process, String file, String line) {
        return lines(process, file).stream()
                .filter(each -> each.startsWith(line))
                .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static long descriptors(ProcessHandle process) {
        try (Stream<Path> open = Files.list(proc(process).resolve("fd"))) {
            return open.count();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static List<String> lines(ProcessHandle process, String file) {
        try {
            return Files.readAllLines(proc(process).resolve(file));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Path proc(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
