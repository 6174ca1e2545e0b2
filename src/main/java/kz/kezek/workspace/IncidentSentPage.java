package kz.kezek.workspace;

import java.util.List;

/** What became of an answer to all tickets of an incident: which were answered, and which were left out and why. */
public record IncidentSentPage(long incident, List<TicketLink> sent, List<IncidentAnswerPage.LeftOut> leftOut)
        implements Page {

    @Override
    public String template() {
        return "incidentSent";
    }

    /** The address of the incident. */
    public String href() {
        return "/desk/incidents/" + incident;
    }
}
