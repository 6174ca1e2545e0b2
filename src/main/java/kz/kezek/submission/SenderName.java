package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/** The name in item 5, between the labels, numbers and telephones that stand around it. */
final class SenderName {

    private static final Lexicon AROUND = Lexicon.of("label");

    private SenderName() {}

    /** The name as written, or empty when only a number is there. */
    static String in(String item) {
        for (String piece : pieces(item)) {
            String name = name(piece);
            if (Word.of(Folding.fold(name)).stream()
                    .anyMatch(word -> word.text().length() > 1)) {
                return name;
            }
        }
        return "";
    }

    /** Cuts the item at commas and the like, and where a number or the label of one begins. */
    private static List<String> pieces(String item) {
        String folded = Folding.fold(item);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (Word word : Word.of(folded)) {
            boolean number = word.text().chars().filter(Character::isDigit).count() >= 4;
            if (number || isAround(word)) {
                pieces.add(item.substring(start, word.start()));
                start = word.end();
            }
        }
        pieces.add(item.substring(start));
        List<String> divided = new ArrayList<>();
        for (String piece : pieces) {
            divided.addAll(List.of(piece.split("[,;\\n:|\\t(]", -1)));
        }
        return divided;
    }

    private static boolean isAround(Word word) {
        return AROUND.groupOf(word.text())
                .filter(group -> List.of("ID", "NAME", "SENDER", "OTHER").contains(group))
                .isPresent();
    }

    private static String name(String piece) {
        String name = piece.strip();
        int start = 0;
        int end = name.length();
        while (start < end && !Character.isLetter(name.charAt(start)) && "«\"".indexOf(name.charAt(start)) < 0) {
            start++;
        }
        while (end > start && " -–—/№+.".indexOf(name.charAt(end - 1)) >= 0 && !isInitialPoint(name, end)) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isInitialPoint(String name, int end) {
        boolean point = name.charAt(end - 1) == '.' && end >= 2 && Character.isUpperCase(name.charAt(end - 2));
        return point && (end == 2 || !Character.isLetter(name.charAt(end - 3)));
    }
}
