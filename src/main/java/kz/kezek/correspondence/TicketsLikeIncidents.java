package kz.kezek.correspondence;

import java.util.List;
import java.util.Optional;
import kz.kezek.knowledge.Incident;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.KnownProblem.Texts;
import kz.kezek.knowledge.KnownProblems;
import kz.kezek.knowledge.Trouble;
import kz.kezek.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Whether a ticket is about what applicants are told is wrong with the service. A ticket is read only while anything is. */
@Component
class TicketsLikeIncidents {

    private final Incidents incidents;
    private final KnownProblems problems = KnownProblems.bundled();

    TicketsLikeIncidents(Incidents incidents) {
        this.incidents = incidents;
    }

    /** What is told of the newest such incident that lasts. */
    Optional<Texts> like(Ticket ticket) {
        List<Incident> lasting = incidents.ofTickets();
        if (lasting.isEmpty()) {
            return Optional.empty();
        }
        Optional<Trouble> trouble = problems.trouble(ticket.told(), ticket.errorText());
        return lasting.stream()
                .filter(incident -> trouble.isPresent() && incident.trouble().equals(trouble))
                .findFirst()
                .map(Incident::text);
    }
}
