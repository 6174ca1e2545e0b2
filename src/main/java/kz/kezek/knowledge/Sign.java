package kz.kezek.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words in an order that tell a problem: {@code порт* ..3 занят*|используется} is a word that begins with порт, then, at most three words
 * on, one of the two others. A sign that begins with {@code ~} is weak.
 */
record Sign(boolean weak, List<Term> terms) {

    /** One place in a sign: the words that may stand there, and how many others may stand before it. */
    record Term(List<Word> words, int gap) {

        static Term of(String written, int gap) {
            return new Term(
                    Arrays.stream(written.split("\\|", -1)).map(Word::of).toList(), gap);
        }

        boolean matches(String word) {
            for (Word own : words) {
                if (own.matches(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A whole word, or the beginning of one. */
    record Word(String text, boolean isBeginning) {

        static Word of(String written) {
            return written.endsWith("*")
                    ? new Word(written.substring(0, written.length() - 1), true)
                    : new Word(written, false);
        }

        boolean matches(String word) {
            return isBeginning ? word.startsWith(text) : word.equals(text);
        }
    }

    static Sign of(String written) {
        boolean weak = written.startsWith("~");
        List<Term> terms = new ArrayList<>();
        int gap = 0;
        for (String part :
                ProblemWords.fold(weak ? written.substring(1) : written).strip().split(" ", -1)) {
            if (part.startsWith("..")) {
                gap = Integer.parseInt(part.substring(2));
            } else {
                terms.add(Term.of(part, gap));
                gap = 0;
            }
        }
        return new Sign(weak, List.copyOf(terms));
    }

    boolean isIn(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (terms.getFirst().matches(words.get(i)) && restFrom(words, i + 1, 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean restFrom(List<String> words, int from, int term) {
        if (term == terms.size()) {
            return true;
        }
        int last = Math.min(words.size() - 1, from + terms.get(term).gap());
        for (int i = from; i <= last; i++) {
            if (terms.get(term).matches(words.get(i)) && restFrom(words, i + 1, term + 1)) {
                return true;
            }
        }
        return false;
    }
}
