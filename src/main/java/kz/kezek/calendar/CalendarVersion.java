package kz.kezek.calendar;

import java.time.Instant;

/** Which calendar a deadline was computed by: its name, who put it in force and when (A24). */
public record CalendarVersion(String id, String author, Instant at) {}
