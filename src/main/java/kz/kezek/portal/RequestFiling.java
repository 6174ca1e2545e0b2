package kz.kezek.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.Deadline;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.Recipient;
import kz.kezek.drawing.Moments;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.portal.Filings.Filing;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketRegister;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a request from the page: kept as a draft, sent back to its sender's address to be confirmed, and taken into
 * custody when it is. Until then nothing else is written to that address.
 */
@Component
class RequestFiling {

    private final Filings filings;
    private final PortalPost post;
    private final Correspondence correspondence;
    private final CustodyLedger ledger;
    private final TicketRegister tickets;
    private final StatusLinks links;
    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final PortalSettings settings;
    private final VisitLimits limits;
    private final Optional<URI> publicUrl;
    private final Clock clock;

    RequestFiling(
            Filings filings,
            PortalPost post,
            Correspondence correspondence,
            CustodyLedger ledger,
            TicketRegister tickets,
            StatusLinks links,
            Regulation regulation,
            CalendarInForce calendars,
            PortalSettings settings,
            VisitLimits limits,
            Environment environment,
            Clock clock) {
        this.filings = filings;
        this.post = post;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.tickets = tickets;
        this.links = links;
        this.regulation = regulation;
        this.calendars = calendars;
        this.settings = settings;
        this.limits = limits;
        this.publicUrl = PortalSettings.publicUrl(environment);
        this.clock = clock;
    }

    /** Whether the page can send: a link to confirm an address needs an address of our own. */
    public boolean canSend() {
        return publicUrl.isPresent();
    }

    /** The letter that the form makes. */
    public byte[] letter(RequestForm form, PublicWords words, List<PostedFile> files) {
        var written = new PortalPost.Written(
                form.value("name"),
                form.sender(),
                form.subject(),
                form.text(words, files.size()),
                Optional.empty(),
                files);
        return post.letter(written, clock.instant());
    }

    /** Keeps it as a draft that only this browser can send. */
    public SecretToken keep(RequestForm form, byte[] letter, Language language) {
        Instant now = clock.instant();
        SecretToken draft = SecretToken.fresh();
        var filing = new Filing(
                0,
                form.sender().address(),
                form.value("summary"),
                language,
                letter,
                now.plus(settings.confirmationAge()),
                Optional.empty());
        filings.insert(draft, filing, now);
        return draft;
    }

    /** Asks the reader of the address to confirm it; the address, or nothing when there is no such draft. */
    @Transactional
    public Optional<String> send(SecretToken draft) {
        Instant now = clock.instant();
        return filings.lockDraft(draft, now)
                .filter(filing -> limits.take(VisitLimits.Limit.CONFIRMATION_TO_ADDRESS, mailbox(filing.address())))
                .map(filing -> {
                    SecretToken token = SecretToken.fresh();
                    filings.ask(filing.id(), token);
                    URI link = URI.create(publicUrl.orElseThrow() + "/request/confirm/" + token.value() + "?lang="
                            + filing.language().tag());
                    correspondence.askToConfirm(
                            Recipient.read(filing.address()).orElseThrow(),
                            filing.language(),
                            filledIn(now, filing.language()),
                            filing.expiresAt(),
                            link,
                            now);
                    return filing.address();
                });
    }

    /** What the letter calls the request: never by words of who filled it in, for the address may be a stranger's. */
    private String filledIn(Instant at, Language language) {
        return DeadlineWords.in(language.locale(), regulation.hours().zone()).letter(at);
    }

    /** Addresses that differ by a tag after a plus sign are one mailbox. */
    private static String mailbox(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    public Optional<Filing> find(SecretToken token) {
        return filings.find(token, clock.instant());
    }

    /** The address is confirmed: into custody, once however often it is asked. */
    @Transactional
    public boolean confirm(SecretToken token) {
        Instant now = clock.instant();
        Optional<Filing> filing = filings.lock(token, now);
        filing.filter(waiting -> waiting.custody().isEmpty())
                .ifPresent(waiting ->
                        filings.confirm(waiting.id(), post.hand(waiting.letter(), waiting.address(), now), now));
        return filing.isPresent();
    }

    /** The ticket that a confirmed filing became, once it is settled. */
    public Optional<RequestLetterPage.Taken> taken(Filing filing, Moments moments) {
        return filing.custody()
                .flatMap(custody -> ledger.since(Instant.EPOCH, new CustodyId(custody.value() - 1), 1).stream()
                        .filter(entry -> entry.id().equals(custody))
                        .findFirst())
                .flatMap(entry -> entry.ticket())
                .map(tickets::get)
                .map(ticket -> taken(ticket, moments));
    }

    private RequestLetterPage.Taken taken(Ticket ticket, Moments moments) {
        Deadline due = regulation
                .firstAnswer()
                .deadline(calendars.current(), ticket.registeredAt())
                .citing("");
        return new RequestLetterPage.Taken(
                ticket.number().toString(),
                moments.full(due.dueAt()),
                ExplanationWords.of(
                                due.explanation(), moments.words().language().locale())
                        .paragraph(),
                links.wereRevoked(ticket.id())
                        ? "/status"
                        : "/s/" + links.issue(ticket.id(), clock.instant()).value());
    }
}
