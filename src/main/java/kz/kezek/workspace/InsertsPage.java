package kz.kezek.workspace;

import java.util.List;
import kz.kezek.applicant.Language;

/** The fragment with what can be put into a letter: canned answers and instructions, in the letter's language, ready to be sent. */
public record InsertsPage(List<Insert> inserts, Language language) implements Page {

    @Override
    public String template() {
        return "inserts";
    }

    /**
     * One text.
     *
     * @param key what is typed to open the list it is in
     * @param name a short name by which it is found
     */
    public record Insert(String key, String name, String title, String text) {}
}
