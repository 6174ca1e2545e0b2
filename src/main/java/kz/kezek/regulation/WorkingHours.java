package kz.kezek.regulation;

import java.time.ZoneId;
import kz.kezek.calendar.WeeklyHours;

/** When the service works, by whose clock (R24, A25). */
public record WorkingHours(ZoneId zone, WeeklyHours weekly) {}
