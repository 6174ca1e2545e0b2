package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.LetterKind;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.correspondence.Recipient;
import kz.kezek.mail.PrivateKeys;
import kz.kezek.portal.StatusPage.Composing;
import kz.kezek.portal.VisitLimits.Limit;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketRegister;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The applicant's own page: whoever has its link sees this one ticket and writes to it, and nothing else. */
@Controller
class StatusController {

    private static final int LONGEST_TEXT = 10_000;
    private static final Set<String> SHORT_REPLIES = Set.of("nothing-more", "more-time", "withdraw");

    private final PublicScreens screens;
    private final Visits visits;
    private final StatusLinks links;
    private final StatusReading reading;
    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final PortalPost post;
    private final VisitLimits limits;
    private final BlobStore blobs;
    private final Clock clock;

    StatusController(
            PublicScreens screens,
            Visits visits,
            StatusLinks links,
            StatusReading reading,
            TicketRegister tickets,
            Correspondence correspondence,
            PortalPost post,
            VisitLimits limits,
            BlobStore blobs,
            Clock clock) {
        this.screens = screens;
        this.visits = visits;
        this.links = links;
        this.reading = reading;
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.post = post;
        this.limits = limits;
        this.blobs = blobs;
        this.clock = clock;
    }

    @GetMapping("/s/{token}")
    View status(HttpServletRequest request, @PathVariable String token) {
        boolean sent = request.getParameter("sent") != null;
        return ticket(token)
                .map(ticket -> page(ticket, token, Map.of(), List.of(), sent, request))
                .orElseGet(() -> noSuchLink(request));
    }

    /** What the applicant writes: answers item by item, or one of the short replies, which a specialist reads like any other (A11). */
    @PostMapping("/s/{token}/messages")
    View write(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "files", required = false) List<MultipartFile> files) {
        Optional<Ticket> found = ticket(token);
        if (found.isEmpty()) {
            return noSuchLink(request);
        }
        Ticket ticket = found.get();
        List<PostedFile> posted = PostedFile.of(files == null ? Stream.empty() : files.stream());
        String text = text(ticket, fields, Visits.language(request));
        List<String> problems = problems(ticket, text, posted);
        if (!problems.isEmpty()) {
            return page(ticket, token, entered(fields), problems, false, request);
        }
        Instant now = clock.instant();
        byte[] letter = post.letter(written(ticket, text, posted), now);
        if (!PrivateKeys.redact(letter).refused().isEmpty()) {
            return page(ticket, token, entered(fields), List.of("problem.private-key"), false, request);
        }
        post.hand(letter, ticket.applicant().address(), now);
        return seeOther("/s/" + token + "?sent");
    }

    /** All links to the ticket stop working; a new one can be asked for. */
    @PostMapping("/s/{token}/revocation")
    View revoke(HttpServletRequest request, @PathVariable String token) {
        ticket(token).ifPresent(ticket -> links.revoke(ticket.id(), clock.instant()));
        return seeOther("/status?revoked");
    }

    @GetMapping("/s/{token}/files/{message:\\d{1,6}}/{position:\\d{1,6}}")
    ResponseEntity<byte[]> file(
            HttpServletRequest request,
            @PathVariable String token,
            @PathVariable int message,
            @PathVariable int position) {
        return ticket(token)
                .flatMap(ticket -> attachment(ticket, message, position))
                .map(StatusController::saved)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<byte[]> attachment(Ticket ticket, int message, int position) {
        return tickets.messages(ticket.id()).stream()
                .skip(Math.max(message - 1, 0))
                .findFirst()
                .filter(ReceivedMessage::knownSender)
                .filter(found -> message > 0)
                .flatMap(found -> found.attachments().stream()
                        .skip(Math.max(position - 1, 0))
                        .findFirst())
                .filter(found -> position > 0)
                .flatMap(ReceivedMessage.Attachment::content)
                .flatMap(blobs::get);
    }

    /** Never shown as ours: always saved, under a name made here. */
    private static ResponseEntity<byte[]> saved(byte[] bytes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("file").build().toString())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    private Optional<Ticket> ticket(String token) {
        return SecretToken.read(token)
                .flatMap(read -> links.ticket(read, clock.instant()))
                .map(tickets::get);
    }

    private View page(
            Ticket ticket,
            String token,
            Map<String, String> entered,
            List<String> problems,
            boolean sent,
            HttpServletRequest request) {
        var composing = new Composing(reading.mayWrite(ticket), entered, problems, sent);
        return screens.show(
                reading.read(ticket, token, composing, visits.moments(request)),
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same for a link that never was, is over or was switched off; who tries many is asked to stop. */
    private View noSuchLink(HttpServletRequest request) {
        return limits.take(Limit.GUESS_FROM_NETWORK, request.getRemoteAddr())
                ? screens.show(new SimplePage("link-ended", Optional.empty(), true), HttpStatus.NOT_FOUND)
                : screens.show(
                        new SimplePage("link-ended", Optional.of("problem.too-often"), true),
                        HttpStatus.TOO_MANY_REQUESTS);
    }

    private List<String> problems(Ticket ticket, String text, List<PostedFile> files) {
        if (!reading.mayWrite(ticket)) {
            return List.of("problem.closed");
        }
        if (text.isBlank() && files.isEmpty()) {
            return List.of("problem.empty");
        }
        if (text.length() > LONGEST_TEXT) {
            return List.of("problem.too-long");
        }
        if (PostedFile.tooMuch(files)) {
            return List.of("problem.files");
        }
        return limits.take(Limit.MESSAGE_BY_LINK, ticket.id().toString()) ? List.of() : List.of("problem.too-often");
    }

    private String text(Ticket ticket, Map<String, String> fields, Language language) {
        var words = PublicWords.in(language);
        String act = fields.getOrDefault("act", "");
        if (SHORT_REPLIES.contains(act)) {
            return words.text("status.said." + act);
        }
        StringBuilder text = new StringBuilder();
        List<String> asked = reading.asked(ticket, language).items();
        for (int i = 1; i <= asked.size(); i++) {
            String answer = fields.getOrDefault("item-" + i, "").strip();
            if (!answer.isEmpty()) {
                text.append(i)
                        .append(") ")
                        .append(asked.get(i - 1))
                        .append(": ")
                        .append(answer)
                        .append('\n');
            }
        }
        return text.append(fields.getOrDefault("more", "").strip()).toString().strip();
    }

    private PortalPost.Written written(Ticket ticket, String text, List<PostedFile> files) {
        return new PortalPost.Written(
                ticket.applicant().name(),
                Recipient.read(ticket.applicant().address()).orElseThrow(),
                "[№ " + ticket.number() + "] " + ticket.summary(),
                text,
                answered(ticket),
                files);
    }

    /** The last Запрос while one is open, else the last letter: that is what the applicant has before him. */
    private Optional<String> answered(Ticket ticket) {
        List<OutboxLetter> letters = correspondence.letters(ticket.id());
        return letters.reversed().stream()
                .filter(letter -> letter.kind() == LetterKind.INFORMATION_REQUEST)
                .findFirst()
                .or(() -> letters.reversed().stream().findFirst())
                .map(letter -> "<" + letter.messageId().replaceAll("[<>]", "") + ">");
    }

    private static Map<String, String> entered(Map<String, String> fields) {
        return new LinkedHashMap<>(fields);
    }

    static View seeOther(String path) {
        var redirect = new RedirectView(URI.create(path).toString());
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
