package kz.kezek.applicant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * ИИН (kk ЖСН): the individual identification number. YYMMDD of birth, a digit of century and sex (1–2 the 1800s, 3–4 the 1900s, 5–6 the
 * 2000s), four of serial, one check digit. Holds any twelve digits whose fifth is 0–3; {@link #faults()} says what is wrong with them.
 */
public record Iin(String digits) implements ApplicantId {

    private static final String MASK = "••••••••";

    /** Refuses anything but twelve digits with a fifth of 0–3: a caller's bug, since untrusted text goes through {@link ApplicantId#of}. */
    public Iin {
        if (digits.length() != LENGTH || digits.charAt(4) < '0' || digits.charAt(4) > '3') {
            throw new IllegalArgumentException("not an IIN: " + digits.length() + " characters");
        }
    }

    @Override
    public Set<IdFault> faults() {
        EnumSet<IdFault> faults = EnumSet.noneOf(IdFault.class);
        if (!checkDigitValid()) {
            faults.add(IdFault.CHECK_DIGIT);
        }
        if (centuryDigit() < 1 || centuryDigit() > 6) {
            faults.add(IdFault.CENTURY_DIGIT);
        } else if (bornOn().isEmpty()) {
            faults.add(IdFault.IMPOSSIBLE_DATE);
        }
        return faults;
    }

    /** The date of birth the number carries, or nothing when its digits are no date. */
    public Optional<LocalDate> bornOn() {
        if (centuryDigit() < 1 || centuryDigit() > 6) {
            return Optional.empty();
        }
        int year = 1800 + (centuryDigit() - 1) / 2 * 100 + number(0);
        try {
            return Optional.of(LocalDate.of(year, number(2), number(4)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    @Override
    public String masked() {
        return MASK + digits.substring(MASK.length());
    }

    /** Masked, so that a log line or an exception never carries the number (R36). */
    @Override
    public String toString() {
        return masked();
    }

    private int centuryDigit() {
        return digits.charAt(6) - '0';
    }

    private int number(int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }
}
