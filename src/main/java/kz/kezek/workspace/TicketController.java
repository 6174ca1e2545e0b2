package kz.kezek.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.TicketPage.Notice;
import kz.kezek.workspace.TicketPages.Showing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of a ticket. */
@Controller
class TicketController {

    private final TicketFiles files;
    private final TicketPages pages;
    private final Composers composers;
    private final Undoing undoing;
    private final Screens screens;

    TicketController(TicketFiles files, TicketPages pages, Composers composers, Undoing undoing, Screens screens) {
        this.files = files;
        this.pages = pages;
        this.composers = composers;
        this.undoing = undoing;
        this.screens = screens;
    }

    @GetMapping("/desk/t/{number}")
    View ticket(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String compose,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "0") long withdrawn,
            @RequestParam(defaultValue = "") String sent,
            @RequestParam(defaultValue = "") String before,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        boolean anew = compose.isEmpty() && done.isEmpty() && step.isEmpty();
        Mode mode = mode(compose)
                .or(() -> anew ? composers.lastWritten(ticket, agent.id()) : Optional.empty())
                .filter(wanted ->
                        agent.may(Role.AGENT) && Composers.allowed(ticket).contains(wanted))
                .orElse(Mode.CLOSED);
        Composing composing =
                undoing.draft(ticket.id(), mode, withdrawn).orElseGet(() -> composers.begin(ticket, mode, agent.id()));
        List<Notice> told = mode(sent).stream()
                .flatMap(how -> TicketNumber.read(before).stream()
                        .map(earlier -> Notice.sent(how, new TicketLink(earlier.toString()))))
                .toList();
        var showing = new Showing(composing, mode(done), false, step(step, ticket, agent), told);
        return screens.show(pages.of(ticket, agent, showing));
    }

    private static Optional<StepViews.Asked> step(String word, Ticket ticket, SignedInAgent agent) {
        boolean mine = ticket.assigneeId().equals(Optional.of(agent.id().value()));
        return StepViews.possible(ticket, mine).stream()
                .filter(verb ->
                        agent.may(Role.AGENT) && verb.asks() && verb.word().equals(word))
                .findFirst()
                .map(verb -> new StepViews.Asked(verb, StepForm.empty(), Optional.empty()));
    }

    private static Optional<Mode> mode(String word) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode != Mode.CLOSED && mode.word().equals(word))
                .findFirst();
    }
}
