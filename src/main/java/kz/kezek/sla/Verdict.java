package kz.kezek.sla;

/** How a clock stands or ended. */
public enum Verdict {
    /** Still running. */
    RUNNING,
    /** Ended within its limit: consumed working time ≤ budget (A4). */
    MET,
    /** Ended, or known to end, after its limit. */
    BREACHED,
    /** Ended without meaning: its Запрос never arrived (A8), or the ticket was no обращение. */
    VOID
}
