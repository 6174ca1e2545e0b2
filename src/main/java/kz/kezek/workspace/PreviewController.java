package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** Shows the letter that would go out, in a frame without our origin, before it does. */
@Controller
class PreviewController {

    private static final String SANDBOX =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

    private final TicketFiles files;
    private final Previews previews;

    PreviewController(TicketFiles files, Previews previews) {
        this.files = files;
        this.previews = previews;
    }

    @PostMapping("/desk/t/{number}/previews/{surface:answer|request}")
    ResponseEntity<byte[]> preview(
            @PathVariable String number,
            @PathVariable String surface,
            @ModelAttribute TicketForm form,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        Mode mode = surface.equals("answer") ? Mode.ANSWER : Mode.REQUEST;
        List<ComposerView.FieldError> errors = form.errors(mode);
        String html = errors.isEmpty()
                ? previews.of(ticket.id(), mode, form, agent)
                        .map(letter -> letter.html())
                        .orElseThrow(() -> new ErrorResponseException(HttpStatus.CONFLICT))
                : sentence(errors.getFirst(), agent);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    /** Our own words, which have no markup. */
    private static String sentence(ComposerView.FieldError error, SignedInAgent agent) {
        return "<!doctype html><html lang=\"" + agent.language().tag() + "\"><title>–</title><p>"
                + error.sentence(Words.in(agent.language())) + "</p>";
    }
}
