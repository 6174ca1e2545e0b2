package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What applicants are told is wrong with the service, the newest first, and the form that tells of something new.
 *
 * @param entered what the form holds, in the order of its columns
 * @param problem why nothing was changed, a key
 * @param proposed what tickets of late have in common and nobody has called an incident yet
 */
public record IncidentsPage(
        List<Row> rows, List<Text> entered, boolean mayEdit, Optional<String> problem, List<Proposed> proposed)
        implements Page {

    @Override
    public String template() {
        return "incidents";
    }

    /** What is said in one language. */
    public record Text(Language language, String text) {}

    /**
     * An incident that may be, with what speaks for it.
     *
     * @param trouble names it for the form
     * @param about what the tickets are about
     * @param common the words of the error that most of them quote; may be empty
     * @param first when the first of them came, and {@code last} the last
     * @param suggested what applicants could be told
     */
    public record Proposed(
            String trouble,
            String about,
            String common,
            String first,
            String last,
            List<IncidentPage.Child> tickets,
            List<Text> suggested) {}

    /**
     * One incident.
     *
     * @param over when it ended, in words; empty while it lasts
     */
    public record Row(long id, String began, Optional<String> over, List<Text> texts) {}
}
