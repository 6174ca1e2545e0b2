package kz.kezek.cli;

import picocli.CommandLine.Command;

/** {@code kezek check}: named here for the help page; the launcher {@code ./kezek} runs it, in a folder of the sources. */
@Command(
        name = "check",
        description = "Run every test, the browser's included; only ./kezek in a folder of the sources can.")
final class CheckCommand implements Runnable {

    @Override
    public void run() {
        throw new CannotProceed("The tests belong to the sources: run ./kezek check in a clone of the repository.");
    }
}
