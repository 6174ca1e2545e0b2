package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.submission.IdDefect;
import kz.kezek.submission.SubjectFault;
import kz.kezek.ticket.ReadForm.FormDefect;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRelations;
import kz.kezek.ticket.TicketState;
import kz.kezek.workspace.TicketPage.Notice;
import kz.kezek.workspace.TicketPage.Tone;
import org.springframework.stereotype.Component;

/** What an agent must know before reading a ticket. */
@Component
class Notices {

    /** A reply prefix is no fault worth a banner, and a subject that could not be mended has no right form to show. */
    private static final Set<String> MENDED_SUBJECTS = Arrays.stream(SubjectFault.values())
            .filter(fault -> fault != SubjectFault.SUBJECT_PREFIX
                    && fault != SubjectFault.SUMMARY_MISSING
                    && fault != SubjectFault.SUMMARY_PLACEHOLDER)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final TicketFiles files;
    private final TicketRelations relations;

    Notices(TicketFiles files, TicketRelations relations) {
        this.files = files;
        this.relations = relations;
    }

    List<Notice> of(TicketFile file) {
        Ticket ticket = file.ticket();
        List<Notice> notices = new ArrayList<>();
        if (ticket.undelivered()) {
            notices.add(new Notice(Tone.LATE, "notice.not-delivered", List.of(relayReply(file)), Optional.empty()));
        }
        if (ticket.state() == TicketState.MERGED) {
            notices.add(linked(Tone.ACCENT, "notice.merged", relations.survivor(ticket.id())));
        }
        if (ticket.state() == TicketState.DUPLICATE) {
            original(file).ifPresent(notices::add);
        }
        ticket.relatedTicket().ifPresent(related -> notices.add(linked(Tone.SOON, "notice.stranger", related)));
        ticket.originalTicket().ifPresent(original -> notices.add(linked(Tone.ACCENT, "notice.linked", original)));
        boolean refused = file.messages().stream()
                .flatMap(message -> message.attachments().stream())
                .anyMatch(attachment -> attachment.refused().isPresent());
        if (refused) {
            notices.add(new Notice(Tone.LATE, "notice.private-key", List.of(), Optional.empty()));
        }
        Set<String> defects =
                ticket.form().defects().stream().map(FormDefect::code).collect(Collectors.toSet());
        if (defects.contains(IdDefect.ID_CONFLICT.name())) {
            notices.add(new Notice(Tone.SOON, "notice.different-identifier", List.of(), Optional.empty()));
        }
        Optional<ApplicantId> id = ApplicantId.of(ticket.applicant().personalId());
        if (id.isPresent() && defects.stream().anyMatch(MENDED_SUBJECTS::contains)) {
            String subject = id.get().masked() + "/СК/ " + Masking.of(ticket.summary());
            notices.add(new Notice(Tone.ACCENT, "notice.subject-corrected", List.of(subject), Optional.empty()));
        }
        return notices;
    }

    private static Optional<Notice> original(TicketFile file) {
        return file.events().stream()
                .map(RecordedEvent::event)
                .filter(TicketEvent.MarkedDuplicate.class::isInstance)
                .map(TicketEvent.MarkedDuplicate.class::cast)
                .reduce((first, last) -> last)
                .map(marked -> new Notice(
                        Tone.ACCENT,
                        "notice.duplicate",
                        List.of(),
                        Optional.of(new TicketLink(marked.originalNumber()))));
    }

    private Notice linked(Tone tone, String key, TicketId other) {
        String number = files.ticket(other).number().toString();
        return new Notice(tone, key, List.of(), Optional.of(new TicketLink(number)));
    }

    private static String relayReply(TicketFile file) {
        return file.letters().stream()
                .filter(letter ->
                        letter.state() == OutboxLetter.State.FAILED || letter.state() == OutboxLetter.State.BOUNCED)
                .reduce((first, last) -> last)
                .map(OutboxLetter::relayReply)
                .orElse("");
    }
}
