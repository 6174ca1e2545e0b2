package kz.kezek.workspace;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.knowledge.KnownProblems;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FormItem;
import kz.kezek.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Names the known problem of a ticket from its summary and what the form says of the error; a hint, never a decision. */
@Component
class LikelyProblems {

    private final KnownProblems problems = KnownProblems.bundled();

    Optional<LikelyProblem> of(Ticket ticket, Language language) {
        String told = Stream.concat(
                        Stream.of(ticket.summary()),
                        ticket.form().facts().stream()
                                .filter(fact -> fact.kind().item() != FormItem.EDS
                                        && fact.kind().item() != FormItem.SENDER)
                                .map(Fact::quotation))
                .collect(Collectors.joining("\n"));
        return problems.recognize(told).stream()
                .findFirst()
                .map(problem -> new LikelyProblem(
                        problem.id(),
                        problem.title().in(language),
                        problem.advice().in(language)));
    }
}
