package kz.kezek.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the knowledge base with what is known about known problems; what is not for applicants' eyes stays out. */
@Component
final class InstructionSeeds {

    private static final Logger LOG = LoggerFactory.getLogger(InstructionSeeds.class);
    private static final Set<String> FOR_AGENTS_ONLY = Set.of("security", "out-of-scope");
    private static final int MONTHS_TO_REVIEW = 6;

    /** The end of a sentence, or of a part of one; not an abbreviation such as «т. ч.». */
    private static final Pattern STEP_END = Pattern.compile("(?<=[\\p{L}\\p{N}»)]{3}[.;])\\s+");

    private final Instructions instructions;
    private final Clock clock;

    InstructionSeeds(Instructions instructions, Clock clock) {
        this.instructions = instructions;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void sow() {
        Instant now = clock.instant();
        LocalDate review = LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(MONTHS_TO_REVIEW);
        long sown = forApplicants()
                .filter(problem -> instructions.seed(draft(problem, review), problem.id(), now))
                .count();
        if (sown > 0) {
            LOG.info("{} instructions begin the knowledge base", sown);
        }
    }

    static Stream<KnownProblem> forApplicants() {
        return KnownProblems.bundled().all().stream().filter(problem -> !FOR_AGENTS_ONLY.contains(problem.category()));
    }

    static Instructions.Draft draft(KnownProblem problem, LocalDate review) {
        return new Instructions.Draft(
                slug(problem.title().en()),
                problem.category(),
                review,
                new InstructionTexts(
                        new InstructionText(
                                problem.title().ru(), steps(problem.advice().ru())),
                        new InstructionText(
                                problem.title().kk(), steps(problem.advice().kk())),
                        new InstructionText(
                                problem.title().en(), steps(problem.advice().en()))));
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static List<String> steps(String advice) {
        return Stream.of(STEP_END.split(advice.strip()))
                .map(step -> step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1))
                .map(step -> step.endsWith(";") ? step.substring(0, step.length() - 1) + "." : step)
                .toList();
    }
}
