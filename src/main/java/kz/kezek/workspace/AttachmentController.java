package kz.kezek.workspace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketRegister;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Files that came with letters. What a stranger sent is never run or rendered by the browser as ours: it is saved under a
 * name made here, in a sandbox; only pictures, PDF and plain texts, known by their own bytes, are shown.
 */
@Controller
class AttachmentController {

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Set<String> TEXT_ENDINGS = Set.of("txt", "log", "csv", "json", "xml");
    private static final String SANDBOX =
            "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final TicketFiles files;
    private final TicketRegister tickets;
    private final BlobStore blobs;

    AttachmentController(TicketFiles files, TicketRegister tickets, BlobStore blobs) {
        this.files = files;
        this.tickets = tickets;
        this.blobs = blobs;
    }

    @GetMapping("/desk/t/{number}/files/{message:\\d{1,6}}/{position:\\d{1,6}}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable int message, @PathVariable int position) {
        Ticket ticket = files.ticket(number);
        List<ReceivedMessage> messages = tickets.messages(ticket.id());
        if (message < 1 || message > messages.size()) {
            throw new NotFound();
        }
        List<ReceivedMessage.Attachment> attachments = messages.get(message - 1).attachments();
        if (position < 1 || position > attachments.size()) {
            throw new NotFound();
        }
        var attachment = attachments.get(position - 1);
        byte[] bytes = attachment.content().flatMap(blobs::get).orElseThrow(NotFound::new);
        return answer(bytes, name(ticket.number().ascii() + "-" + message, position, attachment.fileName()));
    }

    /** A file that went along with a letter of ours, or was kept with a note. */
    @GetMapping("/desk/t/{number}/{noun:answers|information-requests|notes}/{id:\\d{1,18}}/files/{position:\\d{1,6}}")
    ResponseEntity<byte[]> sent(
            @PathVariable String number, @PathVariable String noun, @PathVariable long id, @PathVariable int position) {
        Ticket ticket = files.ticket(number);
        List<AttachedFile> sent = filesOf(ticket, noun, id);
        if (position < 1 || position > sent.size()) {
            throw new NotFound();
        }
        AttachedFile file = sent.get(position - 1);
        return answer(
                blobs.get(file.content()).orElseThrow(NotFound::new),
                name(ticket.number().ascii() + "-" + id, position, file.fileName()));
    }

    private List<AttachedFile> filesOf(Ticket ticket, String noun, long id) {
        var files = switch (noun) {
            case "answers" -> tickets.filesOfAnswers(ticket.id());
            case "information-requests" -> tickets.filesOfRequests(ticket.id());
            default -> tickets.filesOfNotes(ticket.id());
        };
        return files.getOrDefault(id, List.of());
    }

    /** A name made here, with nothing of theirs but its ending. */
    static String name(String beginning, long position, String fileName) {
        return "%s-%d.%s".formatted(beginning, position, ending(fileName));
    }

    /**
     * The file under headers that keep it from doing anything. A PDF has them too: Chromium (156) starts its own viewer for a
     * document whose policy says {@code sandbox}, and does not in a frame whose {@code sandbox} attribute is set, whatever that
     * allows. So the answer carries the sandbox and the frames of PDFs have no such attribute.
     */
    static ResponseEntity<byte[]> answer(byte[] bytes, String name) {
        Optional<MediaType> shown = PictureType.of(bytes)
                .map(PictureType::mediaType)
                .or(() -> ChosenFile.isPdf(bytes) ? Optional.of(MediaType.APPLICATION_PDF) : Optional.empty())
                .or(() -> isText(bytes, name) ? Optional.of(TEXT) : Optional.empty());
        var disposition = shown.isPresent() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(shown.orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(bytes);
    }

    /** Both must say so: a page or a drawing with scripts is text too. */
    private static boolean isText(byte[] bytes, String name) {
        return TEXT_ENDINGS.contains(ending(name)) && ChosenFile.isText(bytes);
    }

    private static String ending(String fileName) {
        var ending = ENDING.matcher(fileName);
        return ending.find() ? ending.group(1).toLowerCase(Locale.ROOT) : "bin";
    }
}
