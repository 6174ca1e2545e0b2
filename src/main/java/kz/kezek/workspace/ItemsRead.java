package kz.kezek.workspace;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.Defect;
import kz.kezek.submission.EdsValidity;
import kz.kezek.submission.FactKind;
import kz.kezek.ticket.ReadForm;
import kz.kezek.workspace.PipsView.Pip;

/**
 * What was read of the five items: which are missing, which are there but doubtful.
 *
 * @param defects the codes of the form's deviations
 * @param eds until when the signature is valid, as far as item 1 or a certificate tells
 */
record ItemsRead(List<Integer> missing, List<String> defects, String eds) {

    /** An EDS that ends within so many days is worth a look. */
    private static final int SOON_DAYS = 30;

    private static final Map<FactKind, String> MISSING_FACTS = missingFacts();

    static ItemsRead of(ReadForm form) {
        return new ItemsRead(
                form.missing(),
                form.defects().stream().map(ReadForm.FormDefect::code).toList(),
                CertificateCheck.validUntil(form.facts(), found(form))
                        .map(LocalDate::toString)
                        .orElse(form.items().getOrDefault("1", "")));
    }

    private static List<Defect> found(ReadForm form) {
        return form.defects().stream()
                .map(ReadForm.FormDefect::found)
                .flatMap(Optional::stream)
                .toList();
    }

    PipsView pips(LocalDate today) {
        return new PipsView(
                IntStream.rangeClosed(1, 5).mapToObj(item -> pip(item, today)).toList());
    }

    Pip pip(int item, LocalDate today) {
        if (missing.contains(item)) {
            return Pip.MISSING;
        }
        boolean ending =
                item == 1 && edsDays(today).filter(days -> days <= SOON_DAYS).isPresent();
        return ending || defects.stream().anyMatch(code -> itemOf(code) == item) ? Pip.SUSPECT : Pip.PRESENT;
    }

    /** Days until the EDS ends, negative when it has; nothing when the letter does not say. */
    Optional<Long> edsDays(LocalDate today) {
        return EdsValidity.of(eds).map(validity -> ChronoUnit.DAYS.between(today, validity.until()));
    }

    /** Which item a deviation throws doubt on; 0 for those of the subject, the layout or of no one item. */
    private static int itemOf(String code) {
        for (var fact : MISSING_FACTS.entrySet()) {
            if (fact.getValue().equals(code)) {
                return fact.getKey().item().number();
            }
        }
        return switch (code) {
            case "VALIDITY_UNREADABLE", "VALIDITY_PASSED", "VALIDITY_DIFFERS_FROM_CERTIFICATE" -> 1;
            case "BROWSER_VERSION_MISSING" -> 2;
            case "NAME_INITIALS",
                    "ID_CHECK_DIGIT",
                    "ID_IMPOSSIBLE_DATE",
                    "ID_NOT_IIN_NOR_BIN",
                    "ID_CONFLICT",
                    "ID_DIFFERS_FROM_CERTIFICATE" -> 5;
            default -> 0;
        };
    }

    private static Map<FactKind, String> missingFacts() {
        var codes = new EnumMap<FactKind, String>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            codes.put(kind, new Defect.FactMissing(kind).code());
        }
        return codes;
    }
}
