package kz.kezek.correspondence;

import java.util.Locale;
import java.util.stream.Stream;

/** An occasion on which a letter goes out; {@link LetterSamples} writes one for each, with everything in it made up. */
public enum LetterSample {
    ACCEPTED(LetterKind.ACCEPTANCE_NOTICE),
    ACCEPTED_OUT_OF_HOURS(LetterKind.ACCEPTANCE_NOTICE),
    ACCEPTED_DURING_INCIDENT(LetterKind.ACCEPTANCE_NOTICE),
    ACCEPTED_INCOMPLETE(LetterKind.ACCEPTANCE_NOTICE_INCOMPLETE),
    ACCEPTED_TO_CHECK(LetterKind.ACCEPTANCE_NOTICE_INCOMPLETE),
    REQUEST(LetterKind.INFORMATION_REQUEST),
    FIRST_REMINDER(LetterKind.REMINDER),
    SECOND_REMINDER(LetterKind.REMINDER),
    LAST_REMINDER(LetterKind.REMINDER),
    ANSWER(LetterKind.ANSWER),
    DISCONTINUATION(LetterKind.DISCONTINUATION),
    REOPENED(LetterKind.REOPENED),
    OUR_DEADLINE_MOVED(LetterKind.DEADLINE_MOVED),
    THEIR_DEADLINE_MOVED(LetterKind.DEADLINE_MOVED),
    UNREADABLE(LetterKind.UNREADABLE),
    PRIVATE_KEY_REFUSED(LetterKind.PRIVATE_KEY_REFUSED),
    OUT_OF_SCOPE(LetterKind.OUT_OF_SCOPE),
    ADDRESS_CONFIRMATION(LetterKind.ADDRESS_CONFIRMATION),
    STATUS_LINK(LetterKind.STATUS_LINK),
    ALARM(LetterKind.ALARM),
    ALARM_ENDED(LetterKind.ALARM);

    private final LetterKind kind;

    LetterSample(LetterKind kind) {
        this.kind = kind;
    }

    /** What kind of letter it is. */
    public LetterKind kind() {
        return kind;
    }

    /** Its name in addresses and file names: {@code accepted-out-of-hours}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every occasion of this kind of letter, at least one. */
    public static Stream<LetterSample> of(LetterKind kind) {
        return Stream.of(values()).filter(sample -> sample.kind == kind);
    }
}
