package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * The canned answers: all may read them, supervisors change them.
 *
 * @param edited the one in the form, when there is a form
 * @param errors the keys of what is wrong in the form
 */
public record CannedPage(
        List<CannedAnswer> answers, boolean mayChange, Optional<CannedAnswer> edited, List<String> errors)
        implements Page {

    @Override
    public String template() {
        return "canned";
    }
}
