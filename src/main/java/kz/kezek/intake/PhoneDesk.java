package kz.kezek.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.correspondence.Recipient;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor.AgentActor;
import kz.kezek.journal.Journal;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailReader;
import kz.kezek.mail.PrivateKeys;
import kz.kezek.regulation.Regulation;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door {@code PHONE} (R1, A30): what a caller says becomes a letter like any other, with a row in the ledger, a ticket under
 * the same clocks, and an acceptance notice if there is an address. All of it is one transaction: the specialist is told the number
 * after the commit, and until then nothing is taken. Whether a call is about a ticket that is there, the specialist decides.
 */
@Component
public class PhoneDesk {

    private final CustodyLedger ledger;
    private final LedgerEntries entries;
    private final PhoneCalls calls;
    private final Registration registration;
    private final ReplyFiling replies;
    private final FormCompletion completion;
    private final TicketRegister tickets;
    private final Regulation regulation;
    private final Journal journal;
    private final Clock clock;
    private final MailReader reader = new MailReader();

    @SuppressWarnings("TooManyParameters")
    PhoneDesk(
            CustodyLedger ledger,
            Registration registration,
            ReplyFiling replies,
            FormCompletion completion,
            TicketRegister tickets,
            Regulation regulation,
            Journal journal,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.ledger = ledger;
        this.registration = registration;
        this.replies = replies;
        this.completion = completion;
        this.tickets = tickets;
        this.regulation = regulation;
        this.journal = journal;
        this.entries = new LedgerEntries(jdbc, json);
        this.calls = new PhoneCalls(jdbc);
        this.clock = clock;
    }

    /** Whether a private key is in what was typed or pasted: such a call is not taken, and not kept (R37). */
    public boolean holdPrivateKey(Collection<String> typed) {
        String lines = String.join("\n", typed).replace("-----BEGIN", "\n-----BEGIN");
        var letter = new WrittenLetter("", Optional.empty(), "", lines, Optional.empty(), List.of());
        return !PrivateKeys.redact(bytes(letter, Instant.EPOCH)).refused().isEmpty();
    }

    /**
     * Takes a call once, however often its form is sent.
     *
     * @param key of the form
     * @return the ticket it became
     */
    @Transactional
    public TicketId take(PhoneCall call, String key, AgentActor agent) {
        Instant now = clock.instant();
        Optional<Long> begun = calls.begin(agent.agentId(), key, call.name(), call.phone(), now);
        if (begun.isEmpty()) {
            return calls.ticketOf(agent.agentId(), key).orElseThrow();
        }
        byte[] raw = letter(call, now);
        CustodyId custody = ledger.take(envelope(call, agent, now), raw);
        LedgerEntry entry = entries.lockUnsettled(custody).orElseThrow();
        ReadLetter letter = read(entry, raw, call.language());
        Fate fate = registration.register(letter, Optional.empty(), Optional.empty(), now);
        entries.settle(custody, fate, LedgerEntries.Said.by(letter), now);
        TicketId ticket = fate.ticket().orElseThrow();
        calls.became(begun.get(), Optional.of(custody), ticket);
        journal.record(Act.of("ticket:" + ticket, "call.taken", ticket.toString()), agent, now);
        return ticket;
    }

    /**
     * Adds a call to a ticket that is there, once, however often its form is sent. Where a Запрос waits for the applicant, what he
     * says is his reply like any letter (A11): the same event, the same clocks, and it fills in the form. Elsewhere it is an
     * internal note with a number to call back, and no clock is moved.
     *
     * @param note what is noted where no Запрос waits
     * @return whether it was taken for the applicant's reply
     */
    @Transactional
    public boolean add(TicketId ticket, String note, PhoneCall call, String key, AgentActor agent) {
        Instant now = clock.instant();
        Optional<Long> begun = calls.begin(agent.agentId(), key, call.name(), call.phone(), now);
        if (begun.isEmpty()) {
            return calls.isLetter(agent.agentId(), key);
        }
        boolean awaited = tickets.lock(ticket).state() == TicketState.AWAITING_APPLICANT;
        if (awaited) {
            reply(begun.get(), ticket, call, agent, now);
        } else {
            tickets.note(ticket, note, agent, now);
            calls.became(begun.get(), Optional.empty(), ticket);
        }
        journal.record(
                Act.of("ticket:" + ticket, awaited ? "call.replied" : "call.noted", ticket.toString()), agent, now);
        return awaited;
    }

    private void reply(long begun, TicketId ticket, PhoneCall call, AgentActor agent, Instant now) {
        byte[] raw = letter(call, now);
        CustodyId custody = ledger.take(envelope(call, agent, now), raw);
        ReadLetter letter = read(entries.lockUnsettled(custody).orElseThrow(), raw, call.language());
        Fate fate = replies.file(letter, new Route.ToTicket(ticket, true, "told by telephone"), now);
        // A letter may number its answers as the Запрос numbers its questions; on the telephone each fact has its name.
        completion.complete(letter, tickets.get(ticket), now);
        entries.settle(custody, fate, LedgerEntries.Said.by(letter), now);
        calls.became(begun, Optional.of(custody), ticket);
    }

    /** The number from which somebody called last about this ticket. */
    @Transactional(readOnly = true)
    public Optional<PhoneNumber> lastCaller(TicketId ticket) {
        return calls.lastOf(ticket);
    }

    private ReadLetter read(LedgerEntry entry, byte[] raw, Language language) {
        InboundMail mail = reader.read(raw);
        Submission told = SubmissionReader.read(SubmissionText.of(mail));
        Submission spoken = new Submission(
                told.subject(), told.ids(), List.of(language), told.written(), told.facts(), told.defects());
        Submission checked =
                CertificateCheck.apply(spoken, List.of(), entry.envelope().receivedAt());
        return ReadLetter.of(entry, raw, mail, checked);
    }

    private Envelope envelope(PhoneCall call, AgentActor agent, Instant at) {
        return new Envelope(
                Envelope.PHONE,
                at,
                agent.code(),
                call.address().map(Recipient::address).orElse(""),
                List.of(regulation.service().address()));
    }

    private byte[] letter(PhoneCall call, Instant at) {
        return bytes(
                new WrittenLetter(
                        call.name(), call.address(), call.subject(), call.text(), Optional.empty(), List.of()),
                at);
    }

    private byte[] bytes(WrittenLetter letter, Instant at) {
        return letter.bytes(regulation.service().address(), "phone", at);
    }
}
