package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The canned answers, kept by supervisors; each change is journalled. */
@Controller
@RequestMapping("/desk/canned")
class CannedController {

    private static final String PATH = "/desk/canned";

    private final CannedAnswers answers;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Screens screens;
    private final Clock clock;

    CannedController(
            CannedAnswers answers, Journal journal, TransactionOperations transaction, Screens screens, Clock clock) {
        this.answers = answers;
        this.journal = journal;
        this.transaction = transaction;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    View list(@RequestParam(defaultValue = "-1") long edit, @AuthenticationPrincipal SignedInAgent agent) {
        Optional<CannedAnswer> edited = edit == 0 ? Optional.of(CannedAnswer.blank()) : answers.find(edit);
        boolean mayChange = agent.may(Role.SUPERVISOR);
        return screens.show(new CannedPage(answers.all(), mayChange, edited.filter(answer -> mayChange), List.of()));
    }

    @PostMapping
    View keep(@ModelAttribute CannedForm form, @AuthenticationPrincipal SignedInAgent agent) {
        requireSupervisor(agent);
        List<String> errors = form.errors();
        if (errors.isEmpty() && kept(form.answer(), agent)) {
            return TicketFormsController.seeOther(PATH);
        }
        return screens.show(
                new CannedPage(
                        answers.all(),
                        true,
                        Optional.of(form.answer()),
                        errors.isEmpty() ? List.of("canned.error.taken") : errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id:\\d{1,18}}/removal")
    View remove(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        requireSupervisor(agent);
        CannedAnswer answer = answers.find(id).orElseThrow(NotFound::new);
        Instant at = clock.instant();
        transaction.executeWithoutResult(status -> {
            answers.remove(id, at);
            journal.record(act("canned-answer.removed", answer), agent.actor(), at);
        });
        return TicketFormsController.seeOther(PATH);
    }

    private boolean kept(CannedAnswer answer, SignedInAgent agent) {
        Instant at = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!answers.keep(answer, at)) {
                status.setRollbackOnly();
                return false;
            }
            journal.record(act("canned-answer.kept", answer), agent.actor(), at);
            return true;
        }));
    }

    private static Act act(String action, CannedAnswer answer) {
        return Act.of("canned-answers", action, answer.name());
    }

    private static void requireSupervisor(SignedInAgent agent) {
        if (!agent.may(Role.SUPERVISOR)) {
            throw new AccessDeniedException("canned answers are the supervisors'");
        }
    }
}
