package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.LetterKind;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.journal.Actor;
import kz.kezek.mail.InboundMail;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.PublicCertificate;
import kz.kezek.submission.PublicCertificates;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketState;
import org.springframework.stereotype.Component;

/**
 * Reads an applicant's reply back into the form of the ticket: what was missing or doubtful is filled in, what was sure
 * stays, and the form as it was is kept in the history. No clock is moved by it (A15).
 */
@Component
class FormCompletion {

    private final TicketRegister tickets;
    private final Correspondence correspondence;

    FormCompletion(TicketRegister tickets, Correspondence correspondence) {
        this.tickets = tickets;
        this.correspondence = correspondence;
    }

    /** Completes the form of the ticket, as it stood before the reply, where there is something to complete. */
    void complete(ReadLetter letter, Ticket ticket, Instant at) {
        if (!ticket.form().keepsFacts()) {
            return;
        }
        List<OutboxLetter> ours = correspondence.letters(ticket.id());
        Submission before = ReadForms.submission(ticket);
        Submission told = answersInformationRequest(letter.mail(), ours, ticket.state())
                ? before
                : completed(before, letter, ours);
        List<PublicCertificate> certificates = PublicCertificates.in(letter.mail());
        if (told.facts().equals(before.facts()) && certificates.isEmpty()) {
            return;
        }
        Submission completed = CertificateCheck.apply(told, certificates, at);
        if (!completed.facts().equals(before.facts()) || !completed.defects().equals(before.defects())) {
            record(ticket, before, completed, at);
        }
    }

    private static Submission completed(Submission before, ReadLetter letter, List<OutboxLetter> ours) {
        SubmissionText reply = new SubmissionText(letter.mail().subject(), words(letter.mail(), ours));
        return SubmissionReader.complete(before, reply);
    }

    private static String words(InboundMail mail, List<OutboxLetter> ours) {
        return QuotedLetters.without(
                mail.text(),
                mail.replyText(),
                ours.stream().map(OutboxLetter::text).toList());
    }

    private void record(Ticket ticket, Submission before, Submission completed, Instant at) {
        Stream<FactKind> facts = completed.facts().stream()
                .filter(fact -> !before.facts().contains(fact))
                .map(Fact::kind);
        Stream<FactKind> judged = completed.defects().stream()
                .filter(defect -> !before.defects().contains(defect))
                .flatMap(defect -> defect.about().stream());
        List<Integer> items = Stream.concat(facts, judged)
                .map(kind -> kind.item().number())
                .distinct()
                .sorted()
                .toList();
        var applicant = ReadForms.applicant(
                completed, ticket.applicant().name(), ticket.applicant().address());
        tickets.completeForm(
                ticket.id(),
                ReadForms.form(completed),
                applicant,
                new TicketEvent.FormCompleted(at, items, ticket.form()),
                new Actor.ApplicantActor());
    }

    /** The numbers in a reply are those of the letter it answers: a Запрос numbers its own questions. */
    private static boolean answersInformationRequest(InboundMail mail, List<OutboxLetter> ours, TicketState state) {
        return ours.stream()
                .filter(letter -> mail.inReplyTo().contains(withoutBrackets(letter.messageId())))
                .findFirst()
                .map(letter -> letter.kind() == LetterKind.INFORMATION_REQUEST || letter.kind() == LetterKind.REMINDER)
                .orElse(state == TicketState.AWAITING_APPLICANT);
    }

    private static String withoutBrackets(String messageId) {
        return messageId.startsWith("<") && messageId.endsWith(">")
                ? messageId.substring(1, messageId.length() - 1)
                : messageId;
    }
}
