package kz.kezek.calendar;

/** The calendar cannot answer: it has no working time, or the moment lies beyond its horizon. The message is one sentence. */
public final class CalendarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CalendarException(String message) {
        super(message);
    }
}
