package kz.kezek.ticket;

/** As whom an address takes part in a ticket: all may write into it by its number, none but the applicant is written to. */
public enum ParticipantRole {
    /** The one who asks; never removed. */
    APPLICANT,
    /** In copy of the letter that began the ticket. */
    COPIED,
    /** Speaks for the applicant, by an agent's decision: his replies also complete the form. */
    REPRESENTATIVE
}
