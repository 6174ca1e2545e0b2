package kz.kezek.benchmarks;

import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.CalendarVersion;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.calendar.Deadline;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.Term;
import kz.kezek.regulation.TermName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The time of one deadline, at random moments of the loaded years 2020–2027. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeadlineBenchmark {

    private static final int MOMENTS = 4096;
    private static final int CLOCKS = 1_000_000;

    @Param({"FIRST_ANSWER", "ANSWER_AFTER_INFORMATION", "APPLICANT_REPLY"})
    public TermName name;

    private final Instant[] moments = new Instant[MOMENTS];
    private BusinessCalendar calendar;
    private Term term;
    private int next;

    @Setup
    public void draw() {
        Regulation regulation = Regulation.inForce();
        calendar = regulation.calendar();
        term = regulation.term(name);
        long from = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("2027-12-01T00:00:00Z").getEpochSecond();
        SplittableRandom random = new SplittableRandom(1401);
        for (int i = 0; i < MOMENTS; i++) {
            moments[i] = Instant.ofEpochSecond(random.nextLong(from, to));
        }
    }

    private Instant moment() {
        return moments[next++ & (MOMENTS - 1)];
    }

    @Benchmark
    public Instant deadline() {
        return calendar.dueAt(moment(), term.limit());
    }

    @Benchmark
    public BusinessTime consumed() {
        Instant moment = moment();
        return calendar.between(moment, moment.plusSeconds(400_000));
    }

    @Benchmark
    public Deadline deadlineWithExplanation() {
        return term.deadline(calendar, moment());
    }

    @Benchmark
    public String explanationInWords() {
        return ExplanationWords.of(term.deadline(calendar, moment()).explanation(), Locale.of("ru"))
                .paragraph();
    }

    /** A new version of the calendar, and a million open clocks under it; the figure is for one clock. */
    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public void recomputeAMillionClocks(Blackhole clocks) {
        CalendarYear year = calendar.years().getLast();
        BusinessCalendar changed = calendar.with(year, new CalendarVersion("next", "benchmark", Instant.EPOCH));
        for (int i = 0; i < CLOCKS; i++) {
            clocks.consume(changed.dueAt(moments[i & (MOMENTS - 1)], term.limit()));
        }
    }
}
