package kz.kezek.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;

/** Letters made before the run, so that making them costs nothing while it is measured. */
final class PreparedLetters {

    private final List<LetterMix.Letter> letters;

    PreparedLetters(LetterMix mix, int from, int count) {
        letters = IntStream.range(from, from + count).mapToObj(mix::letter).toList();
    }

    int size() {
        return letters.size();
    }

    LetterMix.Letter get(int number) {
        return letters.get(number);
    }
}
