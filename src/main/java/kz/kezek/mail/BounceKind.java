package kz.kezek.mail;

/** What a report about a letter of ours says. */
public enum BounceKind {
    /** Not delivered, and never will be. */
    FAILURE,
    /** Not delivered yet; the server goes on trying. */
    DELAYED,
    /** Delivered or passed on (a success report, RFC 3464 §2.3.3). */
    DELIVERED,
    /** A complaint by the one who got it (RFC 5965). */
    FEEDBACK,
    /** A vacation or other automatic reply: it did arrive, nobody has read it (RFC 3834). */
    VACATION;

    /** Whether the letter did not reach its recipient (yet). */
    public boolean undelivered() {
        return this == FAILURE || this == DELAYED;
    }
}
