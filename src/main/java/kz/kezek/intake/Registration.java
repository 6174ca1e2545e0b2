package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.EmailAddress;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.journal.Actor;
import kz.kezek.submission.Submission;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.NewTicket;
import kz.kezek.ticket.ParticipantRole;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.stereotype.Component;

/** Makes a ticket of a letter: registered under its receipt, filed with it, acknowledged. Never refused for its form (A16). */
@Component
class Registration {

    private static final int MOST_IN_COPY = 10;

    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final MessageFiling filing;
    private final StormWatch storms;
    private final OurAddresses ours;

    Registration(
            TicketRegister tickets,
            Correspondence correspondence,
            MessageFiling filing,
            StormWatch storms,
            OurAddresses ours) {
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.filing = filing;
        this.storms = storms;
        this.ours = ours;
    }

    Fate register(ReadLetter letter, Optional<TicketId> original, Optional<TicketId> related, Instant now) {
        Submission submission = letter.submission();
        Sender sender = letter.sender().orElseThrow();
        List<ReceivedMessage.Attachment> attachments = filing.keep(letter);
        Ticket ticket = tickets.register(
                new NewTicket(
                        channel(letter.entry().envelope()),
                        letter.entry().envelope().receivedAt(),
                        submission.language(),
                        ReadForms.summary(letter),
                        ReadForms.applicant(submission, sender),
                        ReadForms.form(submission),
                        original,
                        related),
                new Actor.ApplicantActor());
        filing.file(letter, attachments, ticket.id(), true);
        addThoseInCopy(letter, ticket);
        boolean archived = letter.entry().envelope().isArchived();
        boolean quiet = archived || storms.isQuietFor(letter.writer(), now);
        correspondence.acknowledge(ticket, !letter.mail().automatic() && !quiet, now);
        if (!quiet) {
            refuseKeys(letter, ticket, now);
        }
        String detail = original.isPresent()
                ? "goes on from an ended ticket"
                : related.isPresent() ? "quotes a ticket of somebody else" : "new";
        return new Fate.BecameTicket(ticket.id(), quiet ? detail + ", not answered: " + why(archived) : detail);
    }

    private static Channel channel(Envelope envelope) {
        return switch (envelope.door()) {
            case Envelope.PORTAL -> Channel.FORM;
            case Envelope.PHONE -> Channel.PHONE;
            default -> Channel.MAIL;
        };
    }

    private static String why(boolean archived) {
        return archived ? "taken from an archive without notices" : "too many lately";
    }

    /** Tells the applicant of the private keys in a later letter of his, as of those in the first (R37). */
    void refuseKeysOfReply(ReadLetter letter, Ticket ticket, Instant now) {
        boolean his = tickets.speaksForTheApplicant(ticket.id(), letter.writer());
        if (his && !letter.mail().automatic() && !storms.isQuietFor(letter.writer(), now)) {
            refuseKeys(letter, ticket, now);
        }
    }

    private void refuseKeys(ReadLetter letter, Ticket ticket, Instant now) {
        List<String> refused = letter.entry().refusedFiles().stream()
                .map(LedgerEntry.RefusedFile::fileName)
                .toList();
        if (!refused.isEmpty()) {
            correspondence.refusePrivateKey(ticket, refused, letter.entry().passwordMasked(), now);
        }
    }

    /** Whom the applicant himself names in the letter that begins his ticket; later letters name nobody (an agent may). */
    private void addThoseInCopy(ReadLetter letter, Ticket ticket) {
        Stream.concat(letter.mail().to().stream(), letter.mail().cc().stream())
                .map(address -> address.address().toLowerCase(Locale.ROOT))
                .filter(address -> EmailAddress.of(address).isPresent() && !ours.isOurs(address))
                .filter(address -> !address.equals(letter.writer()))
                .distinct()
                .limit(MOST_IN_COPY)
                .forEach(address -> tickets.addParticipant(
                        ticket.id(), address, ParticipantRole.COPIED, new Actor.ApplicantActor(), ticket.receivedAt()));
    }
}
