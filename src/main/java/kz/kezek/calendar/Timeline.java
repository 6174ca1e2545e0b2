package kz.kezek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** All working seconds between 1900 and 3000 as pieces with running sums: every question is a binary search or two. */
final class Timeline implements Clockwork {

    static final long HORIZON_FROM =
            LocalDate.of(1900, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    static final long HORIZON_TO =
            LocalDate.of(3000, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    private final String name;
    private final Piece[] pieces;
    private final long[] from;
    /** Working seconds before piece i; one more entry for the whole. */
    private final long[] before;
    /** The piece of covered years, tried first: it answers almost every question. */
    private final int usual;

    private Timeline(String name, List<Piece> pieces) {
        this.name = name;
        this.pieces = pieces.toArray(Piece[]::new);
        this.from = pieces.stream().mapToLong(Piece::from).toArray();
        this.before = new long[pieces.size() + 1];
        int covered = 0;
        for (int i = 0; i < this.pieces.length; i++) {
            before[i + 1] = before[i] + this.pieces[i].worked(this.pieces[i].to());
            covered = this.pieces[i] instanceof Days ? i : covered;
        }
        this.usual = covered;
    }

    static Timeline of(
            String name,
            ZoneId zone,
            WeeklyHours weekly,
            SortedSet<Integer> coveredYears,
            Function<LocalDate, DayHours> hours) {
        ZoneRules rules = zone.getRules();
        Weeks.WeekSums week = Weeks.WeekSums.of(weekly);
        List<Piece> pieces = new ArrayList<>();
        long at = HORIZON_FROM;
        for (int year : coveredYears) {
            long start = startOf(year, zone);
            if (!coveredYears.contains(year - 1)) {
                addWeeks(pieces, at, start, rules, week);
                at = start;
            }
            if (!coveredYears.contains(year + 1)) {
                long end = startOf(year + 1, zone);
                pieces.add(Days.of(at, end, rules, hours));
                at = end;
            }
        }
        addWeeks(pieces, at, HORIZON_TO, rules, week);
        return new Timeline(name, pieces);
    }

    private static long startOf(int year, ZoneId zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toEpochSecond();
    }

    private static void addWeeks(List<Piece> pieces, long from, long to, ZoneRules rules, Weeks.WeekSums week) {
        long at = from;
        while (at < to) {
            Instant instant = Instant.ofEpochSecond(at);
            ZoneOffsetTransition next = rules.nextTransition(instant);
            long until = next == null ? to : Math.min(to, next.toEpochSecond());
            pieces.add(new Weeks(at, until, rules.getOffset(instant).getTotalSeconds(), week));
            at = until;
        }
    }

    /** Working seconds between the horizon and {@code at}. */
    long worked(long at) {
        int piece = pieceAt(at);
        return before[piece] + pieces[piece].worked(at);
    }

    /** The first second at which {@code sum} working seconds since the horizon are consumed; sum &gt; 0. */
    long reached(long sum) {
        int piece = pieceReaching(sum);
        return pieces[piece].reached(sum - before[piece]);
    }

    @Override
    public long between(long from, long to) {
        return worked(to) - worked(from);
    }

    @Override
    public long plus(long from, long seconds) {
        return seconds == 0 ? from : reached(worked(from) + seconds);
    }

    boolean isOpen(long at) {
        return worked(at + 1) > worked(at);
    }

    /** {@code at} when open, else the next second that is. */
    long opens(long at) {
        return reached(worked(at) + 1) - 1;
    }

    /** The end of the open stretch holding {@code at}, which is open; no later than {@code limit}. */
    long closes(long at, long limit) {
        long end = at;
        do {
            end = pieces[pieceAt(end)].closes(end);
        } while (end < limit && isOpen(end));
        return Math.min(end, limit);
    }

    private int pieceAt(long at) {
        if (at >= from[usual] && at < pieces[usual].to()) {
            return usual;
        }
        if (at < HORIZON_FROM || at >= HORIZON_TO - 1) {
            throw new CalendarException("The moment lies beyond the horizon of the calendar, 1900 to 2999");
        }
        int found = Arrays.binarySearch(from, at);
        return found >= 0 ? found : -found - 2;
    }

    private int pieceReaching(long sum) {
        if (sum > before[usual] && sum <= before[usual + 1]) {
            return usual;
        }
        if (before[pieces.length] == 0) {
            throw new CalendarException("The calendar " + name + " has no working day, so no deadline can be computed");
        }
        if (sum > before[pieces.length]) {
            throw new CalendarException(
                    "The deadline lies beyond the horizon of the calendar " + name + ", the year 2999");
        }
        int low = 0;
        int high = pieces.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] < sum) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
