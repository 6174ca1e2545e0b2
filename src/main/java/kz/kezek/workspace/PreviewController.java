package kz.kezek.workspace;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.Mode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.HtmlUtils;

/** Shows the letter that would go out, in a frame without our origin, before it does. */
@Controller
class PreviewController {

    private static final long LARGEST_SHOWN = 4L << 20;

    private final TicketFiles files;
    private final Previews previews;
    private final DraftFiles attached;
    private final BlobStore blobs;

    PreviewController(TicketFiles files, Previews previews, DraftFiles attached, BlobStore blobs) {
        this.attached = attached;
        this.blobs = blobs;
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
        List<AttachedFile> along = attached.toSend(new Drafts.Place(agent.id(), ticket.id(), mode));
        List<ComposerView.FieldError> errors = form.errors(mode);
        String html = errors.isEmpty()
                ? previews.of(ticket.id(), mode, form, along, agent)
                        .map(letter -> withFiles(letter.html(), along, agent))
                        .orElseThrow(() -> new ErrorResponseException(HttpStatus.CONFLICT))
                : sentence(errors.getFirst(), agent);
        return LetterFrame.withPictures(html);
    }

    /** The letter with what goes along with it below, as mail programs show it. */
    private String withFiles(String html, List<AttachedFile> files, SignedInAgent agent) {
        if (files.isEmpty()) {
            return html;
        }
        Words words = Words.in(agent.language());
        String list = files.stream().map(file -> shown(file, words)).collect(Collectors.joining());
        return html.replace(
                "</body>", "<hr><p>" + words.text("composer.files.along", files.size()) + "</p>" + list + "</body>");
    }

    private String shown(AttachedFile file, Words words) {
        String name = HtmlUtils.htmlEscape(file.fileName());
        String caption = "<figcaption>" + name + ", " + FileSizes.of(file.size(), words) + "</figcaption>";
        String picture = file.mediaType().startsWith("image/") && file.size() <= LARGEST_SHOWN
                ? blobs.get(file.content())
                        .map(bytes ->
                                "<img style=\"max-width:100%\" alt=\"" + name + "\" src=\"data:" + file.mediaType()
                                        + ";base64," + Base64.getEncoder().encodeToString(bytes) + "\">")
                        .orElse("")
                : "";
        return "<figure>" + picture + caption + "</figure>";
    }

    /** Our own words, which have no markup. */
    private static String sentence(ComposerView.FieldError error, SignedInAgent agent) {
        return "<!doctype html><html lang=\"" + agent.language().tag() + "\"><title>–</title><p>"
                + error.sentence(Words.in(agent.language())) + "</p>";
    }
}
