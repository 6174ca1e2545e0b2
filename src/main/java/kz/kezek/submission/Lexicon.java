package kz.kezek.submission;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The words the reader knows, from {@code submission/lexicon.properties}: groups of words, folded, where {@code ошибк*} stands for every
 * word that begins so. Looking a word up costs no more than its length.
 */
final class Lexicon {

    private static final Properties WORDS = load();

    private final Map<String, String> groupOfWord = new HashMap<>();
    private final StemTree stems = new StemTree();

    private Lexicon() {}

    /** The groups whose names begin with this prefix; a word's group is the rest of the name. */
    static Lexicon of(String prefix) {
        Lexicon lexicon = new Lexicon();
        for (String name : WORDS.stringPropertyNames()) {
            if (name.startsWith(prefix + ".")) {
                lexicon.add(name.substring(prefix.length() + 1), WORDS.getProperty(name));
            }
        }
        return lexicon;
    }

    /** The folded phrases of one entry, which are divided by {@code |}. */
    static List<String> phrases(String name) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : WORDS.getProperty(name, "").split("\\|", -1)) {
            if (!phrase.isBlank()) {
                phrases.add(Folding.fold(phrase.strip()));
            }
        }
        return phrases;
    }

    /** The group of this folded word, if it is known. */
    Optional<String> groupOf(String word) {
        String group = groupOfWord.get(word);
        return Optional.ofNullable(group == null ? stems.longestIn(word) : group);
    }

    boolean knows(String word) {
        return groupOf(word).isPresent();
    }

    private void add(String group, String words) {
        for (String word : words.strip().split("\\s+", -1)) {
            String folded = Folding.fold(word);
            boolean stem = folded.endsWith("*");
            @Nullable
            String previous =
                    stem ? stems.put(folded.substring(0, folded.length() - 1), group) : groupOfWord.put(folded, group);
            if (previous != null && !previous.equals(group)) {
                throw new IllegalStateException(word + " is in two groups: " + previous + ", " + group);
            }
        }
    }

    private static Properties load() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream("/submission/lexicon.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException("submission/lexicon.properties", broken);
        }
    }
}
