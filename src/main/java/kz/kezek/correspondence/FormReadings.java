package kz.kezek.correspondence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterContent.FactLine;
import kz.kezek.correspondence.LetterContent.FormReading;
import kz.kezek.correspondence.LetterContent.Mark;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.Confidence;
import kz.kezek.submission.Defect;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactFault;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FactSource;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.ticket.ReadForm;
import kz.kezek.ticket.Ticket;

/** Says in one language how the form of a ticket was read: the nine facts, what is wrong, and what to send (R11). */
final class FormReadings {

    private static final String UNKNOWN_ID = "Х".repeat(ApplicantId.LENGTH);
    private static final int SHOWN_OF_ID = 4;
    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");

    private final LetterLabels labels;
    private final Language language;

    FormReadings(LetterLabels labels, Language language) {
        this.labels = labels;
        this.language = language;
    }

    FormReading of(Ticket ticket) {
        ReadForm form = ticket.form();
        if (form.facts().isEmpty() && form.defects().isEmpty()) {
            return FormReading.NONE;
        }
        List<Defect> defects = form.defects().stream()
                .map(ReadForm.FormDefect::found)
                .flatMap(Optional::stream)
                .toList();
        return new FormReading(
                Stream.of(FactKind.values())
                        .map(kind -> line(kind, form.fact(kind), about(kind, defects), ticket))
                        .toList(),
                messages(defects.stream().filter(defect -> defect.about().isEmpty())),
                defects.stream().anyMatch(Defect.InSubject.class::isInstance) ? canonicalSubject(ticket) : "",
                Stream.of(FactKind.values())
                        .filter(FactKind::required)
                        .filter(kind -> form.fact(kind).isEmpty())
                        .map(this::lineToFill)
                        .toList());
    }

    private FactLine line(FactKind kind, Optional<Fact> fact, List<Defect> defects, Ticket ticket) {
        String advice = String.join(" ", messages(defects.stream()));
        if (fact.isEmpty()) {
            String refused = defects.stream()
                    .map(Defect::quotation)
                    .filter(quotation -> !quotation.isEmpty())
                    .findFirst()
                    .orElse("");
            return kind.required()
                    ? new FactLine(Mark.MISSING, label(kind), shown(kind, refused), advice)
                    : new FactLine(Mark.FOUND, label(kind), "", labels.optional(language));
        }
        boolean doubtful = !defects.isEmpty() || fact.get().confidence() == Confidence.DOUBTFUL;
        String words = doubtful && advice.isEmpty() ? labels.doubtful(language) : advice;
        return new FactLine(
                doubtful ? Mark.DOUBTFUL : Mark.FOUND,
                label(kind),
                shown(kind, quotation(fact.get())),
                Stream.of(certificate(fact.get()), over(defects, fact.get(), ticket), words)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static String quotation(Fact fact) {
        return switch (fact.kind()) {
            case APPLICANT_ID -> fact.value();
            case EDS ->
                fact.source() == FactSource.CERTIFICATE ? fact.value() + ", " + fact.quotation() : fact.quotation();
            case EDS_VALIDITY, BROWSER, JAVA, ERROR_TEXT, ACTIONS, ADDITIONAL, FULL_NAME -> fact.quotation();
        };
    }

    private String certificate(Fact fact) {
        return fact.source() == FactSource.CERTIFICATE ? labels.certificate(language) : "";
    }

    /** «Истёк 3 дня назад.» on the day the letter came, for a validity that was over by then. */
    private String over(List<Defect> defects, Fact fact, Ticket ticket) {
        boolean passed = defects.stream()
                .anyMatch(defect -> defect instanceof Defect.InFact in && in.fault() == FactFault.VALIDITY_PASSED);
        LocalDate day = LocalDate.ofInstant(ticket.registeredAt(), ASTANA);
        return CertificateCheck.validUntil(List.of(fact), defects)
                .filter(until -> passed)
                .map(until -> CertificateCheck.overInWords(until, day, language))
                .map(words -> words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1) + ".")
                .orElse("");
    }

    /** A number keeps its last four characters, however it was written: letters in it do not unmask it. */
    private static String shown(FactKind kind, String quotation) {
        if (kind != FactKind.APPLICANT_ID || quotation.isEmpty()) {
            return quotation;
        }
        String line = OutsideText.line(quotation);
        int length = line.codePointCount(0, line.length());
        return "••••••••"
                + (length <= SHOWN_OF_ID ? "" : line.substring(line.offsetByCodePoints(0, length - SHOWN_OF_ID)));
    }

    private List<Defect> about(FactKind kind, List<Defect> defects) {
        return defects.stream()
                .filter(defect -> defect.about().filter(kind::equals).isPresent())
                .toList();
    }

    private List<String> messages(Stream<Defect> defects) {
        return defects.map(defect -> defect.message(language)).distinct().collect(Collectors.toList());
    }

    private String canonicalSubject(Ticket ticket) {
        String id = ticket.applicant().personalId();
        return (id.isEmpty() ? UNKNOWN_ID : shown(FactKind.APPLICANT_ID, id))
                + "/"
                + SubmissionReader.SERVICE_CODE
                + "/ "
                + ticket.summary();
    }

    private String lineToFill(FactKind kind) {
        return kind.item().number() + ") " + label(kind) + ":";
    }

    private String label(FactKind kind) {
        return labels.fact(language, kind);
    }
}
