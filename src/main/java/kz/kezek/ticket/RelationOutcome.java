package kz.kezek.ticket;

/** What came of relating a ticket to another ticket or to an address: it was done, or nothing was written. */
public sealed interface RelationOutcome {

    /** It was done; {@code ticket} is where the work goes on. */
    record Related(Ticket ticket) implements RelationOutcome {}

    /** It was not done. */
    record Hindered(Hindrance why) implements RelationOutcome {}

    /** Why not. */
    enum Hindrance {
        NO_SUCH_TICKET,
        SAME_TICKET,
        /** The ticket's state does not allow it. */
        STATE,
        /** Nobody works on the other ticket any more. */
        OTHER_ENDED,
        /** The other ticket awaits its applicant, and this is no reply to it. */
        OTHER_AWAITS_APPLICANT,
        /** Another applicant's ticket: an agent must say that this is meant. */
        OTHER_APPLICANT,
        /** The other ticket was worked on, or took another one in, since the merger. */
        WORKED_ON_SINCE,
        ALREADY_SO,
        NOT_SO,
        /** What is to be split off is nothing, or letters of several people, or not of this ticket. */
        LETTERS,
        ADDRESS;

        /** The same word for texts: {@code other-applicant}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The hindrance as an outcome. */
    static RelationOutcome hindered(Hindrance why) {
        return new Hindered(why);
    }
}
