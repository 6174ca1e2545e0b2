package kz.kezek.sla;

import java.util.List;
import kz.kezek.calendar.CalendarVersion;

/** What came of publishing a calendar, or of asking what it would do. */
public sealed interface PublicationOutcome {

    /** It is in force, and these deadlines have moved. */
    record Published(CalendarVersion version, List<MovedDeadline> moved) implements PublicationOutcome {}

    /** It would move these deadlines; nothing was changed. */
    record Foreseen(List<MovedDeadline> moved) implements PublicationOutcome {}

    /** The years are in force already. */
    record NothingNew() implements PublicationOutcome {}

    /** The years are no calendar to count by, for these reasons (sentences without a full stop); nothing was changed. */
    record Refused(List<String> reasons) implements PublicationOutcome {}
}
