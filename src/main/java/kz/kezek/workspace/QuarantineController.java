package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.correspondence.Recipient;
import kz.kezek.correspondence.UnreadableReason;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.LedgerRow;
import kz.kezek.intake.LedgerRow.Handling;
import kz.kezek.intake.Quarantine;
import kz.kezek.intake.QuarantineOutcome;
import kz.kezek.intake.QuarantineOutcome.Done;
import kz.kezek.intake.QuarantineOutcome.GoneMeanwhile;
import kz.kezek.intake.QuarantineOutcome.NoSuchTicket;
import kz.kezek.intake.QuarantineOutcome.NobodyToAsk;
import kz.kezek.intake.QuarantineOutcome.Settled;
import kz.kezek.intake.QuarantineOutcome.TooLate;
import kz.kezek.intake.QuarantinedLetter;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.SafeHtml;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The quarantine (R34): what could not be read or trusted is looked at safely, and a person decides. */
@Controller
@RequestMapping("/desk/quarantine")
class QuarantineController {

    private static final int PAGE = 50;

    private final Quarantine quarantine;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    QuarantineController(Quarantine quarantine, Screens screens, CalendarInForce calendars, Clock clock) {
        this.quarantine = quarantine;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View letters(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long done,
            @AuthenticationPrincipal SignedInAgent agent) {
        boolean handled = view.equals("handled");
        var moments = moments(agent);
        List<LedgerRow> found = quarantine.page(handled, after, PAGE + 1);
        List<LedgerRow> shown = found.subList(0, Math.min(PAGE, found.size()));
        Optional<String> next = found.size() > PAGE
                ? Optional.of("/desk/quarantine?after=" + shown.getLast().id() + (handled ? "&view=handled" : ""))
                : Optional.empty();
        return screens.show(new QuarantinePage(
                handled,
                quarantine.waiting(),
                shown.stream().map(row -> row(row, moments)).toList(),
                next,
                done(done, moments.words())));
    }

    private static QuarantinePage.Row row(LedgerRow row, Moments moments) {
        Phrases words = moments.words();
        return new QuarantinePage.Row(
                href(row.id()),
                moments.full(row.receivedAt()),
                row.sender().isEmpty() ? words.text("quarantine.sender.nobody") : row.sender(),
                row.subject().isEmpty() ? words.text("quarantine.subject.none") : Masking.of(row.subject()),
                reason(row, words),
                decision(row, words));
    }

    private Optional<QuarantinePage.Done> done(long id, Phrases words) {
        return id == 0
                ? Optional.empty()
                : quarantine
                        .letter(new CustodyId(id))
                        .flatMap(letter -> decision(letter.row(), words)
                                .map(sentence -> new QuarantinePage.Done(
                                        id, sentence, href(letter.row().id()) + "/release")));
    }

    @GetMapping("/{id:\\d{1,18}}")
    View letter(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        return screens.show(page(find(id), agent, Optional.empty()));
    }

    /** The HTML, sanitized, in a frame of its own, without scripts, forms, pictures from elsewhere or our origin. */
    @GetMapping("/{id:\\d{1,18}}/html")
    ResponseEntity<byte[]> html(@PathVariable long id) {
        String html = find(id).mail().map(InboundMail::html).orElse("");
        return LetterFrame.of(SafeHtml.of(html, image -> Optional.empty()).html());
    }

    @PostMapping("/{id:\\d{1,18}}/tickets")
    View makeTicket(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String address,
            @AuthenticationPrincipal SignedInAgent agent) {
        String typed = address.strip();
        if (!typed.isEmpty() && Recipient.read(typed).isEmpty()) {
            return again(id, "quarantine.error.address", HttpStatus.UNPROCESSABLE_CONTENT, agent);
        }
        return after(id, quarantine.makeTicket(new CustodyId(id), typed, agent.actor()), agent);
    }

    @PostMapping("/{id:\\d{1,18}}/attachments")
    View attach(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @AuthenticationPrincipal SignedInAgent agent) {
        return after(id, quarantine.attach(new CustodyId(id), number.strip(), agent.actor()), agent);
    }

    @PostMapping("/{id:\\d{1,18}}/spam-marks")
    View markSpam(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        return after(id, quarantine.markSpam(new CustodyId(id), agent.actor()), agent);
    }

    @PostMapping("/{id:\\d{1,18}}/resend-requests")
    View askToResend(
            @PathVariable long id,
            @RequestParam(defaultValue = "DAMAGED") UnreadableReason reason,
            @AuthenticationPrincipal SignedInAgent agent) {
        return after(id, quarantine.askToResend(new CustodyId(id), reason, agent.actor()), agent);
    }

    @PostMapping("/{id:\\d{1,18}}/release")
    View release(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        return after(id, quarantine.release(new CustodyId(id), agent.actor()), agent);
    }

    private View after(long id, QuarantineOutcome outcome, SignedInAgent agent) {
        return switch (outcome) {
            case Settled(var ticket) -> seeOther(new TicketLink(ticket.toString()).href());
            case Done done -> seeOther("/desk/quarantine?done=" + id);
            case GoneMeanwhile gone -> seeOther("/desk/quarantine");
            case NoSuchTicket no -> again(id, "quarantine.error.ticket", HttpStatus.UNPROCESSABLE_CONTENT, agent);
            case NobodyToAsk nobody -> again(id, "quarantine.error.nobody", HttpStatus.CONFLICT, agent);
            case TooLate late -> again(id, "quarantine.error.late", HttpStatus.CONFLICT, agent);
        };
    }

    private View again(long id, String error, HttpStatus status, SignedInAgent agent) {
        return screens.show(page(find(id), agent, Optional.of(error)), status);
    }

    private QuarantineLetterPage page(QuarantinedLetter letter, SignedInAgent agent, Optional<String> error) {
        var moments = moments(agent);
        Phrases words = moments.words();
        LedgerRow row = letter.row();
        String subject = letter.mail().map(InboundMail::subject).orElse(row.subject());
        return new QuarantineLetterPage(
                row.id().value(),
                reason(row, words),
                facts(row, moments),
                subject.isBlank() ? words.text("quarantine.subject.none") : Masking.of(subject),
                Masking.of(letter.headers()),
                Masking.of(letter.text()),
                letter.mail()
                        .map(InboundMail::html)
                        .filter(html -> !html.isBlank())
                        .map(html -> href(row.id()) + "/html"),
                Optional.of("/desk/ledger/" + row.id() + "/raw")
                        .filter(href -> LedgerController.mayDownload(agent)
                                && row.content().isPresent()),
                decision(row, words),
                row.sender(),
                letter.resendTo().map(Recipient::address),
                agent.may(Role.AGENT),
                error);
    }

    private static List<SinkLetterPage.Header> facts(LedgerRow row, Moments moments) {
        Phrases words = moments.words();
        return Stream.of(
                        new SinkLetterPage.Header(words.text("quarantine.received"), moments.full(row.receivedAt())),
                        new SinkLetterPage.Header(words.text("quarantine.sender"), row.sender()),
                        new SinkLetterPage.Header(words.text("ledger.door"), row.door()),
                        new SinkLetterPage.Header(words.text("quarantine.peer"), row.peer()),
                        new SinkLetterPage.Header(words.text("ledger.size"), FileSizes.of(row.size(), words)),
                        new SinkLetterPage.Header(words.text("quarantine.detail"), row.detail()))
                .filter(header -> !header.value().isEmpty())
                .toList();
    }

    private static String reason(LedgerRow row, Phrases words) {
        return row.quarantine()
                .map(held -> words.text("quarantine.reason."
                        + held.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse("");
    }

    private static Optional<String> decision(LedgerRow row, Phrases words) {
        return row.quarantine()
                .flatMap(LedgerRow.Quarantine::handled)
                .map(handled -> words.text(
                        handled.how() == Handling.SPAM ? "quarantine.done.spam" : "quarantine.done.resend-asked"));
    }

    private QuarantinedLetter find(long id) {
        return quarantine.letter(new CustodyId(id)).orElseThrow(NotFound::new);
    }

    private Moments moments(SignedInAgent agent) {
        return new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
    }

    static String href(CustodyId id) {
        return "/desk/quarantine/" + id;
    }

    private static View seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
