package kz.kezek.regulation;

import java.time.Instant;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.Deadline;
import kz.kezek.calendar.Names;
import kz.kezek.calendar.TimeLimit;

/**
 * One term of the regulation.
 *
 * @param clause the requirement it carries out, R20 to R23
 * @param warnBefore how much working time before its end it is called at risk (R31); zero for no warning
 * @param label what people read
 */
public record Term(TermName name, String clause, TimeLimit limit, BusinessTime warnBefore, Names label) {

    /** The deadline of this term from a moment, citing its clause. */
    public Deadline deadline(BusinessCalendar calendar, Instant from) {
        return calendar.deadline(from, limit).citing(clause);
    }
}
