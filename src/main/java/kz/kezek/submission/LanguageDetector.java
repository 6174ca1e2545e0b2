package kz.kezek.submission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * Tells Russian, Kazakh and English apart by the words themselves (A31): letters only Kazakh has, little words of each language, and, where
 * neither shows, the alphabet.
 */
final class LanguageDetector {

    private static final String KAZAKH_LETTERS = "әғқңөұүһі";
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
        String lower = text.toLowerCase(Locale.ROOT);
        List<Word> words = Word.of(lower.length() == text.length() ? lower : text);
        words.stream().limit(MOST_WORDS).forEach(detector::count);
        return detector.verdict();
    }

    private void count(Word word) {
        String text = word.text();
        boolean letters = text.chars().anyMatch(Character::isLetter);
        if (!letters) {
            return;
        }
        boolean isCyrillic = Folding.isCyrillic(text.charAt(0));
        cyrillic += isCyrillic ? 1 : 0;
        latin += isCyrillic ? 0 : 1;
        if (isCyrillic && text.chars().anyMatch(c -> KAZAKH_LETTERS.indexOf(c) >= 0)) {
            kazakh += 2;
            return;
        }
        LITTLE_WORDS.groupOf(Folding.fold(text)).ifPresent(group -> {
            switch (group) {
                case "kk" -> kazakh += 2;
                case "ru" -> russian += 2;
                default -> english += 2;
            }
        });
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
