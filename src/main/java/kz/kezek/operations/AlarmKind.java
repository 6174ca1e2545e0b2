package kz.kezek.operations;

/** What can be wrong with the service. */
public enum AlarmKind {
    /** No mail came for so many working hours. */
    NO_MAIL(true),
    /** A door is not open. */
    DOOR_DOWN(true),
    /** A letter in custody has had no fate for minutes. */
    UNPROCESSED(true),
    /** A letter of ours has not left for minutes. */
    OUTBOX_STUCK(true),
    /** Letters wait in quarantine for a person (R34). */
    QUARANTINE_WAITING(false),
    /** The clocks of database and program differ. */
    CLOCK_SKEW(false),
    /** The calendar of this or, from October, of the next year is not published. */
    CALENDAR_MISSING(true),
    /** The disk is nearly full. */
    DISK_LOW(true),
    /** The bucket does not take or give bytes. */
    BUCKET_AWAY(true),
    /** The ledger does not add up. */
    LEDGER_DIFFERENCE(true),
    /** A mailbox holds letters that the ledger does not know. */
    MAILBOX_DIFFERENCE(true);

    private final boolean agentsBusiness;

    AlarmKind(boolean agentsBusiness) {
        this.agentsBusiness = agentsBusiness;
    }

    /** Whether agents see it over their pages: it changes what they can rely on. */
    public boolean agentsBusiness() {
        return agentsBusiness;
    }

    /** Whether it is found on one node only, so that another node's good look does not end it. */
    boolean local() {
        return this == DOOR_DOWN || this == CLOCK_SKEW || this == DISK_LOW || this == BUCKET_AWAY;
    }

    /** The name of its texts. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
