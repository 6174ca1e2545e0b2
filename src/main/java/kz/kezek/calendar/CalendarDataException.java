package kz.kezek.calendar;

/** Calendar data that cannot be trusted: malformed, or at odds with itself. One sentence naming the file and line or day. */
public final class CalendarDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CalendarDataException(String message) {
        super(message);
    }
}
