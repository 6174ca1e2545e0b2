package kz.kezek.ticket;

/** What came of a step: it was taken, or the ticket stood where it is not possible and nothing was written. */
public sealed interface StepOutcome {

    /** The step was taken; {@code ticket} is the ticket after it. */
    record Taken(Ticket ticket) implements StepOutcome {}

    /** The step is not possible in the ticket's state. */
    record NotPossible(Ticket ticket, Step step) implements StepOutcome {}
}
