package kz.kezek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Local days of a zone in plain arithmetic: the offsets between two seconds, laid out once. Days are epoch days. */
final class ZoneDays {

    private static final long DAY = 86_400L;

    private final ZoneId zone;
    private final long[] since;
    private final int[] offsets;

    ZoneDays(ZoneId zone, long from, long to) {
        this.zone = zone;
        ZoneRules rules = zone.getRules();
        List<Long> starts = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        long at = from;
        while (at < to) {
            Instant instant = Instant.ofEpochSecond(at);
            starts.add(at);
            values.add(rules.getOffset(instant).getTotalSeconds());
            ZoneOffsetTransition next = rules.nextTransition(instant);
            at = next == null ? to : next.toEpochSecond();
        }
        this.since = starts.stream().mapToLong(Long::longValue).toArray();
        this.offsets = values.stream().mapToInt(Integer::intValue).toArray();
    }

    long dayOf(long second) {
        return Math.floorDiv(second + offsets[segment(second)], DAY);
    }

    /** The first second of a local day, also of one whose midnight is skipped. */
    long startOf(long day) {
        long utcMidnight = day * DAY;
        int segment = segment(utcMidnight);
        long start = utcMidnight - offsets[segment];
        boolean farFromChanges =
                start - DAY > since[segment] && (segment == since.length - 1 || start + DAY < since[segment + 1]);
        return farFromChanges
                ? start
                : LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    }

    /** The last one first: most zones have settled, and deadlines live in the present. */
    private int segment(long second) {
        int last = since.length - 1;
        if (second >= since[last]) {
            return last;
        }
        int found = Arrays.binarySearch(since, second);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
