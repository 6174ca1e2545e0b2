package kz.kezek.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request form: what was entered, what is wrong, and when it was opened. */
public record RequestPage(Map<String, String> entered, List<Wrong> problems, String opened, boolean sending)
        implements PublicPage {

    @Override
    public String template() {
        return "request";
    }

    /** A field and the key of what is wrong with it. */
    public record Wrong(String field, String key) {}

    /** What was entered in a field. */
    public String value(String field) {
        return entered.getOrDefault(field, "");
    }

    /** What is wrong with a field. */
    public Optional<String> wrong(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Wrong::key)
                .findFirst();
    }
}
