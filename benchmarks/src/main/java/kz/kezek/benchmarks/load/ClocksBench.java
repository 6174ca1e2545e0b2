package kz.kezek.benchmarks.load;

import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;

/** The microbenchmarks of deadlines, as JMH runs them. */
@Command(name = "clocks", description = "Deadlines and their explanations, by JMH.")
final class ClocksBench implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Main.main(new String[] {"DeadlineBenchmark", "-bm", "sample", "-tu", "ns"});
        return 0;
    }
}
