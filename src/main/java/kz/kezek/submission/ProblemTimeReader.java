package kz.kezek.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.submission.SuppliedInformation.ProblemTime;

/** Reads the time of a problem: ДД/ММ/ГГ with ЧЧ:ММ, ЧЧ/ММ or ЧЧ.ММ before or after it (A21), «вчера в 15» as doubtful. */
final class ProblemTimeReader {

    private static final Lexicon DAYS = Lexicon.of("day");
    private static final int WORDS_BETWEEN = 2;

    private ProblemTimeReader() {}

    /** The first time told in this text, which was written on the given day. */
    static Optional<ProblemTime> in(String text, LocalDate writtenOn) {
        String folded = Folding.fold(text);
        List<Word> words = Word.of(folded);
        Optional<DateMention> date =
                DateMention.in(folded).stream().filter(DateMention::exact).findFirst();
        if (date.isPresent()) {
            return Optional.of(onDate(date.get(), words, folded, text));
        }
        for (int i = 0; i < words.size(); i++) {
            Optional<String> day = DAYS.groupOf(words.get(i).text());
            if (day.isPresent()) {
                LocalDate on = writtenOn.minusDays(Long.parseLong(day.get()));
                return Optional.of(inWords(on, words, i, folded, text));
            }
        }
        return Optional.empty();
    }

    private static ProblemTime onDate(DateMention date, List<Word> words, String folded, String text) {
        List<Word> after = new ArrayList<>(words.stream()
                .filter(word -> word.start() >= date.end())
                .limit(4)
                .toList());
        List<Word> before =
                words.stream().filter(word -> word.end() <= date.start()).toList();
        Optional<HourMention> hour = hour(after, folded)
                .or(() -> hour(before.subList(Math.max(0, before.size() - 3), before.size()), folded));
        int start = Math.min(date.start(), hour.map(HourMention::start).orElse(date.start()));
        int end = Math.max(date.end(), hour.map(HourMention::end).orElse(date.end()));
        LocalDateTime at = date.date().atTime(hour.map(HourMention::time).orElse(LocalTime.MIDNIGHT));
        boolean exact = hour.filter(HourMention::minutes).isPresent();
        return new ProblemTime(at, text.substring(start, end), exact ? Confidence.CERTAIN : Confidence.DOUBTFUL);
    }

    private static ProblemTime inWords(LocalDate on, List<Word> words, int at, String folded, String text) {
        Optional<HourMention> hour = hour(words.subList(at + 1, Math.min(words.size(), at + 5)), folded);
        int end = hour.map(HourMention::end).orElse(words.get(at).end());
        LocalTime time = hour.map(HourMention::time).orElse(LocalTime.MIDNIGHT);
        return new ProblemTime(on.atTime(time), text.substring(words.get(at).start(), end), Confidence.DOUBTFUL);
    }

    private record HourMention(LocalTime time, boolean minutes, int start, int end) {}

    private static Optional<HourMention> hour(List<Word> words, String folded) {
        for (int i = 0; i < words.size() && i <= WORDS_BETWEEN; i++) {
            int hour = twoDigits(words.get(i));
            if (hour < 0) {
                continue;
            }
            int minute = i + 1 < words.size() && isClock(words.get(i), words.get(i + 1), folded)
                    ? twoDigits(words.get(i + 1))
                    : -1;
            int end = words.get(minute < 0 ? i : i + 1).end();
            try {
                LocalTime time = LocalTime.of(hour, Math.max(0, minute));
                return Optional.of(
                        new HourMention(time, minute >= 0, words.get(i).start(), end));
            } catch (DateTimeException noSuchHour) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isClock(Word hour, Word minute, String folded) {
        return minute.start() == hour.end() + 1 && ":/.-".indexOf(folded.charAt(hour.end())) >= 0;
    }

    private static int twoDigits(Word word) {
        boolean digits = word.text().length() <= 2 && word.text().chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(word.text()) : -1;
    }
}
