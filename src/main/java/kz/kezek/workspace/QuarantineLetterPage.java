package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A letter of the quarantine: why it is there, what it says as far as that is known, its bytes, and what can be done.
 *
 * @param html where its sanitized HTML is served, when it has any
 * @param raw where its bytes are, for those who may
 * @param decision what was decided, while it can be taken back
 * @param applicant the address a ticket would be registered for; empty when the letter names none
 * @param resendTo who would be asked to send it again; empty for nobody
 * @param mayAct whether the reader may decide, an auditor may not
 * @param error why the last act was not carried out
 */
public record QuarantineLetterPage(
        long id,
        String reason,
        List<SinkLetterPage.Header> facts,
        String subject,
        String headers,
        String text,
        Optional<String> html,
        Optional<String> raw,
        Optional<String> decision,
        String applicant,
        Optional<String> resendTo,
        boolean mayAct,
        Optional<String> error)
        implements Page {

    @Override
    public String template() {
        return "quarantineLetter";
    }

    /** Its address. */
    public String href() {
        return "/desk/quarantine/" + id;
    }
}
