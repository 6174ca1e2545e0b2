package kz.kezek.correspondence;

import java.util.List;

/** A subject: one line, of bounded length, never with an ИИН or БИН in it. */
final class LetterSubject {

    private static final int LONGEST = 180;

    private LetterSubject() {}

    /**
     * The subjects of a letter's versions as one. The number in its brackets is said once:
     * {@code [№ СК-26-000001] Өтініш тіркелді / Обращение зарегистрировано}.
     */
    static String join(List<String> subjects) {
        StringBuilder joined = new StringBuilder(clean(subjects.getFirst()));
        for (String further : subjects.subList(1, subjects.size())) {
            joined.append(" / ").append(withoutNumber(clean(further)));
        }
        return bounded(joined.toString());
    }

    private static String clean(String subject) {
        return OutsideText.mask(OutsideText.line(subject));
    }

    private static String withoutNumber(String subject) {
        int end = subject.indexOf(']');
        return subject.startsWith("[") && end > 0 ? subject.substring(end + 1).strip() : subject;
    }

    private static String bounded(String subject) {
        boolean fits = subject.codePointCount(0, subject.length()) <= LONGEST;
        return fits ? subject : subject.substring(0, subject.offsetByCodePoints(0, LONGEST));
    }
}
