package kz.kezek.workspace;

import java.util.Optional;
import java.util.Set;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.RelationOutcome;
import kz.kezek.ticket.RelationOutcome.Hindrance;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.TicketPage.Verb;
import kz.kezek.workspace.TicketPages.Showing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The steps that a ticket's page asks about first. What was done leads to the ticket where the work goes on; what is wrong
 * comes back with what was typed: 422 when the form is, 409 when the tickets stand otherwise than the agent saw.
 */
@Controller
@RequestMapping("/desk/t/{number}")
class TicketStepsController {

    private static final Set<Hindrance> OF_THE_FORM = Set.of(
            Hindrance.NO_SUCH_TICKET, Hindrance.SAME_TICKET, Hindrance.LETTERS, Hindrance.ADDRESS, Hindrance.NOT_SO);

    private final TicketFiles files;
    private final TicketPages pages;
    private final StepWork work;
    private final Screens screens;

    TicketStepsController(TicketFiles files, TicketPages pages, StepWork work, Screens screens) {
        this.files = files;
        this.pages = pages;
        this.work = work;
        this.screens = screens;
    }

    @PostMapping("/reopening")
    View reopen(@PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.REOPEN, form, by);
    }

    @PostMapping("/mark-undo")
    View undoMark(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.UNDO_MARK, form, by);
    }

    @PostMapping("/merger-undo")
    View undoMerger(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.UNDO_MERGER, form, by);
    }

    @PostMapping(path = "/assignment", params = "agent")
    View reassign(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.REASSIGN, form, by);
    }

    @PostMapping("/mergers")
    View merge(@PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.MERGE, form, by);
    }

    @PostMapping("/splits")
    View split(@PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.SPLIT, form, by);
    }

    @PostMapping("/links")
    View link(@PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.LINK, form, by);
    }

    @PostMapping("/participants")
    View addParticipant(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.ADD_PARTICIPANT, form, by);
    }

    @PostMapping("/addresses")
    View giveAddress(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.GIVE_ADDRESS, form, by);
    }

    @PostMapping("/duplicate-marks")
    View markDuplicate(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.MARK_DUPLICATE, form, by);
    }

    @PostMapping("/not-a-request-marks")
    View markNotARequest(
            @PathVariable String number, @ModelAttribute StepForm form, @AuthenticationPrincipal SignedInAgent by) {
        return take(number, Verb.MARK_NOT_A_REQUEST, form, by);
    }

    @PostMapping("/link-removals")
    ResponseEntity<Void> unlink(
            @PathVariable String number, @RequestParam String other, @AuthenticationPrincipal SignedInAgent by) {
        Ticket ticket = files.ticket(number);
        Optional<TicketNumber> linked = TicketNumber.read(other);
        return afterwards(linked.isPresent() && work.unlink(ticket, linked.get(), by), ticket);
    }

    @PostMapping("/participant-removals")
    ResponseEntity<Void> removeParticipant(
            @PathVariable String number, @RequestParam String address, @AuthenticationPrincipal SignedInAgent by) {
        Ticket ticket = files.ticket(number);
        return afterwards(work.removeParticipant(ticket, address, by), ticket);
    }

    private static ResponseEntity<Void> afterwards(boolean done, Ticket ticket) {
        if (!done) {
            throw new ErrorResponseException(HttpStatus.CONFLICT);
        }
        return HomeController.seeOther(new TicketLink(ticket.number().toString()).href());
    }

    private View take(String number, Verb verb, StepForm form, SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        return switch (work.take(ticket, verb, form, agent)) {
            case RelationOutcome.Related(Ticket goesOn) -> {
                var view = new RedirectView(new TicketLink(goesOn.number().toString()).href());
                view.setStatusCode(HttpStatus.SEE_OTHER);
                view.setExpandUriTemplateVariables(false);
                yield view;
            }
            case RelationOutcome.Hindered(Hindrance why) -> {
                var asked = new StepViews.Asked(verb, form, Optional.of(why));
                var showing = new Showing(Composing.begin(Mode.CLOSED), Optional.empty(), false, Optional.of(asked));
                yield screens.show(
                        pages.of(files.ticket(ticket.id()), agent, showing),
                        OF_THE_FORM.contains(why) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            }
        };
    }
}
