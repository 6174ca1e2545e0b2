package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters and digits in a folded text, by its place: {@code [start, end)}. An abbreviation spelt with points, {@code Ф.И.О.} or
 * {@code т. д.}, is one word without them.
 */
record Word(String text, int start, int end) {

    /** The words of this folded text between two places. */
    static List<Word> of(String folded, int from, int to) {
        List<Word> words = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (!Character.isLetterOrDigit(folded.charAt(i))) {
                i++;
                continue;
            }
            int end = endOfRun(folded, i, to);
            Word word = new Word(folded.substring(i, end), i, end);
            add(words, word, folded);
            i = end;
        }
        return words;
    }

    static List<Word> of(String folded) {
        return of(folded, 0, folded.length());
    }

    /** Whether it is an abbreviation or initials written with points: «М.М.» is not «ММ». */
    boolean isSpelledWithPoints() {
        return end - start > text.length();
    }

    private static void add(List<Word> words, Word word, String folded) {
        if (!words.isEmpty()) {
            Word last = words.getLast();
            if (last.isAbbreviation() && word.isSingleLetter() && isPoint(folded, last.end, word.start)) {
                words.set(words.size() - 1, new Word(last.text + word.text, last.start, word.end));
                return;
            }
        }
        words.add(word);
    }

    private boolean isAbbreviation() {
        return text.length() <= end - start
                && text.length() <= 3
                && (text.length() == 1 || end - start > text.length())
                && Character.isLetter(text.charAt(0));
    }

    private boolean isSingleLetter() {
        return text.length() == 1 && Character.isLetter(text.charAt(0));
    }

    private static boolean isPoint(String folded, int from, int to) {
        return to - from <= 2 && folded.charAt(from) == '.' && (to - from == 1 || folded.charAt(from + 1) == ' ');
    }

    private static int endOfRun(String folded, int from, int to) {
        int end = from;
        while (end < to && Character.isLetterOrDigit(folded.charAt(end))) {
            end++;
        }
        return end;
    }
}
