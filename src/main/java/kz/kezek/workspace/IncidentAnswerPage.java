package kz.kezek.workspace;

import java.util.List;
import kz.kezek.applicant.Language;

/**
 * What is asked before the tickets of an incident are answered: how many letters go to whom, each as its applicant would get
 * it, and who gets none.
 *
 * @param key makes a double sending one
 * @param texts the answer in each language
 * @param counts how many letters are in each language, those without any left out
 */
public record IncidentAnswerPage(
        long incident,
        String key,
        List<IncidentsPage.Text> texts,
        List<Count> counts,
        List<Letter> letters,
        List<LeftOut> leftOut)
        implements Page {

    @Override
    public String template() {
        return "incidentAnswer";
    }

    /** How many letters are in this language. */
    public record Count(Language language, int letters) {}

    /**
     * One letter that would go out.
     *
     * @param text the whole letter as plain text, made by the code that sends it; its HTML comes from {@link #previewHref}
     * @param lastSeen what of the ticket the confirmation is based on: something newer stops this letter alone
     */
    public record Letter(TicketLink ticket, String address, Language language, String text, String lastSeen) {}

    /** A ticket that is not answered, and the key of the reason with its arguments. */
    public record LeftOut(TicketLink ticket, String reason, List<Object> arguments) {}

    /** Where the HTML of this ticket's letter comes from, for the answer that is being confirmed. */
    public String previewHref(Letter letter) {
        return href() + "/letter-previews/" + letter.ticket().segment();
    }

    /** The address of the incident. */
    public String href() {
        return "/desk/incidents/" + incident;
    }
}
