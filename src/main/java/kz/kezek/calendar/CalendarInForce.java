package kz.kezek.calendar;

/**
 * The calendar in force now. It may be another at the next question (A24): ask anew for each piece of work, and work with
 * one answer until the piece is done.
 */
@FunctionalInterface
public interface CalendarInForce {

    BusinessCalendar current();
}
