package kz.kezek.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.kezek.applicant.ApplicantId;

/**
 * A public certificate attached to a letter (X.509, RFC 5280), as Kazakhstan's certification authority issues them: the owner's ИИН in the
 * subject's SERIALNUMBER as {@code IIN…}, the firm's БИН in OU as {@code BIN…}. It is read, not verified: neither its signature nor its
 * revocation is looked at.
 *
 * @param owner the common name of the subject, or empty
 * @param issuer the common name of the issuer, or empty
 * @param personId the ИИН in it, if any
 * @param firmId the БИН in it, if any
 * @param algorithm the kind of key: {@code RSA}, {@code GOST}, {@code EC}, or the object identifier of another
 */
public record PublicCertificate(
        String owner,
        String issuer,
        Optional<ApplicantId> personId,
        Optional<ApplicantId> firmId,
        Instant validFrom,
        Instant validUntil,
        Set<KeyPurpose> purposes,
        String algorithm) {

    public PublicCertificate {
        purposes = Set.copyOf(purposes);
    }

    /** What a key may be used for. */
    public enum KeyPurpose {
        SIGNING,
        NON_REPUDIATION,
        AUTHENTICATION,
        ENCRYPTION
    }

    /** Whether the certificate is over at this moment; it is valid up to and including its last second (RFC 5280 §4.1.2.5). */
    public boolean expired(Instant at) {
        return at.isAfter(validUntil);
    }
}
