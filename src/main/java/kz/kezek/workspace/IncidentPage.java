package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * One incident: what applicants are told of it, its tickets, those that look like it, and the answer to all.
 *
 * @param over when it ended, in words; empty while it lasts
 * @param told what applicants are told, in the order of the columns
 * @param like tickets of late that could be added
 * @param answers the answer so far, in each language
 * @param rights what the reader may do here
 * @param problem why nothing was changed, a key
 */
public record IncidentPage(
        long id,
        String began,
        Optional<String> over,
        List<IncidentsPage.Text> told,
        List<Child> tickets,
        List<Child> like,
        List<Answer> answers,
        Rights rights,
        Optional<String> problem)
        implements Page {

    @Override
    public String template() {
        return "incident";
    }

    /** What the reader may do: choose tickets, answer them all. */
    public record Rights(boolean mayChoose, boolean mayAnswer) {}

    /** A ticket as a list shows it: its subject in its own language, where it stands, and when it came. */
    public record Child(
            TicketLink ticket, String subject, Language language, TicketPage.Stage stage, String received) {}

    /** The answer in one language, and how many tickets still wait for it. */
    public record Answer(Language language, String text, int waiting) {}

    /** The address of the page. */
    public String href() {
        return "/desk/incidents/" + id;
    }

    /** How many tickets wait for the answer. */
    public int waiting() {
        return answers.stream().mapToInt(Answer::waiting).sum();
    }
}
