package kz.kezek.workspace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.TicketPage.Notice;
import kz.kezek.workspace.TicketPage.Tone;
import kz.kezek.workspace.TicketPages.Showing;
import kz.kezek.workspace.TicketWork.Outcome;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What agents send to a ticket. Each act is a noun; what was carried out leads back by 303, what is wrong comes back with
 * the text kept: 422 when the form is, 409 when the ticket has gone on meanwhile.
 */
@Controller
@RequestMapping("/desk/t/{number}")
class TicketFormsController {

    private final TicketFiles files;
    private final TicketPages pages;
    private final TicketWork work;
    private final Composers composers;
    private final Undoing undoing;
    private final ChoosingFiles choosing;
    private final QueueRows rows;
    private final CalendarInForce calendars;
    private final Screens screens;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    TicketFormsController(
            TicketFiles files,
            TicketPages pages,
            TicketWork work,
            Composers composers,
            Undoing undoing,
            ChoosingFiles choosing,
            QueueRows rows,
            CalendarInForce calendars,
            Screens screens,
            Clock clock) {
        this.files = files;
        this.pages = pages;
        this.work = work;
        this.composers = composers;
        this.undoing = undoing;
        this.choosing = choosing;
        this.rows = rows;
        this.calendars = calendars;
        this.screens = screens;
        this.clock = clock;
    }

    @PostMapping("/answers")
    View answer(
            @PathVariable String number,
            @ModelAttribute TicketForm form,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal SignedInAgent agent) {
        return carryOut(this.files.ticket(number), new Sending(Mode.ANSWER, then.equals("next")), form, files, agent);
    }

    @PostMapping("/information-requests")
    View requestInformation(
            @PathVariable String number,
            @ModelAttribute TicketForm form,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal SignedInAgent agent) {
        if (!form.asked().stream().allMatch(composers::known)) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return carryOut(this.files.ticket(number), new Sending(Mode.REQUEST, then.equals("next")), form, files, agent);
    }

    @PostMapping("/notes")
    View note(
            @PathVariable String number,
            @ModelAttribute TicketForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal SignedInAgent agent) {
        return carryOut(this.files.ticket(number), new Sending(Mode.NOTE, false), form, files, agent);
    }

    @PostMapping("/answers/{id:\\d{1,18}}/withdrawal")
    View withdrawAnswer(
            @PathVariable String number, @PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        return withdraw(files.ticket(number), Mode.ANSWER, id, agent);
    }

    @PostMapping("/information-requests/{id:\\d{1,18}}/withdrawal")
    View withdrawRequest(
            @PathVariable String number, @PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        return withdraw(files.ticket(number), Mode.REQUEST, id, agent);
    }

    /** A letter taken back is a draft again; one that has left is shown as it is, with the reason. */
    private View withdraw(Ticket ticket, Mode mode, long id, SignedInAgent agent) {
        if (!undoing.isOf(ticket.id(), mode, id)) {
            throw new NotFound();
        }
        if (!undoing.withdraw(ticket, mode, id, agent, clock.instant())) {
            var left = new Notice(Tone.LATE, "undo.late", List.of(), Optional.empty());
            var late =
                    new Showing(Composing.begin(Mode.CLOSED), Optional.empty(), false, Optional.empty(), List.of(left));
            return screens.show(pages.of(files.ticket(ticket.id()), agent, late), HttpStatus.CONFLICT);
        }
        return seeOther(link(ticket).href() + "?compose=" + mode.word() + "&withdrawn=" + id + "#composer");
    }

    /** From which surface something is sent, and whether the agent goes on to the next ticket. */
    private record Sending(Mode mode, boolean andNext) {}

    private View carryOut(
            Ticket ticket,
            Sending sending,
            TicketForm form,
            @Nullable List<MultipartFile> chosen,
            SignedInAgent agent) {
        Mode mode = sending.mode();
        var unreadable = new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        String key = form.key().orElseThrow(() -> unreadable);
        LastSeen seen = form.seen().orElseThrow(() -> unreadable);
        List<FieldError> errors = new ArrayList<>(form.errors(mode));
        errors.addAll(choosing.keep(new Drafts.Place(agent.id(), ticket.id(), mode), chosen));
        if (!errors.isEmpty()) {
            return again(ticket, form.composing(mode, errors), agent, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        // What follows is known only as long as the ticket is in its place.
        String goesTo = sending.andNext() ? next(ticket, mode) : link(ticket).href() + "?done=" + mode.word();
        return switch (work.carryOut(ticket.id(), new TicketWork.Post(mode, form, key, seen), agent)) {
            case Outcome.Done done -> seeOther(goesTo);
            case Outcome.Stopped(List<FieldError> why) ->
                again(files.ticket(ticket.id()), form.composing(mode, why), agent, HttpStatus.CONFLICT);
        };
    }

    /** The ticket after this one in the queue, saying what was sent; else the queue. */
    private String next(Ticket ticket, Mode mode) {
        return rows.place(ticket.id(), OfficeTime.of(calendars.current(), clock.instant()))
                .flatMap(Queue.Standing::following)
                .map(number -> new TicketLink(number).href() + "?sent=" + mode.word() + "&before="
                        + ticket.number().ascii())
                .orElse("/desk/queue");
    }

    private View again(Ticket ticket, Composing composing, SignedInAgent agent, HttpStatus status) {
        return screens.show(pages.of(ticket, agent, new Showing(composing, Optional.empty(), false)), status);
    }

    @PostMapping("/assignment")
    ResponseEntity<Void> assign(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        return afterwards(work.assign(ticket.id(), agent), ticket, back);
    }

    @PostMapping("/release")
    ResponseEntity<Void> release(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        return afterwards(work.release(ticket.id(), agent), ticket, back);
    }

    @PostMapping("/closing")
    ResponseEntity<Void> close(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        return afterwards(work.close(ticket.id(), agent), ticket, back);
    }

    @PostMapping("/discontinuation-undo")
    ResponseEntity<Void> undoDiscontinuation(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        return afterwards(work.undoDiscontinuation(ticket.id(), agent), ticket, back);
    }

    /** The page with whole ИИН, once and with a journal entry for each time; never by a link that could be shared. */
    @PostMapping("/identifier-views")
    View viewIdentifier(@PathVariable String number, @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        work.journalIdentifierView(ticket, agent);
        return screens.show(pages.of(ticket, agent, new Showing(Composing.begin(Mode.CLOSED), Optional.empty(), true)));
    }

    private static ResponseEntity<Void> afterwards(boolean taken, Ticket ticket, String back) {
        if (!taken) {
            throw new ErrorResponseException(HttpStatus.CONFLICT);
        }
        return HomeController.seeOther(back.isEmpty() ? link(ticket).href() : HomeController.ours(back));
    }

    private static TicketLink link(Ticket ticket) {
        return new TicketLink(ticket.number().toString());
    }

    static View seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
