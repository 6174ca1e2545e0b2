package kz.kezek.intake;

import kz.kezek.ticket.TicketNumber;

/** What became of an act on a quarantined letter. */
public sealed interface QuarantineOutcome {

    /** The letter belongs to this ticket now. */
    record Settled(TicketNumber ticket) implements QuarantineOutcome {}

    /** The letter is dealt with, or waits again. */
    record Done() implements QuarantineOutcome {}

    /** Somebody else has dealt with the letter meanwhile. */
    record GoneMeanwhile() implements QuarantineOutcome {}

    /** There is no such ticket. */
    record NoSuchTicket() implements QuarantineOutcome {}

    /** Nobody can be asked: no address, a null sender, a machine. */
    record NobodyToAsk() implements QuarantineOutcome {}

    /** The letter to the sender is on its way and cannot be taken back. */
    record TooLate() implements QuarantineOutcome {}
}
