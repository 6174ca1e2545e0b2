package kz.kezek.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kezek package}: named here for the help page; the launcher {@code ./kezek} runs it, in a folder of the sources. */
@Command(name = "package", description = "Make a Debian package; only ./kezek in a folder of the sources can.")
final class PackageCommand implements Runnable {

    @Unmatched
    private List<String> words = List.of();

    @Override
    public void run() {
        throw new CannotProceed("A package is made of the sources: run ./kezek package in a clone of the repository.");
    }
}
