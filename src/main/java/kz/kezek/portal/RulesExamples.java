package kz.kezek.portal;

import java.time.LocalDateTime;
import java.util.List;
import kz.kezek.regulation.TermName;

/** The moments of the worked examples: an evening, the last second of a day, a Saturday, the eve of Nauryz, and two replies. */
final class RulesExamples {

    static final List<Moment> ALL = List.of(
            moment("2026-07-10T15:30:00", TermName.FIRST_ANSWER),
            moment("2026-07-10T18:30:00", TermName.FIRST_ANSWER),
            moment("2026-07-11T11:00:00", TermName.FIRST_ANSWER),
            moment("2026-03-20T17:00:00", TermName.FIRST_ANSWER),
            moment("2026-07-10T17:00:00", TermName.ANSWER_AFTER_INFORMATION),
            moment("2026-07-10T15:30:00", TermName.APPLICANT_REPLY));

    private RulesExamples() {}

    /** A wall clock's reading in Astana, and the term that begins then. */
    record Moment(LocalDateTime at, TermName term) {}

    private static Moment moment(String at, TermName term) {
        return new Moment(LocalDateTime.parse(at), term);
    }
}
