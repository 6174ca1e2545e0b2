package kz.kezek.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What was searched for and what was found.
 *
 * @param journalled whether the search was by a person's number, which the journal has noted
 */
public record SearchPage(String typed, boolean journalled, List<Result> results, Optional<String> next)
        implements Page {

    @Override
    public String template() {
        return "search";
    }

    /** Whether there was something to search for. */
    public boolean asked() {
        return !typed.isBlank();
    }

    /** One ticket, with the place where the words were found. */
    public record Result(
            TicketLink ticket,
            String subject,
            String applicant,
            String received,
            TicketPage.Stage stage,
            List<Run> excerpt,
            Language language) {}

    /** A piece of text, found or around what was found. */
    public record Run(String text, boolean found) {}

    /** A text with its marks as runs; people's numbers are masked in each. */
    static List<Run> runs(String marked) {
        List<Run> runs = new ArrayList<>();
        boolean found = false;
        int from = 0;
        for (int at = 0; at <= marked.length(); at++) {
            boolean mark = at < marked.length()
                    && (marked.charAt(at) == TicketSearches.BEGIN || marked.charAt(at) == TicketSearches.END);
            if (mark || at == marked.length()) {
                if (at > from) {
                    runs.add(new Run(Masking.of(marked.substring(from, at)), found));
                }
                found = mark && marked.charAt(at) == TicketSearches.BEGIN;
                from = at + 1;
            }
        }
        return runs;
    }
}
