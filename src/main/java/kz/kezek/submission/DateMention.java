package kz.kezek.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A date written in a folded text in any of the forms people use in Russian, Kazakh and English. A month or a year alone means its last
 * day, and is not exact.
 */
record DateMention(LocalDate date, boolean exact, int start, int end) {

    private static final Lexicon MONTHS = Lexicon.of("month");
    private static final Lexicon YEAR_WORDS = Lexicon.of("year");
    private static final int FARTHEST_GAP = 3;

    /** All the dates of the text, in their order, none inside another. */
    static List<DateMention> in(String folded) {
        List<Word> words = Word.of(folded);
        List<DateMention> dates = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<DateMention> date = at(words, i, folded);
            if (date.isEmpty()) {
                i++;
                continue;
            }
            dates.add(date.get());
            while (i < words.size() && words.get(i).start() < date.get().end) {
                i++;
            }
        }
        return dates;
    }

    private static Optional<DateMention> at(List<Word> words, int i, String folded) {
        int first = number(words, i);
        int second = number(words, i + 1);
        int third = number(words, i + 2);
        int year = isYear(first) ? i : -1;
        if (adjacent(words, i, 2, folded) && second >= 0 && third >= 0) {
            Optional<DateMention> full = isYear(first)
                    ? of(first, second, third, words, i, i + 2)
                    : of(fullYear(third, words.get(i + 2)), second, first, words, i, i + 2);
            if (full.isPresent()) {
                return full;
            }
        }
        Optional<DateMention> named = named(words, i, first, second, third);
        if (named.isPresent()) {
            return named;
        }
        if (adjacent(words, i, 1, folded) && isYear(second) && first >= 1 && first <= 12) {
            return ofMonth(second, first, words, i, i + 1);
        }
        return year < 0 ? Optional.empty() : Optional.of(mention(LocalDate.of(first, 12, 31), false, words, i, i));
    }

    private static Optional<DateMention> named(List<Word> words, int i, int first, int second, int third) {
        int here = month(words, i);
        int next = month(words, i + 1);
        if (first >= 1 && first <= 31 && next > 0 && third >= 0) {
            return of(fullYear(third, words.get(i + 2)), next, first, words, i, i + 2);
        }
        if (here > 0 && second >= 1 && second <= 31 && isYear(third)) {
            return of(third, here, second, words, i, i + 2);
        }
        if (isYear(first)
                && i + 1 < words.size()
                && YEAR_WORDS.knows(words.get(i + 1).text())
                && third >= 1) {
            return of(first, month(words, i + 3), third, words, i, i + 3);
        }
        if (here > 0 && isYear(second)) {
            return ofMonth(second, here, words, i, i + 1);
        }
        boolean yearFirst = isYear(first)
                && i + 1 < words.size()
                && YEAR_WORDS.knows(words.get(i + 1).text());
        return yearFirst && month(words, i + 2) > 0
                ? ofMonth(first, month(words, i + 2), words, i, i + 2)
                : Optional.empty();
    }

    private static Optional<DateMention> of(int year, int month, int day, List<Word> words, int from, int to) {
        try {
            return isYear(year)
                    ? Optional.of(mention(LocalDate.of(year, month, day), true, words, from, to))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<DateMention> ofMonth(int year, int month, List<Word> words, int from, int to) {
        return Optional.of(mention(YearMonth.of(year, month).atEndOfMonth(), false, words, from, to));
    }

    private static DateMention mention(LocalDate date, boolean exact, List<Word> words, int from, int to) {
        return new DateMention(
                date, exact, words.get(from).start(), words.get(to).end());
    }

    /** Whether this word and so many after it are divided by a point, slash, dash or space alone. */
    private static boolean adjacent(List<Word> words, int i, int count, String folded) {
        if (i + count >= words.size()) {
            return false;
        }
        for (int k = i; k < i + count; k++) {
            String gap = folded.substring(words.get(k).end(), words.get(k + 1).start());
            if (gap.length() > FARTHEST_GAP
                    || !gap.chars().allMatch(c -> "./- ".indexOf(c) >= 0)
                    || gap.isBlank() && count == 1) {
                return false;
            }
        }
        return true;
    }

    private static int fullYear(int year, Word word) {
        boolean twoDigits = year < 100 && word.end() - word.start() >= 2;
        return twoDigits ? 2000 + year : year;
    }

    private static boolean isYear(int number) {
        return number >= 2000 && number <= 2099;
    }

    private static int month(List<Word> words, int i) {
        return i < words.size()
                ? MONTHS.groupOf(words.get(i).text()).map(Integer::parseInt).orElse(0)
                : 0;
    }

    /** The number a word begins with, {@code 2027г} included, or −1. */
    private static int number(List<Word> words, int i) {
        if (i >= words.size()) {
            return -1;
        }
        String text = words.get(i).text();
        int end = 0;
        while (end < text.length() && end < 5 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean yearLetter = text.length() - end <= 4 && YEAR_WORDS.knows(text.substring(end));
        return end == 0 || end > 4 || end < text.length() && !yearLetter
                ? -1
                : Integer.parseInt(text.substring(0, end));
    }
}
