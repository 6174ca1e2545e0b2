package kz.kezek.submission;

import java.util.List;
import java.util.Optional;
import kz.kezek.applicant.PersonName;

/** The name under a letter: the first line after «С уважением» that is made of two to four capitalised words. */
final class Signature {

    private static final int MOST_LINES = 6;

    private Signature() {}

    static Optional<String> nameIn(List<FormLine> closing) {
        return closing.stream()
                .filter(line -> !line.isBlank())
                .limit(MOST_LINES)
                .map(line -> withoutClosing(line.text()))
                .map(SenderName::in)
                .filter(Signature::isName)
                .findFirst();
    }

    private static String withoutClosing(String line) {
        int comma = line.indexOf(',');
        boolean closes = Phrases.closes(Folding.fold(line));
        return !closes ? line : comma < 0 ? "" : line.substring(comma + 1);
    }

    private static boolean isName(String text) {
        List<String> words = PersonName.of(text).words();
        return words.size() >= 2
                && words.size() <= 4
                && words.stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)))
                && PersonName.of(text).spelledOut();
    }
}
