package kz.kezek.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kezek bench}: named here for the help page; the launcher {@code ./kezek} runs it, in a folder of the sources. */
@Command(
        name = "bench",
        description = "Measure the program on this machine; only ./kezek in a folder of the sources can.")
final class BenchCommand implements Runnable {

    @Unmatched
    private List<String> words = List.of();

    @Override
    public void run() {
        throw new CannotProceed("The benches belong to the sources: run ./kezek bench in a clone of the repository.");
    }
}
