package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What applicants are told is wrong with the service, the newest first, and the form that tells of something new.
 *
 * @param entered what the form holds, in the order of its columns
 * @param problem why nothing was changed, a key
 */
public record IncidentsPage(List<Row> rows, List<Text> entered, boolean mayEdit, Optional<String> problem)
        implements Page {

    @Override
    public String template() {
        return "incidents";
    }

    /** What is said in one language. */
    public record Text(Language language, String text) {}

    /**
     * One incident.
     *
     * @param over when it ended, in words; empty while it lasts
     */
    public record Row(long id, String began, Optional<String> over, List<Text> texts) {}
}
