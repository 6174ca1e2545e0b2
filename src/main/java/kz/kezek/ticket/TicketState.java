package kz.kezek.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands (regulation §2). What may happen in each state is the table {@link Lifecycle}. */
public enum TicketState {
    /** The letter is in custody and has no number yet. */
    RECEIVED,
    REGISTERED,
    IN_PROGRESS,
    AWAITING_APPLICANT,
    INFORMATION_SUPPLIED,
    ANSWERED,
    CLOSED,
    DISCONTINUED,
    NOT_A_REQUEST,
    DUPLICATE,
    MERGED;

    private static final Set<TicketState> OPEN =
            EnumSet.of(REGISTERED, IN_PROGRESS, AWAITING_APPLICANT, INFORMATION_SUPPLIED);

    /** Whether somebody still has to do something: the states of the queue. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
