package kz.kezek.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kz.kezek.applicant.Language;
import kz.kezek.knowledge.Incident;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.KnownProblems;
import kz.kezek.knowledge.Trouble;
import kz.kezek.ticket.IncidentTickets;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What several open tickets of late have in common: proposed to the lead of a shift as an incident, with the tickets that show
 * it. Nothing follows from it until a person says so.
 */
@Component
@EnableConfigurationProperties(IncidentSettings.class)
class IncidentProposals {

    private final IncidentTickets tickets;
    private final Incidents incidents;
    private final IncidentSettings settings;
    private final KnownProblems problems = KnownProblems.bundled();
    /** Recognized once: a ticket is looked at many times while it is new. */
    private final Map<TicketId, Optional<Trouble>> recognized = new ConcurrentHashMap<>();

    IncidentProposals(IncidentTickets tickets, Incidents incidents, IncidentSettings settings) {
        this.tickets = tickets;
        this.incidents = incidents;
        this.settings = settings;
    }

    /** One incident that may be: what is in common, and the tickets, the oldest first. */
    record Proposal(Trouble trouble, List<Ticket> tickets) {

        /** The words of the error that most of them quote; empty when none does. */
        String commonWords() {
            Map<String, Long> counted = new HashMap<>();
            tickets.stream()
                    .map(Ticket::errorText)
                    .filter(text -> !text.isBlank())
                    .forEach(text -> counted.merge(text, 1L, Long::sum));
            return counted.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /** What is proposed at this moment, the most tickets first. */
    List<Proposal> at(Instant at) {
        Map<Trouble, List<Ticket>> recent = recent(at);
        Map<Trouble, Instant> dismissed = incidents.dismissedSince(at.minus(settings.window()));
        List<Trouble> known = incidents.ofTickets().stream()
                .flatMap(incident -> incident.trouble().stream())
                .toList();
        return recent.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> new Proposal(
                        entry.getKey(),
                        receivedAfter(
                                Optional.ofNullable(dismissed.get(entry.getKey()))
                                        .orElse(Instant.MIN),
                                entry.getValue())))
                .filter(proposal -> proposal.tickets().size() >= settings.tickets())
                .sorted((one, other) ->
                        Integer.compare(other.tickets().size(), one.tickets().size()))
                .toList();
    }

    /** What the tickets are about: the known problem's name, else what most of them quote. */
    String about(Proposal proposal, Language language) {
        return proposal.trouble()
                .problem()
                .flatMap(problems::problem)
                .map(known -> known.title().in(language))
                .orElseGet(() -> Masking.of(proposal.commonWords()));
    }

    /** Tickets of late that look like the incident and belong to none. */
    List<Ticket> like(Incident incident, Instant at) {
        return incident.trouble()
                .map(trouble -> recent(at).getOrDefault(trouble, List.of()))
                .orElse(List.of());
    }

    private static List<Ticket> receivedAfter(Instant dismissedAt, List<Ticket> tickets) {
        return tickets.stream()
                .filter(ticket -> ticket.receivedAt().isAfter(dismissedAt))
                .toList();
    }

    private Map<Trouble, List<Ticket>> recent(Instant at) {
        List<Ticket> open = tickets.openWithoutIncident(at.minus(settings.window()));
        recognized.keySet().retainAll(open.stream().map(Ticket::id).collect(Collectors.toSet()));
        Map<Trouble, List<Ticket>> recent = new LinkedHashMap<>();
        for (Ticket ticket : open) {
            recognized
                    .computeIfAbsent(ticket.id(), id -> problems.trouble(ticket.told(), ticket.errorText()))
                    .ifPresent(trouble -> recent.computeIfAbsent(trouble, first -> new ArrayList<>())
                            .add(ticket));
        }
        return recent;
    }
}
