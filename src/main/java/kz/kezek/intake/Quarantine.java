package kz.kezek.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.ResendRequest;
import kz.kezek.correspondence.UnreadableReason;
import kz.kezek.intake.LedgerRow.Handled;
import kz.kezek.intake.LedgerRow.Handling;
import kz.kezek.intake.QuarantineOutcome.Done;
import kz.kezek.intake.QuarantineOutcome.GoneMeanwhile;
import kz.kezek.intake.QuarantineOutcome.NoSuchTicket;
import kz.kezek.intake.QuarantineOutcome.NobodyToAsk;
import kz.kezek.intake.QuarantineOutcome.Settled;
import kz.kezek.intake.QuarantineOutcome.TooLate;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.mail.InboundMail;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.PublicCertificates;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters that could not be read or trusted (R34): kept whole until a person decides. A decision is one transaction with
 * the letter's fate and the journal; two people who decide at once decide once.
 */
@Component
@Transactional
public class Quarantine {

    private final LedgerRows rows;
    private final LedgerEntries entries;
    private final LetterOpening opening;
    private final Registration registration;
    private final ReplyFiling replies;
    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final Journal journal;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Quarantine(
            JdbcClient jdbc,
            JsonMapper json,
            LetterOpening opening,
            Registration registration,
            ReplyFiling replies,
            TicketRegister tickets,
            Correspondence correspondence,
            Journal journal,
            Clock clock) {
        this.rows = new LedgerRows(jdbc);
        this.entries = new LedgerEntries(jdbc, json);
        this.opening = opening;
        this.registration = registration;
        this.replies = replies;
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many letters wait for a decision. */
    @Transactional(readOnly = true)
    public int waiting() {
        return rows.waiting();
    }

    /**
     * Letters of the quarantine, oldest first.
     *
     * @param handled those already decided, else those that wait
     * @param after only those with a larger number
     */
    @Transactional(readOnly = true)
    public List<LedgerRow> page(boolean handled, long after, int limit) {
        return rows.quarantine(handled, after, limit);
    }

    /** A letter of the quarantine, opened with today's reader. */
    @Transactional(readOnly = true)
    public Optional<QuarantinedLetter> letter(CustodyId id) {
        return rows.find(id).filter(row -> row.quarantine().isPresent()).map(opening::open);
    }

    /**
     * Registers a ticket for the letter, under the receipt it had (A2), and sends the acceptance notice where one can go.
     *
     * @param applicantAddress where the applicant is written to; empty for the letter's own sender, if it has one
     */
    public QuarantineOutcome makeTicket(CustodyId id, String applicantAddress, Actor agent) {
        return decide(id, letter -> {
            ReadLetter read = read(letter, applicantAddress);
            Fate fate = registration.register(read, Optional.empty(), Optional.empty(), clock.instant());
            return settle(read, fate, "letter.registered", agent);
        });
    }

    /** Adds the letter to the conversation of a ticket, as the reply of somebody unknown. */
    public QuarantineOutcome attach(CustodyId id, String ticketNumber, Actor agent) {
        Optional<TicketId> ticket =
                TicketNumber.read(ticketNumber).flatMap(tickets::find).map(found -> found.id());
        if (ticket.isEmpty()) {
            return new NoSuchTicket();
        }
        return decide(id, letter -> {
            ReadLetter read = read(letter, "");
            var route = new Route.ToTicket(ticket.get(), false, "added by an agent from the quarantine");
            return settle(read, replies.fileLate(read, route, clock.instant()), "letter.attached", agent);
        });
    }

    /** It is nobody's request: it stays in the ledger, and nobody is answered. */
    public QuarantineOutcome markSpam(CustodyId id, Actor agent) {
        return decide(id, letter -> handle(letter.row(), Handling.SPAM, "letter.marked-spam", agent));
    }

    /** Asks the sender to send it again, in his language. Nobody who must not be answered is asked. */
    public QuarantineOutcome askToResend(CustodyId id, UnreadableReason reason, Actor agent) {
        return decide(id, letter -> {
            if (letter.resendTo().isEmpty()) {
                return new NobodyToAsk();
            }
            Optional<Language> language = letter.mail()
                    .flatMap(mail ->
                            SubmissionReader.read(SubmissionText.of(mail)).language());
            correspondence.askToResend(
                    new ResendRequest(
                            id.value(),
                            letter.resendTo().get(),
                            language,
                            reason,
                            letter.row().receivedAt(),
                            letter.mail().map(InboundMail::messageId).orElse("")),
                    clock.instant());
            return handle(letter.row(), Handling.RESEND_ASKED, "letter.resend-asked", agent);
        });
    }

    /** Takes a decision back: the letter waits again. A letter to the sender is taken back while it has not left. */
    public QuarantineOutcome release(CustodyId id, Actor agent) {
        Optional<Handled> handled =
                rows.lockQuarantined(id).flatMap(LedgerRow::quarantine).flatMap(LedgerRow.Quarantine::handled);
        if (handled.isEmpty()) {
            return new GoneMeanwhile();
        }
        if (handled.get().how() == Handling.RESEND_ASKED && !correspondence.withdrawResendRequest(id.value())) {
            return new TooLate();
        }
        rows.release(id);
        journal.record(LedgerReading.act(id, "letter.released"), agent, clock.instant());
        return new Done();
    }

    private QuarantineOutcome decide(CustodyId id, Function<QuarantinedLetter, QuarantineOutcome> decision) {
        return rows.lockQuarantined(id)
                .filter(row ->
                        row.quarantine().flatMap(LedgerRow.Quarantine::handled).isEmpty())
                .map(opening::open)
                .map(decision)
                .orElseGet(GoneMeanwhile::new);
    }

    private QuarantineOutcome handle(LedgerRow row, Handling how, String action, Actor agent) {
        Instant now = clock.instant();
        rows.handle(row.id(), how, agent, now);
        journal.record(LedgerReading.act(row.id(), action), agent, now);
        return new Done();
    }

    private ReadLetter read(QuarantinedLetter letter, String applicantAddress) {
        InboundMail mail = letter.mail().orElseGet(() -> LetterOpening.unreadable(letter));
        Submission submission = CertificateCheck.apply(
                SubmissionReader.read(SubmissionText.of(mail)),
                PublicCertificates.in(mail),
                letter.row().receivedAt());
        ReadLetter read = ReadLetter.of(entries.find(letter.row().id()).orElseThrow(), letter.raw(), mail, submission);
        String name = read.sender().map(Sender::name).orElse("");
        String address =
                applicantAddress.isEmpty() ? read.sender().map(Sender::address).orElse("") : applicantAddress;
        return new ReadLetter(
                read.entry(), read.raw(), mail, submission, Optional.of(new Sender(name, address)), read.digest());
    }

    private QuarantineOutcome settle(ReadLetter letter, Fate fate, String action, Actor agent) {
        Instant now = clock.instant();
        CustodyId id = letter.entry().id();
        TicketNumber ticket = tickets.get(fate.ticket().orElseThrow()).number();
        entries.settle(id, fate, LedgerEntries.Said.by(letter), now);
        journal.record(LedgerReading.act(id, action).with("ticket", ticket.toString()), agent, now);
        return new Settled(ticket);
    }
}
