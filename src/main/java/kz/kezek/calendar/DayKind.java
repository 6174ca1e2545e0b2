package kz.kezek.calendar;

/** What a day of the calendar is, in the words of the law on holidays (267-II) and of the Labour Code. */
public enum DayKind {
    /** A working day of the ordinary week. */
    WORKING,
    /** A day off of the ordinary week. */
    WEEKEND,
    /** A national or state holiday. */
    HOLIDAY,
    /** The working day that rests because a holiday fell on a day off. */
    TRANSFERRED_DAY_OFF,
    /** 7 January and the first day of Kurban Ait: off, and never transferred. */
    DAY_OFF_NOT_TRANSFERRED,
    /** A working day that rests in exchange for a {@link #WORKING_WEEKEND}, by an order of the year. */
    MOVED_DAY_OFF,
    /** A day off that works in exchange for a {@link #MOVED_DAY_OFF}. */
    WORKING_WEEKEND,
    /** A transferred day off that an order made a working day again. */
    WORKING_AGAIN,
    /** A working day with hours of its own (A22). */
    SHORT_DAY,
    /** A day, or hours of it, when the service is closed once. */
    CLOSURE;

    /** Whether the day works by its kind; a closure of some hours leaves the rest of the day working. */
    public boolean works() {
        return switch (this) {
            case WORKING, WORKING_WEEKEND, WORKING_AGAIN, SHORT_DAY -> true;
            case WEEKEND, HOLIDAY, TRANSFERRED_DAY_OFF, DAY_OFF_NOT_TRANSFERRED, MOVED_DAY_OFF, CLOSURE -> false;
        };
    }
}
