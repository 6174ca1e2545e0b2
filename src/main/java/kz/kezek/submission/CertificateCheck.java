package kz.kezek.submission;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;

/**
 * Judges item 1 at a moment: fills it from a public certificate attached to the letter, or checks it against one, and finds a validity
 * that is over. Says in words how a validity stands.
 */
public final class CertificateCheck {

    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final int TOLERATED_DAYS = 1;
    private static final Set<FactFault> JUDGED =
            EnumSet.of(FactFault.VALIDITY_PASSED, FactFault.VALIDITY_DIFFERS_FROM_CERTIFICATE);

    private CertificateCheck() {}

    /**
     * The submission with item 1 judged anew: its facts where the letter left them out; a defect where the letter's date is another than the
     * certificate's, where the number is not its owner's, where the validity is over. Only certificates that name an ИИН or БИН count, for
     * a letter may be signed by any other; of several the one valid longest.
     */
    public static Submission apply(Submission submission, List<PublicCertificate> certificates, Instant at) {
        return certificates.stream()
                .filter(certificate -> owners(certificate).findAny().isPresent())
                .max(Comparator.comparing(PublicCertificate::validUntil))
                .map(certificate -> apply(submission, certificate, at))
                .orElseGet(() -> withoutCertificate(submission, at));
    }

    /** How a validity with this last day stands on a day: «истёк 3 дня назад», «действителен ещё 10 дней». */
    public static String inWords(LocalDate until, LocalDate today, Language language) {
        long days = ChronoUnit.DAYS.between(today, until);
        return words(days < 0 ? "expired" : days == 0 ? "valid.today" : "valid", Math.abs(days), language);
    }

    /** How long ago a validity ended that is known to be over: «истёк 3 дня назад», «истёк сегодня». */
    public static String overInWords(LocalDate until, LocalDate today, Language language) {
        long days = Math.max(0, ChronoUnit.DAYS.between(until, today));
        return words(days == 0 ? "expired.today" : "expired", days, language);
    }

    /**
     * The last day of the signature as the facts and defects tell it: that of the certificate which is over, else that of the fact.
     * Nothing when no day is known.
     */
    public static Optional<LocalDate> validUntil(List<Fact> facts, List<Defect> defects) {
        Stream<String> passed = defects.stream()
                .filter(defect -> defect instanceof Defect.InFact in && in.fault() == FactFault.VALIDITY_PASSED)
                .map(Defect::quotation);
        Stream<String> written = facts.stream()
                .filter(fact -> fact.kind() == FactKind.EDS_VALIDITY)
                .map(Fact::value);
        return Stream.concat(passed, written)
                .flatMap(text -> day(text).stream())
                .findFirst();
    }

    private static String words(String key, long days, Language language) {
        String pattern = ResourceBundle.getBundle("submission.validity", language.locale())
                .getString(key);
        return new MessageFormat(pattern, language.locale()).format(new Object[] {days});
    }

    private static Submission apply(Submission submission, PublicCertificate certificate, Instant at) {
        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        submission.facts().stream()
                .filter(fact -> fact.source() != FactSource.CERTIFICATE)
                .forEach(fact -> facts.put(fact.kind(), fact));
        List<Defect> defects = unjudged(submission);
        LocalDate until = LocalDate.ofInstant(certificate.validUntil(), ASTANA);
        differing(facts, until).ifPresent(defects::add);
        notTheOwners(submission, certificate).ifPresent(defects::add);
        facts.putIfAbsent(FactKind.EDS, read(FactKind.EDS, certificate.algorithm(), certificate.owner()));
        facts.putIfAbsent(FactKind.EDS_VALIDITY, read(FactKind.EDS_VALIDITY, until.toString(), DAY.format(until)));
        if (certificate.expired(at)) {
            defects.add(new Defect.InFact(FactKind.EDS_VALIDITY, FactFault.VALIDITY_PASSED, until.toString()));
        }
        defects.removeIf(defect -> defect instanceof Defect.FactMissing missing && facts.containsKey(missing.fact()));
        return with(submission, facts, defects);
    }

    /** The date in the letter is judged by itself; what an earlier certificate told stays. */
    private static Submission withoutCertificate(Submission submission, Instant at) {
        Optional<Fact> validity = submission.fact(FactKind.EDS_VALIDITY);
        boolean judged = submission.defects().stream().anyMatch(CertificateCheck::judged);
        boolean over = validity.filter(fact -> fact.source() != FactSource.CERTIFICATE)
                .flatMap(fact -> day(fact.value()))
                .filter(until -> until.isBefore(LocalDate.ofInstant(at, ASTANA)))
                .isPresent();
        if (judged || !over) {
            return submission;
        }
        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        submission.facts().forEach(fact -> facts.put(fact.kind(), fact));
        List<Defect> defects = new ArrayList<>(submission.defects());
        defects.add(new Defect.InFact(
                FactKind.EDS_VALIDITY,
                FactFault.VALIDITY_PASSED,
                validity.orElseThrow().quotation()));
        return with(submission, facts, defects);
    }

    private static Submission with(Submission submission, Map<FactKind, Fact> facts, List<Defect> defects) {
        return new Submission(
                submission.subject(),
                submission.ids(),
                submission.languages(),
                submission.written(),
                List.copyOf(facts.values()),
                defects);
    }

    private static List<Defect> unjudged(Submission submission) {
        List<Defect> defects = new ArrayList<>(submission.defects());
        defects.removeIf(CertificateCheck::judged);
        return defects;
    }

    private static boolean judged(Defect defect) {
        return defect instanceof Defect.InFact in && JUDGED.contains(in.fault())
                || defect instanceof Defect.InId id && id.fault() == IdDefect.ID_DIFFERS_FROM_CERTIFICATE;
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

    /** A representative may write with a certificate of his own: flagged, as two numbers in one letter are (A17). */
    private static Optional<Defect> notTheOwners(Submission submission, PublicCertificate certificate) {
        Set<String> owners =
                Set.copyOf(owners(certificate).map(ApplicantId::digits).toList());
        boolean same = submission.ids().isEmpty()
                || submission.ids().stream()
                        .anyMatch(found -> owners.contains(found.id().digits()));
        return same
                ? Optional.empty()
                : submission
                        .id()
                        .map(found -> new Defect.InId(IdDefect.ID_DIFFERS_FROM_CERTIFICATE, found.quotation()));
    }

    private static Stream<ApplicantId> owners(PublicCertificate certificate) {
        return Stream.concat(certificate.personId().stream(), certificate.firmId().stream());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Fact read(FactKind kind, String value, String quotation) {
        return new Fact(
                kind, value, quotation.isBlank() ? value : quotation, FactSource.CERTIFICATE, Confidence.CERTAIN);
    }
}
