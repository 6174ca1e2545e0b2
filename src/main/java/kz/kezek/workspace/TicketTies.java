package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.ticket.IncidentTickets;
import kz.kezek.ticket.Participant;
import kz.kezek.ticket.ParticipantRole;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import org.springframework.stereotype.Component;

/** Gathers what a ticket has to do with others, and who takes part in it. */
@Component
class TicketTies {

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final IncidentTickets incidents;

    TicketTies(TicketRegister tickets, TicketRelations relations, IncidentTickets incidents) {
        this.incidents = incidents;
        this.tickets = tickets;
        this.relations = relations;
    }

    Ties of(Ticket ticket, boolean mayWrite) {
        List<Ties.Tie> ties = new ArrayList<>();
        relations.absorbed(ticket.id()).forEach(other -> ties.add(tie("tie.absorbed", other, Optional.empty())));
        for (TicketId linked : relations.linked(ticket.id())) {
            Ticket other = tickets.get(linked);
            ties.add(tie(
                    "tie.linked", other, Optional.of(other.number().toString()).filter(number -> mayWrite)));
        }
        List<Ties.Person> people = tickets.participants(ticket.id()).stream()
                .map(person -> person(person, mayWrite))
                .toList();
        return new Ties(ties, people, new TicketLink(ticket.number().toString()), incidents.incidentOf(ticket.id()));
    }

    private static Ties.Tie tie(String key, Ticket other, Optional<String> unlink) {
        return new Ties.Tie(key, new TicketLink(other.number().toString()), Masking.of(other.summary()), unlink);
    }

    private static Ties.Person person(Participant participant, boolean mayWrite) {
        boolean removable = mayWrite && participant.role() != ParticipantRole.APPLICANT;
        return new Ties.Person(
                participant.address(),
                "tie.role." + SlaView.dashed(participant.role().name()),
                Optional.of(participant.address()).filter(address -> removable));
    }
}
