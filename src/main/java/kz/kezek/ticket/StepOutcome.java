package kz.kezek.ticket;

import kz.kezek.ticket.Lifecycle.LetterCue;

/** What came of a step: it was taken, or the ticket stood where it is not possible and nothing was written. */
public sealed interface StepOutcome {

    /** The step was taken; {@code ticket} is the ticket after it, {@code letter} what it now sends to the applicant. */
    record Taken(Ticket ticket, LetterCue letter) implements StepOutcome {
        /** What was asked for sends no letter. */
        public static Taken silently(Ticket ticket) {
            return new Taken(ticket, LetterCue.NOTHING);
        }
    }

    /** The step is not possible in the ticket's state. */
    record NotPossible(Ticket ticket, Step step) implements StepOutcome {}
}
