package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.identity.Directory;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.RelationOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.BulkPage.Asking;
import kz.kezek.workspace.BulkPage.Skipped;
import kz.kezek.workspace.TicketPage.Stage;
import kz.kezek.workspace.TicketPage.Verb;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One act on many tickets: each by itself, so that one that cannot be done holds none of the others. */
@Controller
class BulkController {

    /** A page of the queue. */
    private static final int MOST = QueueController.PAGE;

    private static final int LONGEST_KEY = 60;

    private final TicketFiles files;
    private final TicketWork work;
    private final StepWork steps;
    private final Directory directory;
    private final Screens screens;

    BulkController(TicketFiles files, TicketWork work, StepWork steps, Directory directory, Screens screens) {
        this.files = files;
        this.work = work;
        this.steps = steps;
        this.directory = directory;
        this.screens = screens;
    }

    /** What can be done with many tickets; some acts are asked about first. */
    enum Bulk {
        TAKE(false),
        RELEASE(false),
        CLOSE(false),
        ASSIGN(true),
        MARK_NOT_A_REQUEST(true);

        private final boolean asks;

        Bulk(boolean asks) {
            this.asks = asks;
        }

        String word() {
            return SlaView.dashed(name());
        }
    }

    /** What the form brings besides the tickets: whom to assign them to, and the key of a page that has asked. */
    record Choice(long agent, String key) {}

    @PostMapping("/desk/bulk")
    View act(
            @RequestParam(defaultValue = "") List<String> tickets,
            @RequestParam Bulk act,
            @RequestParam(defaultValue = "0") long assignee,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "/desk/queue") String back,
            @AuthenticationPrincipal SignedInAgent agent) {
        if (tickets.size() > MOST || key.length() > LONGEST_KEY) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<Ticket> chosen = tickets.stream().distinct().map(files::ticket).toList();
        String way = HomeController.ours(back);
        return act.asks && key.isEmpty() && !chosen.isEmpty()
                ? screens.show(new BulkPage(act.word(), Optional.of(asking(chosen)), 0, List.of(), way))
                : done(act, chosen, new Choice(assignee, key), way, agent);
    }

    private Asking asking(List<Ticket> chosen) {
        List<StepView.Choice> agents = directory.assignable().stream()
                .map(known -> new StepView.Choice(Long.toString(known.id().value()), known.displayName(), false))
                .toList();
        return new Asking(
                chosen.stream().map(BulkController::link).toList(),
                agents,
                UUID.randomUUID().toString());
    }

    private View done(Bulk act, List<Ticket> chosen, Choice choice, String way, SignedInAgent agent) {
        List<Skipped> skipped = new ArrayList<>();
        for (Ticket ticket : chosen) {
            if (!isDone(act, ticket, choice, agent)) {
                Ticket now = files.ticket(ticket.id());
                skipped.add(new Skipped(link(now), Stage.valueOf(now.state().name())));
            }
        }
        if (skipped.isEmpty() && !act.asks) {
            return TicketFormsController.seeOther(way);
        }
        return screens.show(
                new BulkPage(act.word(), Optional.empty(), chosen.size() - skipped.size(), skipped, way),
                skipped.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private boolean isDone(Bulk act, Ticket ticket, Choice choice, SignedInAgent agent) {
        return switch (act) {
            case TAKE -> work.assign(ticket.id(), agent);
            case RELEASE -> work.release(ticket.id(), agent);
            case CLOSE -> work.close(ticket.id(), agent);
            case ASSIGN -> isTaken(ticket, Verb.REASSIGN, choice, agent);
            case MARK_NOT_A_REQUEST -> isTaken(ticket, Verb.MARK_NOT_A_REQUEST, choice, agent);
        };
    }

    /** By the way of the ticket's own page, once for each page that asked. */
    private boolean isTaken(Ticket ticket, Verb verb, Choice choice, SignedInAgent agent) {
        var form = new StepForm(null, choice.agent(), null, null, null, choice.key() + ":" + ticket.id());
        return steps.take(ticket, verb, form, agent) instanceof RelationOutcome.Related;
    }

    private static TicketLink link(Ticket ticket) {
        return new TicketLink(ticket.number().toString());
    }
}
