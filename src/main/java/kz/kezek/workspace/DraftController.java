package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.Mode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Keeps what an agent is writing: by PUT while it is written, answered with a sentence for the page (or 410 when the form has been sent), and by a
 * button where scripts do not run, which leads back to the text.
 */
@Controller
@RequestMapping("/desk/t/{number}/drafts/{surface}")
class DraftController {

    private final TicketFiles files;
    private final Drafts drafts;
    private final CalendarInForce calendars;
    private final Clock clock;

    DraftController(TicketFiles files, Drafts drafts, CalendarInForce calendars, Clock clock) {
        this.files = files;
        this.drafts = drafts;
        this.calendars = calendars;
        this.clock = clock;
    }

    @PutMapping
    ResponseEntity<byte[]> keep(
            @PathVariable String number,
            @PathVariable String surface,
            @ModelAttribute TicketForm form,
            @AuthenticationPrincipal SignedInAgent agent) {
        if (!keep(files.ticket(number), mode(surface), form, agent)) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(moments.words()
                        .text("composer.saved", moments.clock(moments.at()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    ResponseEntity<Void> keepAndGoOn(
            @PathVariable String number,
            @PathVariable String surface,
            @ModelAttribute TicketForm form,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        Mode mode = mode(surface);
        keep(ticket, mode, form, agent);
        var link = new TicketLink(ticket.number().toString());
        return HomeController.seeOther(link.href() + "?compose=" + mode.word() + "#composer");
    }

    private boolean keep(Ticket ticket, Mode mode, TicketForm form, SignedInAgent agent) {
        var unreadable = new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        String key = form.key().orElseThrow(() -> unreadable);
        if (!form.keepable()) {
            throw unreadable;
        }
        return drafts.save(
                new Drafts.Place(agent.id(), ticket.id(), mode),
                key,
                new Drafts.Kept(mode, form.raw(), form.asked(), clock.instant()));
    }

    private static Mode mode(String surface) {
        return Optional.of(surface)
                .flatMap(word -> Arrays.stream(Mode.values())
                        .filter(mode -> mode != Mode.CLOSED && mode.word().equals(word))
                        .findFirst())
                .orElseThrow(NotFound::new);
    }
}
