package kz.kezek.workspace;

import java.util.Comparator;
import java.util.Optional;
import kz.kezek.regulation.TermName;

/**
 * What the queue must know of an open ticket to find its place.
 *
 * @param awaiting whether the next step is the applicant's
 * @param due when its clock runs out, in seconds since 1970; {@link #NEVER} without a clock
 * @param assignee the agent's key; {@link #NOBODY} when it is free
 */
record OpenTicket(
        long id,
        String number,
        boolean awaiting,
        boolean undelivered,
        Optional<TermName> clock,
        long due,
        long assignee) {

    /** What runs out first is first. */
    static final Comparator<OpenTicket> BY_DEADLINE =
            Comparator.comparingLong(OpenTicket::due).thenComparingLong(OpenTicket::id);

    static final long NEVER = Long.MIN_VALUE;
    static final long NOBODY = 0;
}
