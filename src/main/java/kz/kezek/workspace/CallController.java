package kz.kezek.workspace;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.CallPage.Matches;
import kz.kezek.workspace.ComposerView.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Calls to 1401: taken while somebody talks, kept while they are typed, and told back to the caller. */
@Controller
class CallController {

    private static final String LOOKED_UP = CallController.class.getName() + ".lookedUp";

    private final CallWork work;
    private final CallDrafts drafts;
    private final CallsTold told;
    private final TicketFiles files;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    CallController(
            CallWork work,
            CallDrafts drafts,
            CallsTold told,
            TicketFiles files,
            Screens screens,
            CalendarInForce calendars,
            Clock clock) {
        this.work = work;
        this.drafts = drafts;
        this.told = told;
        this.files = files;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/desk/call")
    View call(@AuthenticationPrincipal SignedInAgent agent) {
        requireAgent(agent);
        Moments moments = moments(agent);
        Optional<CallDrafts.Kept> kept = drafts.of(agent.id());
        CallForm form = kept.map(CallDrafts.Kept::form).orElseGet(() -> CallForm.of(Map.of()));
        Optional<String> savedAt = kept.map(draft -> moments.near(draft.savedAt()));
        return screens.show(
                page(form, UUID.randomUUID().toString(), List.of(), savedAt, told.matches(form, false, moments)));
    }

    /** Whose open tickets look like the caller's; by POST, because a person's number would stay in addresses. */
    @PostMapping("/desk/call/matches")
    View find(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent,
            HttpSession session) {
        CallForm form = CallForm.of(fields);
        String key = key(form);
        form.id().ifPresent(id -> journalOnce(id, key, agent, session));
        return screens.show(page(form, key, List.of(), Optional.empty(), told.matches(form, true, moments(agent))));
    }

    /** While one call is typed, its number is looked up again with each letter of the name: that is one look. */
    private void journalOnce(ApplicantId id, String key, SignedInAgent agent, HttpSession session) {
        String look = key + " " + id.digits();
        if (!look.equals(session.getAttribute(LOOKED_UP))) {
            work.journalSearch(id, agent);
            session.setAttribute(LOOKED_UP, look);
        }
    }

    @PostMapping("/desk/call")
    View take(@RequestParam Map<String, String> fields, @AuthenticationPrincipal SignedInAgent agent) {
        CallForm form = CallForm.of(fields);
        String key = key(form);
        List<FieldError> errors = work.errors(form, form.errorsOfTicket());
        if (!errors.isEmpty()) {
            return again(form, key, errors, agent);
        }
        Ticket ticket = files.ticket(work.take(form, key, agent));
        return TicketFormsController.seeOther("/desk/call/" + ticket.number().ascii());
    }

    @PostMapping("/desk/t/{number}/calls")
    View add(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        CallForm form = CallForm.of(fields);
        String key = key(form);
        List<FieldError> errors = work.errors(form, form.errors());
        if (!errors.isEmpty()) {
            return again(form, key, errors, agent);
        }
        boolean reply = work.add(ticket.id(), form, key, agent);
        String href = new TicketLink(ticket.number().toString()).href();
        return TicketFormsController.seeOther(reply ? href : href + "?done=note");
    }

    @GetMapping("/desk/call/{number}")
    View taken(@PathVariable String number, @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        if (ticket.channel() != Channel.PHONE) {
            throw new NotFound();
        }
        return screens.show(told.page(ticket, moments(agent)));
    }

    @PutMapping("/desk/call/draft")
    ResponseEntity<byte[]> keep(
            @RequestParam Map<String, String> fields, @AuthenticationPrincipal SignedInAgent agent) {
        CallForm form = CallForm.of(fields);
        Moments moments = moments(agent);
        String words = moments.words().text("error.call.private-key");
        if (!work.holdsPrivateKey(form)) {
            if (!keep(form, agent)) {
                return ResponseEntity.status(HttpStatus.GONE).build();
            }
            words = moments.words().text("composer.saved", moments.clock(moments.at()));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(words.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/desk/call/draft")
    View keepAndGoOn(@RequestParam Map<String, String> fields, @AuthenticationPrincipal SignedInAgent agent) {
        CallForm form = CallForm.of(fields);
        List<FieldError> errors = work.errors(form, List.of());
        if (!errors.isEmpty()) {
            return again(form, key(form), errors, agent);
        }
        keep(form, agent);
        return TicketFormsController.seeOther("/desk/call");
    }

    /** An empty form is no draft. */
    private boolean keep(CallForm form, SignedInAgent agent) {
        if (!form.keepable()) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (form.blank()) {
            drafts.remove(agent.id());
            return true;
        }
        return drafts.save(agent.id(), form, key(form), clock.instant());
    }

    private View again(CallForm form, String key, List<FieldError> errors, SignedInAgent agent) {
        return screens.show(
                page(form, key, errors, Optional.empty(), told.matches(form, false, moments(agent))),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static CallPage page(
            CallForm form, String key, List<FieldError> errors, Optional<String> savedAt, Matches matches) {
        return new CallPage(form.fields(), form.language(), key, errors, savedAt, matches);
    }

    private static String key(CallForm form) {
        return form.key().orElseThrow(() -> new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Moments moments(SignedInAgent agent) {
        return new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
    }

    private static void requireAgent(SignedInAgent agent) {
        if (!agent.may(Role.AGENT)) {
            throw new AccessDeniedException("calls are taken by agents");
        }
    }
}
