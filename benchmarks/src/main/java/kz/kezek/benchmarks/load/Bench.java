package kz.kezek.benchmarks.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The front door of {@code ./kezek bench}. */
@Command(
        name = "kezek bench",
        mixinStandardHelpOptions = true,
        description = "Measures the program on this machine, in a data folder of its own.",
        subcommands = {
            IntakeBench.class,
            SoakBench.class,
            FillBench.class,
            PagesBench.class,
            ClocksBench.class,
            ReadBench.class
        })
final class Bench {

    private Bench() {}

    public static void main(String[] words) {
        System.exit(new CommandLine(new Bench()).execute(words));
    }
}
