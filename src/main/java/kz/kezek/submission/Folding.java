package kz.kezek.submission;

import java.text.Normalizer;

/**
 * Text made comparable without moving a single character, so that what is found in the folded text can be quoted from the original: lower
 * case, ё as е, Kazakh letters as the Russian ones people type for want of a keyboard, Latin look-alikes inside Cyrillic words as Cyrillic,
 * every kind of dash, quote, slash and space as the plain one.
 */
final class Folding {

    private static final String LATIN_LOOK_ALIKES = "aceopxyktmbhi";
    private static final String CYRILLIC_TWINS = "асеорхуктмвни";
    private static final String KAZAKH = "әғқңөұүһі";
    private static final String RUSSIAN_TWINS = "агкноуухи";

    /** Every character folded and cleaned beforehand: letters are read many times, and this is most of the work. */
    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    private static final char[] CLEANED = new char[Character.MAX_VALUE + 1];
    private static final char DROPPED = '\0';

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = foldOne((char) c);
            CLEANED[c] = cleanOne((char) c);
        }
    }

    private Folding() {}

    /** The text as it is kept: NFC, one kind of line end and of space, nothing invisible. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        String unified = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        for (int i = 0; i < unified.length(); i++) {
            char c = CLEANED[unified.charAt(i)];
            if (c != DROPPED) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** The folded text, exactly as long as the text. */
    static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLDED[text.charAt(i)];
        }
        int start = 0;
        while (start < folded.length) {
            int end = start;
            while (end < folded.length && Character.isLetter(folded[end])) {
                end++;
            }
            foldLookAlikes(folded, start, end);
            start = end + 1;
        }
        return new String(folded);
    }

    /** A word in two alphabets is of the one of which it has a letter the other lacks; Cyrillic when neither or both show. */
    private static void foldLookAlikes(char[] folded, int start, int end) {
        boolean cyrillic = false;
        boolean latinSeen = false;
        for (int i = start; i < end; i++) {
            cyrillic |= isCyrillic(folded[i]);
            latinSeen |= folded[i] < 128;
        }
        if (!cyrillic || !latinSeen) {
            return;
        }
        boolean onlyCyrillic = false;
        boolean onlyLatin = false;
        for (int i = start; i < end; i++) {
            char c = folded[i];
            onlyCyrillic |= isCyrillic(c) && (c == 'и' || CYRILLIC_TWINS.indexOf(c) < 0);
            onlyLatin |= c < 128 && LATIN_LOOK_ALIKES.indexOf(c) < 0;
        }
        boolean latin = onlyLatin && !onlyCyrillic;
        for (int i = start; i < end; i++) {
            folded[i] = latin
                    ? twin(folded[i], CYRILLIC_TWINS, LATIN_LOOK_ALIKES)
                    : twin(folded[i], LATIN_LOOK_ALIKES, CYRILLIC_TWINS);
        }
    }

    private static char twin(char c, String from, String to) {
        int place = from.indexOf(c);
        return place < 0 ? c : to.charAt(place);
    }

    private static char cleanOne(char c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c == '\u2028' || c == '\u2029' || c == '\u000b' || c == '\f') {
            return '\n';
        }
        return Character.isSpaceChar(c) ? ' ' : isInvisible(c) ? DROPPED : c;
    }

    private static char foldOne(char c) {
        char lower = Character.toLowerCase(c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c);
        int kazakh = KAZAKH.indexOf(lower);
        if (kazakh >= 0) {
            return RUSSIAN_TWINS.charAt(kazakh);
        }
        return switch (lower) {
            case 'ё' -> 'е';
            case '‐', '‑', '‒', '–', '—', '―', '−', '﹣' -> '-';
            case '«', '»', '“', '”', '„', '‟', '″' -> '"';
            case '\\', '∕', '⁄', '⧸', '╱', '⟋' -> '/';
            case '：', '∶', '︓' -> ':';
            case '；' -> ';';
            default -> Character.isSpaceChar(lower) ? ' ' : lower;
        };
    }

    static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u052f';
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }
}
