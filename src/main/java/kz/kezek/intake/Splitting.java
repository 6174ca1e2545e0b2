package kz.kezek.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.journal.Actor;
import kz.kezek.mail.InboundMail;
import kz.kezek.storage.BlobStore;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.PublicCertificates;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.NewTicket;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RelationOutcome;
import kz.kezek.ticket.RelationOutcome.Hindrance;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import kz.kezek.ticket.TicketState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a ticket of its own out of letters of another: with a number, the receipt of those letters as its registration (A2,
 * A29), and their sender as its applicant. The letter that began the first ticket stays there and is copied.
 */
@Component
public class Splitting {

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final Correspondence correspondence;
    private final LetterOpening opening;
    private final LedgerEntries entries;
    private final BlobStore blobs;

    Splitting(
            TicketRegister tickets,
            TicketRelations relations,
            Correspondence correspondence,
            LetterOpening opening,
            JdbcClient jdbc,
            JsonMapper json,
            BlobStore blobs) {
        this.tickets = tickets;
        this.relations = relations;
        this.correspondence = correspondence;
        this.opening = opening;
        this.entries = new LedgerEntries(jdbc, json);
        this.blobs = blobs;
    }

    /** Splits these letters off, by their custody ids; all must be of one sender. The outcome holds the new ticket. */
    @Transactional
    public RelationOutcome split(TicketId id, List<Long> custodyIds, Actor agent, Instant at) {
        Ticket ticket = tickets.lock(id);
        if (ticket.state() == TicketState.MERGED) {
            return RelationOutcome.hindered(Hindrance.STATE);
        }
        List<ReceivedMessage> all = tickets.messages(id);
        List<ReceivedMessage> chosen = all.stream()
                .filter(message -> custodyIds.contains(message.custodyId()))
                .sorted(Comparator.comparing(ReceivedMessage::receivedAt))
                .toList();
        if (chosen.isEmpty() || chosen.size() != new HashSet<>(custodyIds).size() || !areOfOneSender(chosen)) {
            return RelationOutcome.hindered(Hindrance.LETTERS);
        }
        boolean begins = chosen.contains(all.getFirst());
        Optional<InboundMail> mail = mail(chosen.getFirst());
        NewTicket split = begins ? copyOf(ticket) : read(chosen.getFirst(), mail, ticket);
        return new RelationOutcome.Related(make(ticket, split, chosen, mail, agent, at));
    }

    private static boolean areOfOneSender(List<ReceivedMessage> chosen) {
        String sender = chosen.getFirst().fromAddress();
        return chosen.stream().allMatch(message -> message.fromAddress().equalsIgnoreCase(sender));
    }

    private Ticket make(
            Ticket from,
            NewTicket split,
            List<ReceivedMessage> chosen,
            Optional<InboundMail> mail,
            Actor agent,
            Instant at) {
        Ticket made = tickets.register(split, agent);
        List<Long> letters = chosen.stream().map(ReceivedMessage::custodyId).toList();
        tickets.moveMessages(from.id(), made.id(), letters);
        String number = made.number().toString();
        tickets.record(from.id(), new TicketEvent.TicketSplit(at, number, letters.size()), agent);
        tickets.record(
                made.id(), new TicketEvent.TicketSplitOff(at, from.number().toString()), agent);
        relations.link(from.id(), made.number(), agent, at);
        // The hour of R20 was that of the letter, which was acknowledged when it came; its sender still learns the
        // number.
        tickets.record(made.id(), new TicketEvent.AcceptanceNoticeNotOwed(at), agent);
        if (!mail.map(InboundMail::automatic).orElse(true)) {
            correspondence.acknowledge(tickets.get(made.id()), true, at);
        }
        return tickets.get(made.id());
    }

    private static NewTicket copyOf(Ticket ticket) {
        return new NewTicket(
                ticket.channel(),
                ticket.receivedAt(),
                ticket.language(),
                ticket.summary(),
                ticket.applicant(),
                ticket.form(),
                Optional.empty(),
                Optional.empty());
    }

    private static NewTicket read(ReceivedMessage message, Optional<InboundMail> mail, Ticket from) {
        Submission submission = mail.map(read -> CertificateCheck.apply(
                        SubmissionReader.read(SubmissionText.of(read)),
                        PublicCertificates.in(read),
                        message.receivedAt()))
                .orElseGet(() -> SubmissionReader.read(new SubmissionText(message.subject(), message.text())));
        return new NewTicket(
                from.channel(),
                message.receivedAt(),
                submission.language().or(from::language),
                ReadForms.summary(
                        submission,
                        message.subject(),
                        mail.map(InboundMail::replyText).orElse(message.replyText())),
                ReadForms.applicant(submission, message.fromName(), message.fromAddress()),
                ReadForms.form(submission),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<InboundMail> mail(ReceivedMessage message) {
        CustodyId custody = new CustodyId(message.custodyId());
        return entries.find(custody)
                .flatMap(LedgerEntry::content)
                .flatMap(blobs::get)
                .flatMap(raw -> opening.read(custody, raw));
    }
}
