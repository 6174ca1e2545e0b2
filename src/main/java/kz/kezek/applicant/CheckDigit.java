package kz.kezek.applicant;

import java.util.OptionalInt;

/** The last digit of ИИН and БИН: a weighted sum modulo 11, with a second row of weights when the first gives 10. */
final class CheckDigit {

    private static final int[] FIRST_ROW = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_ROW = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    private static final int NO_DIGIT = 10;

    private CheckDigit() {}

    /** The digit that must close these eleven, or nothing when both rows give 10: such a number is never assigned. */
    static OptionalInt of(String digits) {
        int first = remainder(digits, FIRST_ROW);
        int digit = first == NO_DIGIT ? remainder(digits, SECOND_ROW) : first;
        return digit == NO_DIGIT ? OptionalInt.empty() : OptionalInt.of(digit);
    }

    static boolean agrees(String digits) {
        OptionalInt expected = of(digits);
        return expected.isPresent() && expected.getAsInt() == digits.charAt(ApplicantId.LENGTH - 1) - '0';
    }

    private static int remainder(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
