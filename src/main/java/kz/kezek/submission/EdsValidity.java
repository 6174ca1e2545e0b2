package kz.kezek.submission;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long an electronic signature is valid, as an applicant wrote it.
 *
 * @param until the last day
 * @param exact whether a day was named, not only its month or year
 * @param start where the words about validity begin in the item
 * @param end where they end
 */
public record EdsValidity(LocalDate until, boolean exact, int start, int end) {

    private static final Lexicon WORDS = Lexicon.of("validity");

    /** The validity named in this item: of several dates the last. Nothing when no date is there. */
    public static Optional<EdsValidity> of(String item) {
        String folded = Folding.fold(item);
        List<DateMention> dates = DateMention.in(folded);
        return dates.stream().max(Comparator.comparing(DateMention::date)).map(last -> {
            int start = wordsBefore(folded, dates.getFirst().start());
            return new EdsValidity(
                    last.date(),
                    last.exact(),
                    start,
                    wordsAfter(folded, dates.getLast().end()));
        });
    }

    /** Where words about validity without a date begin («бессрочно», «истёк»), or −1. */
    static int wordsIn(String folded) {
        return Word.of(folded).stream()
                .filter(word ->
                        WORDS.groupOf(word.text()).filter("undated"::equals).isPresent())
                .mapToInt(Word::start)
                .findFirst()
                .orElse(-1);
    }

    private static int wordsBefore(String folded, int end) {
        int start = end;
        for (Word word : Word.of(folded, 0, end).reversed()) {
            if (!WORDS.knows(word.text())) {
                break;
            }
            start = word.start();
        }
        return start;
    }

    private static int wordsAfter(String folded, int start) {
        int end = start;
        for (Word word : Word.of(folded, start, folded.length())) {
            if (!WORDS.knows(word.text())) {
                break;
            }
            end = word.end();
        }
        return end;
    }
}
