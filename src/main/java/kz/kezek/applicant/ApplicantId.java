package kz.kezek.applicant;

import java.util.Optional;
import java.util.Set;

/**
 * The twelve digits by which Kazakhstan knows a person or a firm: ИИН or БИН as the applicant wrote them. The fifth digit tells which:
 * 0–3 is the first digit of a day (ИИН), 4–6 a kind of firm (БИН), 7–9 neither. A fault in the number is a warning, never a refusal (A18),
 * so every twelve digits can be held.
 */
public sealed interface ApplicantId permits Iin, Bin, UnclassifiedId {

    /** How many digits an ИИН or a БИН has. */
    int LENGTH = 12;

    /** The twelve digits. */
    String digits();

    /** What is wrong with the number, empty when it is well formed. */
    Set<IdFault> faults();

    /** The number as lists, logs and exports may show it (R36): an ИИН keeps its last four digits, a БИН is public. */
    String masked();

    /** Whether the last digit agrees with the other eleven. */
    default boolean checkDigitValid() {
        return CheckDigit.agrees(digits());
    }

    /** The id these characters spell, or nothing unless they are exactly twelve ASCII digits. */
    static Optional<ApplicantId> of(String digits) {
        if (!isTwelveDigits(digits)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (digits.charAt(4)) {
                    case '0', '1', '2', '3' -> new Iin(digits);
                    case '4', '5', '6' -> new Bin(digits);
                    default -> new UnclassifiedId(digits);
                });
    }

    private static boolean isTwelveDigits(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
