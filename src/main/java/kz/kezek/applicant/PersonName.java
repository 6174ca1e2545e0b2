package kz.kezek.applicant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A personal name in the order of Kazakhstan's documents: family name, given name, patronymic if there is one ({@code Ахметов Ерлан
 * Маратұлы}). Keeps the words as written; promises nothing about which of them is the family name when the writer turned them round.
 */
public record PersonName(List<String> words) {

    /** The longest name kept, in words: longer lines are not names. */
    public static final int MOST_WORDS = 6;

    public PersonName {
        words = List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS)));
    }

    /** The name in this text, its initials apart: {@code Макетова М.М.} has three words. Empty text gives an empty name. */
    public static PersonName of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace(".", ". ").strip().split("[\\s,;]++", -1)) {
            if (word.codePoints().anyMatch(Character::isLetter)) {
                words.add(word);
            }
        }
        return new PersonName(words);
    }

    /** All its words. */
    public String full() {
        return String.join(" ", words);
    }

    /** The short form for lists: {@code Ахметов Е. М.}. A single word stays as it is. */
    public String shortForm() {
        if (words.size() < 2) {
            return full();
        }
        return words.stream()
                .skip(1)
                .limit(2)
                .map(PersonName::initial)
                .collect(Collectors.joining(" ", words.getFirst() + " ", ""));
    }

    /** Whether the given name is spelt out, not an initial: family and given name at the least. */
    public boolean spelledOut() {
        return words.size() >= 2 && words.stream().limit(2).noneMatch(PersonName::isInitial);
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".";
    }

    private static boolean isInitial(String word) {
        return word.codePoints().filter(Character::isLetter).count() == 1;
    }
}
