package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many letters of the mix {@code ./kezek read} reads in a second. */
@Command(name = "read", description = "Letters a second that are read: MIME, text, form.")
final class ReadBench implements Callable<Integer> {

    @Mixin
    private Surroundings surroundings;

    @Option(names = "--letters", defaultValue = "1000", description = "how many different ones (${DEFAULT-VALUE})")
    private int letters;

    @Option(names = "--repeat", defaultValue = "10", description = "how often (${DEFAULT-VALUE})")
    private int repeat;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Surroundings.temporary();
        var mix = new LetterMix(surroundings.seed());
        for (int number = 0; number < letters; number++) {
            Files.write(folder.resolve("%06d.eml".formatted(number)), mix.letter(number).bytes());
        }
        return new ProcessBuilder(
                        Surroundings.launcher().toString(), "read", "--time", "--repeat=" + repeat, folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
