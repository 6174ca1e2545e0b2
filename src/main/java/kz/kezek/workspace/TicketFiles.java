package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.identity.AgentId;
import kz.kezek.identity.Directory;
import kz.kezek.journal.Actor;
import kz.kezek.ticket.Answer;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.InternalNote;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import kz.kezek.workspace.TicketFile.Written;
import org.springframework.stereotype.Component;

/** Reads tickets with all that belongs to them. */
@Component
class TicketFiles {

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final Correspondence correspondence;
    private final Directory directory;

    TicketFiles(TicketRegister tickets, TicketRelations relations, Correspondence correspondence, Directory directory) {
        this.tickets = tickets;
        this.relations = relations;
        this.correspondence = correspondence;
        this.directory = directory;
    }

    /** The ticket of a number as people write it, {@code СК-26-000001} or {@code SK-26-000001}. */
    Ticket ticket(String number) {
        return find(number).orElseThrow(NotFound::new);
    }

    /** The same, if there is one. */
    Optional<Ticket> find(String number) {
        return TicketNumber.read(number).flatMap(tickets::find);
    }

    Ticket ticket(kz.kezek.ticket.TicketId id) {
        return tickets.get(id);
    }

    TicketFile read(Ticket ticket) {
        return read(
                ticket,
                relations.absorbed(ticket.id()).stream().map(this::alone).toList());
    }

    private TicketFile alone(Ticket ticket) {
        return read(ticket, List.of());
    }

    private TicketFile read(Ticket ticket, List<TicketFile> merged) {
        var id = ticket.id();
        var events = tickets.events(id);
        var written = new Written(
                tickets.informationRequests(id),
                tickets.answers(id),
                tickets.notes(id),
                tickets.filesOfAnswers(id),
                tickets.filesOfRequests(id),
                tickets.filesOfNotes(id));
        return new TicketFile(
                ticket,
                events,
                tickets.messages(id),
                correspondence.letters(id),
                written,
                directory.find(agents(ticket, events, written)),
                merged);
    }

    private static Set<AgentId> agents(Ticket ticket, List<RecordedEvent> events, Written written) {
        Stream<Long> actors = Stream.of(
                        events.stream().map(RecordedEvent::actor),
                        written.requests().stream().map(InformationRequest::requestedBy),
                        written.answers().stream().map(Answer::answeredBy),
                        written.notes().stream().map(InternalNote::notedBy))
                .flatMap(codes -> codes)
                .distinct()
                .flatMap(code -> Actor.ofCode(code) instanceof Actor.AgentActor(long id) ? Stream.of(id) : Stream.of());
        Stream<Long> assignees = events.stream().flatMap(event -> switch (event.event()) {
            case TicketEvent.TicketTaken taken -> Stream.of(taken.agentId());
            case TicketEvent.TicketReassigned reassigned -> Stream.of(reassigned.agentId());
            default -> Stream.of();
        });
        Optional<Long> assignee = ticket.assigneeId();
        return Stream.of(actors, assignees, assignee.stream())
                .flatMap(ids -> ids)
                .map(AgentId::new)
                .collect(Collectors.toSet());
    }
}
