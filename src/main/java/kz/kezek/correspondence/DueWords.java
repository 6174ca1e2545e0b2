package kz.kezek.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.Deadline;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.calendar.Explanation;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.calendar.Span;

/** Moments and deadlines as letters say them: by the one formatter of the pages, in the language of the letter. */
final class DueWords {

    private static final int WHOLE = 100;

    private final ZoneId zone;

    DueWords(ZoneId zone) {
        this.zone = zone;
    }

    String moment(Instant at, Language language) {
        return words(language).letter(at);
    }

    String left(BusinessTime left, Language language) {
        return words(language).left(left);
    }

    /** With its explanation, and a bar where part of the limit passes today and part later. */
    Due of(Deadline deadline, Language language) {
        return new Due(
                moment(deadline.dueAt(), language),
                ExplanationWords.of(deadline.explanation(), language.locale()).paragraph(),
                percentToday(deadline.explanation()));
    }

    private OptionalInt percentToday(Explanation explanation) {
        LocalDate today = LocalDate.ofInstant(explanation.from(), zone);
        long counted = explanation.counted().seconds();
        long before = explanation.spans().stream()
                .filter(Span::counts)
                .filter(span -> LocalDate.ofInstant(span.from(), zone).equals(today))
                .mapToLong(Span::seconds)
                .sum();
        return before == 0 || before >= counted
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(before * WHOLE / counted));
    }

    private DeadlineWords words(Language language) {
        return DeadlineWords.in(language.locale(), zone);
    }
}
