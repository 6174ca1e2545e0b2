package kz.kezek.portal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;

/** The request form: what was entered, what is wrong, and when it was opened. */
public record RequestPage(
        Map<String, String> entered, List<Wrong> problems, String opened, boolean sending, Promise promise)
        implements PublicPage {

    /** Within what time the regulation has us confirm a request and answer it. */
    public record Promise(TimeLimit confirmation, TimeLimit answer, ZoneId zone) {

        static Promise of(Regulation regulation) {
            return new Promise(
                    regulation.acceptance().limit(),
                    regulation.firstAnswer().limit(),
                    regulation.hours().zone());
        }

        /** The first of them in words. */
        public String confirmation(Language language) {
            return DeadlineWords.in(language.locale(), zone).limit(confirmation);
        }

        /** The second of them in words. */
        public String answer(Language language) {
            return DeadlineWords.in(language.locale(), zone).limit(answer);
        }
    }

    @Override
    public String template() {
        return "request";
    }

    /** A field and the key of what is wrong with it. */
    public record Wrong(String field, String key) {}

    /** What was entered in a field. */
    public String value(String field) {
        return entered.getOrDefault(field, "");
    }

    /** What is wrong with a field. */
    public Optional<String> wrong(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Wrong::key)
                .findFirst();
    }

    /** Whether anything is wrong in one of these fields. */
    public boolean wrongIn(String... fields) {
        return Stream.of(fields).anyMatch(field -> wrong(field).isPresent());
    }
}
