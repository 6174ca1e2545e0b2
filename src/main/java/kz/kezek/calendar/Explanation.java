package kz.kezek.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Why a deadline is what it is: every stretch between its beginning and its end, in order and without gaps, counted or
 * skipped and for which reason. {@link ExplanationWords} says it, the clock ribbon draws it.
 *
 * @param limit the limit as it was asked
 * @param deciding the limit that decided: of an {@link TimeLimit.EarlierOf} the one that ended first
 * @param candidates when each alternative of the limit ends; one for a plain limit
 * @param uncertainYears the years touched whose calendar is not published
 * @param clause the clause of the regulation, empty when none was cited
 */
public record Explanation(
        Instant from,
        Instant dueAt,
        TimeLimit limit,
        TimeLimit deciding,
        List<Candidate> candidates,
        List<Span> spans,
        ZoneId zone,
        CalendarVersion version,
        List<UncertainYear> uncertainYears,
        String clause) {

    /** One alternative of a limit and the moment it ends. */
    public record Candidate(TimeLimit limit, Instant dueAt) {}

    /** A year whose calendar is computed or missing. */
    public record UncertainYear(int year, CalendarYear.Standing standing) {}

    public Explanation {
        candidates = List.copyOf(candidates);
        spans = List.copyOf(spans);
        uncertainYears = List.copyOf(uncertainYears);
    }

    /** Whether a year without data was counted by the ordinary week alone. */
    public boolean provisional() {
        return uncertainYears.stream().anyMatch(year -> year.standing() == CalendarYear.Standing.MISSING);
    }

    /** The seconds that counted. */
    public BusinessTime counted() {
        return BusinessTime.ofSeconds(
                spans.stream().filter(Span::counts).mapToLong(Span::seconds).sum());
    }

    Explanation citing(String cited) {
        return new Explanation(from, dueAt, limit, deciding, candidates, spans, zone, version, uncertainYears, cited);
    }
}
