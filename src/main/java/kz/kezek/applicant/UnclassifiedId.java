package kz.kezek.applicant;

import java.util.EnumSet;
import java.util.Set;

/** Twelve digits in the place of an ИИН or БИН whose fifth digit, 7–9, belongs to neither: kept as written, shown masked. */
public record UnclassifiedId(String digits) implements ApplicantId {

    @Override
    public Set<IdFault> faults() {
        return checkDigitValid() ? EnumSet.of(IdFault.KIND_DIGIT) : EnumSet.of(IdFault.KIND_DIGIT, IdFault.CHECK_DIGIT);
    }

    @Override
    public String masked() {
        return "••••••••" + digits.substring(8);
    }

    @Override
    public String toString() {
        return masked();
    }
}
