package kz.kezek.workspace;

import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.knowledge.KnownProblems;
import kz.kezek.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Names the known problem of a ticket from its summary and what the form says of the error; a hint, never a decision. */
@Component
class LikelyProblems {

    private final KnownProblems problems = KnownProblems.bundled();

    Optional<LikelyProblem> of(Ticket ticket, Language language) {
        return problems.recognize(ticket.told()).stream()
                .findFirst()
                .map(problem -> new LikelyProblem(
                        problem.id(),
                        problem.title().in(language),
                        problem.advice().in(language)));
    }
}
