package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * One instruction in three languages side by side, to be read, changed and reviewed.
 *
 * @param fresh whether it is not kept yet, so that its address can still be chosen
 * @param texts one for each language, in the order in which they stand
 * @param problem the key of what is wrong
 * @param done the key of what was just done
 */
public record InstructionPage(
        String slug,
        String category,
        String reviewOn,
        boolean fresh,
        boolean withdrawn,
        boolean mayEdit,
        List<Text> texts,
        List<Version> versions,
        Optional<String> problem,
        Optional<String> done)
        implements Page {

    @Override
    public String template() {
        return "instruction";
    }

    /** A title and steps, one a line, in one language. */
    public record Text(Language language, String title, String steps) {}

    /** A version that was published: its number, when, by whom, and its title. */
    public record Version(int number, String published, String by, String title) {}
}
