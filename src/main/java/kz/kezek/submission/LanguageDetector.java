package kz.kezek.submission;

import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * Tells Russian, Kazakh and English apart by the words themselves (A31): letters only Kazakh has, little words of each language, and, where
 * neither shows, the alphabet.
 */
final class LanguageDetector {

    private static final String KAZAKH_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
    private static final Lexicon LITTLE_WORDS = Lexicon.of("language");
    private static final int MOST_WORDS = 2000;

    private int kazakh;
    private int russian;
    private int english;
    private int cyrillic;
    private int latin;

    private LanguageDetector() {}

    /** The language of this text, or nothing when it has no words to tell it by. */
    static Optional<Language> of(String text) {
        LanguageDetector detector = new LanguageDetector();
        Word.of(Folding.fold(text)).stream()
                .limit(MOST_WORDS)
                .filter(word -> Character.isLetter(word.text().charAt(0)))
                .forEach(word -> detector.count(word, text));
        return detector.verdict();
    }

    private void count(Word word, String text) {
        boolean isCyrillic = Folding.isCyrillic(word.text().charAt(0));
        cyrillic += isCyrillic ? 1 : 0;
        latin += isCyrillic ? 0 : 1;
        if (isCyrillic && hasKazakhLetter(text, word)) {
            kazakh += 2;
            return;
        }
        LITTLE_WORDS.groupOf(word.text()).ifPresent(group -> {
            switch (group) {
                case "kk" -> kazakh += 2;
                case "ru" -> russian += 2;
                default -> english += 2;
            }
        });
    }

    private static boolean hasKazakhLetter(String text, Word word) {
        for (int i = word.start(); i < word.end(); i++) {
            if (KAZAKH_LETTERS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<Language> verdict() {
        if (kazakh > russian) {
            return Optional.of(Language.KK);
        }
        if (russian > 0 || cyrillic > 0 && cyrillic * 4 >= latin && kazakh <= russian && english <= cyrillic * 2) {
            return Optional.of(Language.RU);
        }
        boolean mostlyLatin = latin >= 2 && english >= 2;
        return mostlyLatin ? Optional.of(Language.EN) : Optional.empty();
    }
}
