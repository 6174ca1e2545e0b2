package kz.kezek.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in an order that tell a problem: {@code порт* ..3 занят*|используется} is a word that begins with порт, then, at most three words
 * on, one of the two others. A sign that begins with {@code ~} is weak.
 */
record Sign(boolean weak, List<Term> terms) {

    /** One place in a sign: the words that may stand there, and how many others may stand before it. */
    record Term(List<String> words, int gap) {

        boolean matches(String word) {
            for (String own : words) {
                boolean stem = own.endsWith("*");
                if (stem ? word.regionMatches(0, own, 0, own.length() - 1) : word.equals(own)) {
                    return true;
                }
            }
            return false;
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
                terms.add(new Term(List.of(part.split("\\|", -1)), gap));
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
