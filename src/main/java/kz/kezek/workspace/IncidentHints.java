package kz.kezek.workspace;

import java.util.List;
import kz.kezek.identity.SignedInAgent;
import org.springframework.stereotype.Component;

/** Tells leads of a shift, over the queue, that tickets of late may be an incident. */
@Component
class IncidentHints {

    private final IncidentWatch watch;
    private final IncidentProposals proposals;

    IncidentHints(IncidentWatch watch, IncidentProposals proposals) {
        this.watch = watch;
        this.proposals = proposals;
    }

    List<QueuePage.Hint> of(SignedInAgent agent) {
        return IncidentsController.isLead(agent)
                ? watch.seen().stream()
                        .map(found ->
                                new QueuePage.Hint(found.tickets().size(), proposals.about(found, agent.language())))
                        .toList()
                : List.of();
    }
}
