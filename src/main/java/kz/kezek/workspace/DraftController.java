package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.TicketPages.Showing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/**
 * Keeps what an agent is writing: by PUT while it is written, answered with a sentence for the page (or 410 when the form has been sent), and by a
 * button where scripts do not run, which leads back to the text.
 */
@Controller
@RequestMapping("/desk/t/{number}/drafts/{surface}")
class DraftController {

    private final TicketFiles files;
    private final Drafts drafts;
    private final DraftFiles attached;
    private final ChoosingFiles choosing;
    private final TicketPages pages;
    private final Screens screens;
    private final BlobStore blobs;
    private final CalendarInForce calendars;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    DraftController(
            TicketFiles files,
            Drafts drafts,
            DraftFiles attached,
            ChoosingFiles choosing,
            TicketPages pages,
            Screens screens,
            BlobStore blobs,
            CalendarInForce calendars,
            Clock clock) {
        this.files = files;
        this.drafts = drafts;
        this.attached = attached;
        this.choosing = choosing;
        this.pages = pages;
        this.screens = screens;
        this.blobs = blobs;
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

    /** Keeps the text and the files chosen; what cannot be sent is named on the page that comes back. */
    @PostMapping
    View keepAndGoOn(
            @PathVariable String number,
            @PathVariable String surface,
            @ModelAttribute TicketForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = this.files.ticket(number);
        Mode mode = mode(surface);
        keep(ticket, mode, form, agent);
        List<FieldError> refused = choosing.keep(place(ticket, mode, agent), files);
        return refused.isEmpty()
                ? backTo(ticket, mode)
                : screens.show(
                        pages.of(ticket, agent, new Showing(form.composing(mode, refused), Optional.empty(), false)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Takes a file of the agent's own out again and keeps the text beside it. */
    @PostMapping("/files/{id:\\d{1,18}}/removal")
    View removeFile(
            @PathVariable String number,
            @PathVariable String surface,
            @PathVariable long id,
            @ModelAttribute TicketForm form,
            @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        Mode mode = mode(surface);
        Drafts.Place place = place(ticket, mode, agent);
        if (attached.find(place, id).isEmpty()) {
            throw new NotFound();
        }
        keep(ticket, mode, form, agent);
        attached.remove(place, id);
        return backTo(ticket, mode);
    }

    /** The file as it would go out. */
    @GetMapping("/files/{id:\\d{1,18}}")
    ResponseEntity<byte[]> file(
            @PathVariable String number,
            @PathVariable String surface,
            @PathVariable long id,
            @AuthenticationPrincipal SignedInAgent agent) {
        AttachedFile file = attached.find(place(files.ticket(number), mode(surface), agent), id)
                .orElseThrow(NotFound::new);
        return AttachmentController.answer(
                blobs.get(file.content()).orElseThrow(NotFound::new),
                AttachmentController.name("draft", id, file.fileName()));
    }

    private static Drafts.Place place(Ticket ticket, Mode mode, SignedInAgent agent) {
        return new Drafts.Place(agent.id(), ticket.id(), mode);
    }

    private static View backTo(Ticket ticket, Mode mode) {
        var link = new TicketLink(ticket.number().toString());
        return TicketFormsController.seeOther(link.href() + "?compose=" + mode.word() + "#composer");
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
