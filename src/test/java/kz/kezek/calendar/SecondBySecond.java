package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The oracle: asks of every single second whether it is open and counts. It shares nothing with the product but the
 * definition, "a second is open when its local clock reads an open time of its local day".
 */
record SecondBySecond(
        ZoneId zone, Map<DayOfWeek, List<int[]>> week, Map<LocalDate, List<int[]>> days, List<ClosedPart> closed) {

    record ClosedPart(LocalDate date, int from, int to) {}

    boolean open(long second) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
        LocalDate date = local.toLocalDate();
        int clock = local.toLocalTime().toSecondOfDay();
        for (ClosedPart part : closed) {
            if (part.date().equals(date) && part.from() <= clock && clock < part.to()) {
                return false;
            }
        }
        List<int[]> hours = days.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
        for (int[] interval : hours) {
            if (interval[0] <= clock && clock < interval[1]) {
                return true;
            }
        }
        return false;
    }

    long between(long from, long to) {
        long count = 0;
        for (long second = from; second < to; second++) {
            count += open(second) ? 1 : 0;
        }
        return count;
    }

    private static boolean inside(long second, List<long[]> pauses) {
        for (long[] pause : pauses) {
            if (pause[0] <= second && second < pause[1]) {
                return true;
            }
        }
        return false;
    }

    /** The first second at which the budget is consumed, or -1 when {@code end} comes first. */
    long due(long from, long budget, List<long[]> pauses, long end) {
        long left = budget;
        long second = from;
        while (left > 0 && second < end) {
            left -= open(second) && !inside(second, pauses) ? 1 : 0;
            second++;
        }
        return left == 0 ? second : -1;
    }

    /** The closing of the n-th day after the day of {@code from} that has an open second, or -1 when {@code end} comes first. */
    long closingAfter(long from, int days, long end) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(from), zone);
        int found = 0;
        while (true) {
            day = day.plusDays(1);
            long start = day.atStartOfDay(zone).toEpochSecond();
            long stop = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
            if (stop > end) {
                return -1;
            }
            long last = -1;
            for (long second = start; second < stop; second++) {
                last = open(second) ? second : last;
            }
            found += last >= 0 ? 1 : 0;
            if (found == days) {
                return last + 1;
            }
        }
    }

    static List<int[]> intervals(List<OpenInterval> open) {
        List<int[]> intervals = new ArrayList<>();
        for (OpenInterval interval : open) {
            intervals.add(new int[] {interval.fromSecond(), interval.toSecond()});
        }
        return intervals;
    }
}
