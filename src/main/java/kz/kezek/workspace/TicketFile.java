package kz.kezek.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.correspondence.LetterKind;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.drawing.Phrases;
import kz.kezek.identity.Agent;
import kz.kezek.identity.AgentId;
import kz.kezek.journal.Actor;
import kz.kezek.ticket.Answer;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.InternalNote;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.Ticket;

/** A ticket with everything that was written and happened in it and in those merged into it, as it was read at one moment. */
record TicketFile(
        Ticket ticket,
        List<RecordedEvent> events,
        List<ReceivedMessage> messages,
        List<OutboxLetter> letters,
        Written written,
        Map<AgentId, Agent> agents,
        List<TicketFile> merged) {

    /** What agents wrote. */
    record Written(
            List<InformationRequest> requests,
            List<Answer> answers,
            List<InternalNote> notes,
            Map<Long, List<AttachedFile>> filesOfAnswers,
            Map<Long, List<AttachedFile>> filesOfRequests,
            Map<Long, List<AttachedFile>> filesOfNotes) {

        /** The files of what is written below this noun of the ticket's address, by its id. */
        Map<Long, List<AttachedFile>> files(String noun) {
            return switch (noun) {
                case "answers" -> filesOfAnswers;
                case "information-requests" -> filesOfRequests;
                case "notes" -> filesOfNotes;
                default -> throw new IllegalArgumentException(noun + " have no files");
            };
        }
    }

    /** Who acted, as a person to be drawn. */
    Avatar actor(String code, Phrases words) {
        return switch (Actor.ofCode(code)) {
            case Actor.AgentActor(long id) -> agent(id, words);
            case Actor.TokenActor token -> Avatars.ofStranger(words.text("author.program"));
            case Actor.SystemActor system -> Avatars.ofStranger(words.text("author.program"));
            case Actor.ApplicantActor applicant ->
                Avatars.ofStranger(ticket.applicant().name());
        };
    }

    Avatar agent(long id, Phrases words) {
        return Optional.ofNullable(agents.get(new AgentId(id)))
                .map(agent -> Avatars.of(id, agent.initials(), agent.displayName()))
                .orElseGet(() -> Avatars.ofStranger(words.text("author.program")));
    }

    /** The letter of a kind that was written at the same instant as what it carries. */
    Optional<OutboxLetter> letter(LetterKind kind, java.time.Instant writtenAt) {
        return letters.stream()
                .filter(letter -> letter.kind() == kind && letter.createdAt().equals(writtenAt))
                .findFirst();
    }
}
