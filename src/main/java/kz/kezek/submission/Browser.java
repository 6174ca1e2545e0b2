package kz.kezek.submission;

import java.util.List;
import java.util.Optional;

/**
 * A browser named in a text.
 *
 * @param name its usual name
 * @param version as written, or empty
 * @param start where its name begins in the text
 * @param end where the name or the version ends
 */
record Browser(String name, String version, int start, int end) {

    private static final Lexicon NAMES = Lexicon.of("browser");
    private static final int VERSION_REACH = 4;

    static Optional<Browser> in(String text) {
        String folded = Folding.fold(text);
        List<Word> words = Word.of(folded);
        for (int i = 0; i < words.size(); i++) {
            Optional<String> name = NAMES.groupOf(words.get(i).text());
            if (name.isPresent()) {
                return Optional.of(withVersion(name.get(), words, i, text));
            }
        }
        return Optional.empty();
    }

    boolean hasVersion() {
        return !version.isEmpty();
    }

    private static Browser withVersion(String name, List<Word> words, int at, String text) {
        int end = words.get(at).end();
        for (int i = at + 1; i < words.size() && i <= at + VERSION_REACH; i++) {
            Word word = words.get(i);
            if (NAMES.groupOf(word.text()).filter(name::equals).isPresent()) {
                end = word.end();
            } else if (Character.isDigit(word.text().charAt(0))) {
                int versionEnd = versionEnd(words, i, text);
                return new Browser(
                        name,
                        text.substring(word.start(), versionEnd),
                        words.get(at).start(),
                        versionEnd);
            }
        }
        return new Browser(name, "", words.get(at).start(), end);
    }

    private static int versionEnd(List<Word> words, int at, String text) {
        int i = at;
        while (i + 1 < words.size()
                && words.get(i + 1).start() == words.get(i).end() + 1
                && text.charAt(words.get(i).end()) == '.'
                && Character.isDigit(words.get(i + 1).text().charAt(0))) {
            i++;
        }
        return words.get(i).end();
    }
}
