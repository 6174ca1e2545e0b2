package kz.kezek.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as the words signs are compared with: lower case, ё as е, a colon a word of its own. */
final class ProblemWords {

    private ProblemWords() {}

    static List<String> of(String text, int most) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length() && words.size() < most; i++) {
            boolean inWord = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
            if (i < folded.length() && (folded.charAt(i) == ':' || folded.charAt(i) == '=')) {
                words.add(":");
            }
        }
        return words;
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
