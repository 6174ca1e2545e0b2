package kz.kezek.portal;

import java.util.Map;
import java.util.Optional;

/**
 * The letter as the service will get it: to be checked and sent, to be confirmed by who reads the address, or taken.
 *
 * @param template {@code check}, {@code check-mail}, {@code confirm} or {@code done}
 * @param token the draft's token, or that of the letter
 * @param entered what was entered, by field, so that it can be changed without a script
 */
public record RequestLetterPage(
        String template,
        String token,
        String address,
        String subject,
        String text,
        int files,
        Map<String, String> entered,
        Optional<Taken> taken)
        implements PublicPage {

    @Override
    public boolean personal() {
        return true;
    }

    /** What became of it: the number, until when it is answered, and the applicant's own page. */
    public record Taken(String number, String due, String why, String link) {}
}
