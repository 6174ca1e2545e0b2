package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/** One text of a letter: how letters look with it, the text to be edited, its variables, its versions. */
public record LetterTextPage(
        String name,
        List<Choice> languages,
        List<Choice> samples,
        Shown shown,
        Editing editing,
        List<String> variables,
        List<Version> versions,
        List<Difference> differences,
        Optional<String> done)
        implements Page {

    @Override
    public String template() {
        return "letterText";
    }

    /** A language or an occasion to choose. */
    public record Choice(String label, String href, boolean current) {}

    /** The letter of the occasion by the text in force. */
    public record Shown(String subject, String text, String html) {}

    /**
     * The text under the pen.
     *
     * @param href the address of the text, under which its versions, previews and trials are posted
     * @param basedOn the number of the version in force when the editor began
     * @param faults sentences, the line first; empty when nothing is wrong
     */
    public record Editing(
            String href,
            String sample,
            String language,
            String text,
            int basedOn,
            String address,
            List<String> faults) {}

    /** A version that can be looked at or put back in force; number 0 is the text of the program. */
    public record Version(int number, String label, String author, String time, boolean inForce) {}

    /** A line of the text of the program or of the one in force: {@code stayed}, {@code removed} or {@code added}. */
    public record Difference(String change, String text) {}
}
