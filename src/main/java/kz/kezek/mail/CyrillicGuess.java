package kz.kezek.mail;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells which Cyrillic charset wrote some bytes, by how often each letter occurs in Russian and Kazakh and by capitals
 * standing where words begin: read in the wrong charset, the frequent letters turn rare and capitals fall into words.
 */
final class CyrillicGuess {

    private static final String FREQUENT = "оеаинтсрвл";
    private static final String USUAL = "кмдпуяыьгзб";
    private static final String RARE = "чйхжшюцщэфъё";
    private static final String KAZAKH = "әғқңөұүһі";
    private static final String OTHER = "їєґў";
    private static final int CAPITAL_DISCOUNT = 6;
    private static final int CAPITAL_IN_WORD = -30;
    private static final int NO_LETTER = -20;
    private static final int WORTH_BELIEVING = 13;

    /** In order of how usual they are: of equal ones the first wins. */
    private static final List<Candidate> CANDIDATES = List.of(
            Candidate.of(Charsets.WINDOWS_1251),
            Candidate.of(MailCharset.of(Charset.forName("KOI8-R"))),
            Candidate.of(Charsets.KZ_1048),
            Candidate.of(MailCharset.of(Charset.forName("IBM866"))),
            Candidate.of(MailCharset.of(Charset.forName("ISO-8859-5"))),
            Candidate.of(MailCharset.of(Charset.forName("x-MacCyrillic"))));

    private static final int SAMPLE = 16_384;

    private CyrillicGuess() {}

    private record Candidate(MailCharset charset, int[] weights, boolean[] capitals) {
        static Candidate of(MailCharset charset) {
            int[] weights = new int[256];
            boolean[] capitals = new boolean[256];
            for (int b = 0x80; b < 256; b++) {
                String letter = charset.decode(new byte[] {(byte) b});
                String small = letter.toLowerCase(Locale.ROOT);
                capitals[b] = !small.equals(letter);
                weights[b] = weight(small) - (capitals[b] ? CAPITAL_DISCOUNT : 0);
            }
            return new Candidate(charset, weights, capitals);
        }

        int score(byte[] bytes) {
            int score = 0;
            boolean afterSmall = false;
            for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
                int b = bytes[i] & 0xFF;
                if (b < 0x80) {
                    afterSmall = false;
                    continue;
                }
                score += capitals[b] && afterSmall ? CAPITAL_IN_WORD : weights[b];
                afterSmall = !capitals[b] && weights[b] > 0;
            }
            return score;
        }
    }

    private static int weight(String letter) {
        if (FREQUENT.contains(letter)) {
            return 30;
        }
        if (USUAL.contains(letter) || KAZAKH.contains(letter)) {
            return 20;
        }
        if (RARE.contains(letter)) {
            return 10;
        }
        if (OTHER.contains(letter)) {
            return 5;
        }
        return "«»„“”‘’–—…№•§°\u00A0".contains(letter) ? 0 : NO_LETTER;
    }

    /** The Cyrillic charset of these bytes, or nothing if they hardly are Cyrillic. */
    static Optional<MailCharset> of(byte[] bytes) {
        int high = highBytes(bytes);
        if (high == 0 || !inRuns(bytes, high)) {
            return Optional.empty();
        }
        Candidate best = CANDIDATES.getFirst();
        int bestScore = Integer.MIN_VALUE;
        for (Candidate candidate : CANDIDATES) {
            int score = candidate.score(bytes);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return bestScore >= WORTH_BELIEVING * high ? Optional.of(best.charset()) : Optional.empty();
    }

    private static int highBytes(byte[] bytes) {
        int high = 0;
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            high += bytes[i] < 0 ? 1 : 0;
        }
        return high;
    }

    /** In Cyrillic text letters above 0x7F stand side by side; accented letters of Latin scripts seldom do. */
    private static boolean inRuns(byte[] bytes, int high) {
        int beside = 0;
        int end = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < end; i++) {
            boolean neighbour = i > 0 && bytes[i - 1] < 0 || i + 1 < end && bytes[i + 1] < 0;
            beside += bytes[i] < 0 && neighbour ? 1 : 0;
        }
        return beside * 10 >= high * 6;
    }
}
