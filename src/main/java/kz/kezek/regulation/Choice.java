package kz.kezek.regulation;

import java.util.Set;

/** What the regulation's text leaves open (A1–A31), with the values the program can carry out. */
public enum Choice {
    ACCEPTANCE_CLOCK("A1", "terms.acceptance.limit"),
    RECEIPT("A2", "door-accepted"),
    OUTSIDE_HOURS("A3", "at-once"),
    INTERVAL_END("A4", "in-time"),
    BREAKS("A5", "hours.days"),
    TWO_WORKING_DAYS("A6", "terms.answerAfterInformation.limit"),
    SEVENTY_TWO_HOURS("A7", "terms.applicantReply.limit"),
    APPLICANT_CLOCK_START("A8", "relay-accepted"),
    AUTOMATIC_PROMOTION("A9", "on", "off"),
    REQUEST_IS_FIRST_ANSWER("A10", "on"),
    INFORMATION_SUPPLIED_BY("A11", "any-human-reply"),
    LATE_REPLY("A12", "linked-ticket", "reopen"),
    REPLY_AFTER_ANSWER("A13", "windows.replyAfterAnswerDays"),
    REMINDERS("A14", "reminderHours"),
    FURTHER_LETTERS("A15", "same-ticket"),
    SUBJECT_STRICTNESS("A16", "tolerant"),
    DIFFERENT_NUMBERS("A17", "flagged"),
    IMPOSSIBLE_NUMBER("A18", "warning"),
    JAVA_NOT_USED("A19", "on"),
    ADDITIONAL_INFORMATION("A20", "optional"),
    TIME_NOTATION("A21", "colon-slash-dot"),
    SHORT_DAYS("A22", "calendar"),
    TRANSFERS("A23", "calendar"),
    NEW_CALENDAR("A24", "recomputed"),
    ASTANA_TIME("A25", "hours.zone"),
    ANSWER_OUTSIDE_HOURS("A26", "valid"),
    BOUNCED_ANSWER("A27", "back-to-work"),
    DUPLICATES("A28", "windows.duplicateHours"),
    SPLIT("A29", "same-registration"),
    PHONE_CLOCKS("A30", "on", "off"),
    UNRECOGNIZED_LANGUAGE("A31", "kk-ru");

    private final String id;
    private final Set<String> values;

    Choice(String id, String... values) {
        this.id = id;
        this.values = Set.of(values);
    }

    /** The number of the question: {@code A9}. */
    public String id() {
        return id;
    }

    /** What the file of the rules may say. */
    public Set<String> permitted() {
        return values;
    }
}
