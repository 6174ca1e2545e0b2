package kz.kezek.benchmarks.load;

import java.util.SplittableRandom;

/**
 * Somebody who writes: invented, with an ИИН whose check digit holds. The same seed and number make the same person.
 *
 * @param iin twelve digits
 * @param address at a domain that nothing can be sent to by mistake (RFC 2606)
 */
record Person(String iin, String name, String address, Texts texts) {

    private static final int[] FIRST_WEIGHTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    private static final int KAZAKH_IN_PERCENT = 15;

    static Person of(long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        Texts texts = random.nextInt(100) < KAZAKH_IN_PERCENT ? Texts.KK : Texts.RU;
        String name = texts.pick("name", random);
        return new Person(iin(random), name, "applicant%d@%s".formatted(number, texts.pick("domain", random)), texts);
    }

    private static String iin(SplittableRandom random) {
        while (true) {
            String digits = "%02d%02d%02d%d%04d"
                    .formatted(
                            random.nextInt(45, 100),
                            random.nextInt(1, 13),
                            random.nextInt(1, 29),
                            random.nextInt(3, 5),
                            random.nextInt(10_000));
            int check = checkDigit(digits);
            if (check < 10) {
                return digits + check;
            }
        }
    }

    private static int checkDigit(String digits) {
        int first = weighed(digits, FIRST_WEIGHTS);
        return first < 10 ? first : weighed(digits, SECOND_WEIGHTS);
    }

    private static int weighed(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
