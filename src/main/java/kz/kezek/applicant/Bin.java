package kz.kezek.applicant;

import java.util.EnumSet;
import java.util.Set;

/**
 * БИН (kk БСН): the business identification number. YYMM of registration, a digit of kind (4 resident firm, 5 foreign firm, 6 joint
 * entrepreneurs), a digit of unit (0 head, 1 branch, 2 representative office, 3 farm), five of serial, one check digit. Public, so never
 * masked. Holds any twelve digits whose fifth is 4–6; {@link #faults()} says what is wrong with them.
 */
public record Bin(String digits) implements ApplicantId {

    /** Refuses anything but twelve digits with a fifth of 4–6: a caller's bug, since untrusted text goes through {@link ApplicantId#of}. */
    public Bin {
        if (digits.length() != LENGTH || digits.charAt(4) < '4' || digits.charAt(4) > '6') {
            throw new IllegalArgumentException("not a BIN: " + digits.length() + " characters");
        }
    }

    @Override
    public Set<IdFault> faults() {
        EnumSet<IdFault> faults = EnumSet.noneOf(IdFault.class);
        if (!checkDigitValid()) {
            faults.add(IdFault.CHECK_DIGIT);
        }
        int month = Integer.parseInt(digits.substring(2, 4));
        if (month < 1 || month > 12) {
            faults.add(IdFault.IMPOSSIBLE_DATE);
        }
        if (digits.charAt(5) > '3') {
            faults.add(IdFault.UNIT_DIGIT);
        }
        return faults;
    }

    @Override
    public String masked() {
        return digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
