package kz.kezek.intake;

/** Why a letter is in quarantine (R34): the words for people are the pages'. */
public enum QuarantineReason {
    /** Neither its author nor its envelope names anybody a ticket could be registered for. */
    NO_SENDER,
    /** Reading or settling it failed again and again. */
    NOT_SETTLED
}
