package kz.kezek.intake;

import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.correspondence.Recipient;

/**
 * What a specialist wrote down while somebody called 1401 (A30).
 *
 * @param name the caller's, or empty
 * @param address where letters go, if the caller has one
 * @param language the caller's
 * @param subject the short description in the form of R2, as far as it was told
 * @param text what was told of the five items, each fact behind its name and a colon
 */
public record PhoneCall(
        String name,
        Optional<Recipient> address,
        Optional<PhoneNumber> phone,
        Language language,
        String subject,
        String text) {}
