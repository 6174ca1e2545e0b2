package kz.kezek.calendar;

import java.time.Instant;

/** The moment a {@link TimeLimit} runs out (срок как момент), with why it is that one. Met at {@code dueAt} itself (A4). */
public record Deadline(Instant dueAt, Explanation explanation) {

    /** Whether a year without calendar data was counted by the ordinary week alone; the explanation names the year. */
    public boolean provisional() {
        return explanation.provisional();
    }

    /** The same deadline, resting on a clause of the regulation such as {@code R21}. */
    public Deadline citing(String clause) {
        return new Deadline(dueAt, explanation.citing(clause));
    }
}
