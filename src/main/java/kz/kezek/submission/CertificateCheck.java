package kz.kezek.submission;

import com.ibm.icu.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import kz.kezek.applicant.Language;

/** Fills item 1 from a public certificate attached to the letter, or checks it against one, and says in words how its validity stands. */
public final class CertificateCheck {

    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final int TOLERATED_DAYS = 1;

    private CertificateCheck() {}

    /**
     * The submission with what the certificates tell: item 1's facts where the letter left them out, a defect where its date is another, a
     * defect where the certificate is over. Of several certificates the one valid longest counts.
     */
    public static Submission apply(Submission submission, List<PublicCertificate> certificates, Instant at) {
        Optional<PublicCertificate> longest =
                certificates.stream().max((a, b) -> a.validUntil().compareTo(b.validUntil()));
        return longest.map(certificate -> apply(submission, certificate, at)).orElse(submission);
    }

    /** How a validity that ends at this moment stands: «истёк 3 дня назад», «действителен ещё 10 дней». */
    public static String inWords(Instant validUntil, Instant at, Language language) {
        boolean over = at.isAfter(validUntil);
        long days =
                Duration.between(over ? validUntil : at, over ? at : validUntil).toDays();
        String key = days == 0 ? (over ? "expired.today" : "valid.today") : over ? "expired" : "valid";
        String pattern = ResourceBundle.getBundle("submission.validity", language.locale())
                .getString(key);
        return new MessageFormat(pattern, language.locale()).format(new Object[] {days});
    }

    private static Submission apply(Submission submission, PublicCertificate certificate, Instant at) {
        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        submission.facts().forEach(fact -> facts.put(fact.kind(), fact));
        List<Defect> defects = new ArrayList<>(submission.defects());
        LocalDate until = LocalDate.ofInstant(certificate.validUntil(), ASTANA);
        String quotation = certificate.owner();
        differing(facts, until).ifPresent(defects::add);
        facts.putIfAbsent(FactKind.EDS, fromCertificate(FactKind.EDS, certificate.algorithm(), quotation));
        facts.putIfAbsent(FactKind.EDS_VALIDITY, fromCertificate(FactKind.EDS_VALIDITY, until.toString(), quotation));
        if (certificate.expired(at)) {
            defects.add(new Defect.InFact(FactKind.EDS_VALIDITY, FactFault.VALIDITY_PASSED, until.toString()));
        }
        defects.removeIf(defect -> defect instanceof Defect.FactMissing missing && facts.containsKey(missing.fact()));
        return new Submission(
                submission.subject(),
                submission.ids(),
                submission.languages(),
                submission.written(),
                List.copyOf(facts.values()),
                defects);
    }

    private static Optional<Defect> differing(Map<FactKind, Fact> facts, LocalDate until) {
        return Optional.ofNullable(facts.get(FactKind.EDS_VALIDITY))
                .filter(fact -> EdsValidity.of(fact.quotation())
                        .filter(EdsValidity::exact)
                        .filter(written -> Math.abs(written.until().toEpochDay() - until.toEpochDay()) > TOLERATED_DAYS)
                        .isPresent())
                .map(fact -> new Defect.InFact(
                        FactKind.EDS_VALIDITY, FactFault.VALIDITY_DIFFERS_FROM_CERTIFICATE, fact.quotation()));
    }

    private static Fact fromCertificate(FactKind kind, String value, String quotation) {
        return new Fact(kind, value, quotation, FactSource.CERTIFICATE, Confidence.CERTAIN);
    }
}
