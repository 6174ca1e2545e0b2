package kz.kezek.ticket;

/** Who may take a step in a ticket. */
public enum Party {
    SYSTEM,
    APPLICANT,
    AGENT
}
