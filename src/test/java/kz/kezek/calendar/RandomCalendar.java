package kz.kezek.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A calendar nobody would keep, and its oracle: hours with breaks, days with their own, working weekends, closures, near a
 * change of zone or of year, with or without data.
 *
 * @param start the first second of the window that instants are drawn from
 * @param end the last
 */
record RandomCalendar(BusinessCalendar calendar, SecondBySecond oracle, long start, long end) {

    /** Where clocks go back, forward, and nowhere. */
    private static final List<Place> PLACES = List.of(
            new Place("Asia/Almaty", LocalDate.of(2024, 2, 27)),
            new Place("Asia/Almaty", LocalDate.of(2004, 3, 26)),
            new Place("Asia/Almaty", LocalDate.of(2004, 10, 29)),
            new Place("Asia/Almaty", LocalDate.of(2026, 7, 9)),
            new Place("Asia/Almaty", LocalDate.of(2025, 12, 29)),
            new Place("Europe/Berlin", LocalDate.of(2026, 3, 27)),
            new Place("Europe/Berlin", LocalDate.of(2026, 10, 23)),
            new Place("Asia/Kathmandu", LocalDate.of(1985, 12, 30)),
            new Place("Australia/Lord_Howe", LocalDate.of(2026, 4, 3)));

    private record Place(String zone, LocalDate from) {}

    private static final int DAYS = 7;

    static RandomCalendar draw(Random random) {
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        ZoneId zone = ZoneId.of(place.zone());
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(4) == 0 ? DayHours.NONE : hours(random, random.nextInt(4)));
        }
        List<DayException> exceptions = new ArrayList<>();
        Map<LocalDate, List<int[]>> own = new HashMap<>();
        List<SecondBySecond.ClosedPart> closed = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            draw(random, place.from().plusDays(i), exceptions, own, closed);
        }
        WeeklyHours weekly = new WeeklyHours(week);
        Map<DayOfWeek, List<int[]>> oracleWeek = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> oracleWeek.put(day, SecondBySecond.intervals(hours.intervals())));
        long start = place.from().atStartOfDay(zone).toEpochSecond();
        return new RandomCalendar(
                BusinessCalendar.of(
                        zone, weekly, years(exceptions), new CalendarVersion("random", "test", Instant.EPOCH)),
                new SecondBySecond(zone, oracleWeek, own, closed),
                start,
                start + DAYS * 86_400L);
    }

    private static void draw(
            Random random,
            LocalDate date,
            List<DayException> exceptions,
            Map<LocalDate, List<int[]>> own,
            List<SecondBySecond.ClosedPart> closed) {
        switch (random.nextInt(8)) {
            case 0 -> {
                exceptions.add(DayException.of(date, DayKind.HOLIDAY, new Names("праздник", "мереке", "holiday")));
                own.put(date, List.of());
            }
            case 1 -> {
                DayHours hours = hours(random, 1 + random.nextInt(2));
                exceptions.add(DayException.of(date, DayKind.SHORT_DAY, Names.NONE)
                        .withHours(hours.intervals().toArray(OpenInterval[]::new)));
                own.put(date, SecondBySecond.intervals(hours.intervals()));
            }
            case 2 -> {
                DayHours hours = hours(random, 1);
                exceptions.add(DayException.of(date, DayKind.WORKING_WEEKEND, Names.NONE)
                        .withHours(hours.intervals().toArray(OpenInterval[]::new)));
                own.put(date, SecondBySecond.intervals(hours.intervals()));
            }
            case 3 -> {
                OpenInterval part = interval(random);
                exceptions.add(DayException.of(date, DayKind.CLOSURE, new Names("ремонт", "жөндеу", "repair"))
                        .withHours(part));
                closed.add(new SecondBySecond.ClosedPart(date, part.fromSecond(), part.toSecond()));
            }
            default -> {}
        }
    }

    private static DayHours hours(Random random, int count) {
        List<OpenInterval> intervals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            intervals.add(interval(random));
        }
        return new DayHours(intervals);
    }

    private static OpenInterval interval(Random random) {
        int a = edge(random);
        int b = edge(random);
        return a == b ? OpenInterval.WHOLE_DAY : new OpenInterval(Math.min(a, b), Math.max(a, b));
    }

    private static int edge(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 86_400;
            case 2 -> random.nextInt(86_400);
            default -> random.nextInt(48) * 1_800;
        };
    }

    /** Only years with exceptions have data, so a window over New Year meets the seam between known and unknown years. */
    private static List<CalendarYear> years(List<DayException> exceptions) {
        Map<Integer, List<DayException>> byYear = new HashMap<>();
        exceptions.forEach(exception -> byYear.computeIfAbsent(exception.date().getYear(), year -> new ArrayList<>())
                .add(exception));
        return byYear.entrySet().stream()
                .map(year -> new CalendarYear(year.getKey(), CalendarYear.Standing.PUBLISHED, "", year.getValue()))
                .toList();
    }

    long instant(Random random) {
        long any = start + random.nextLong(end - start);
        return random.nextBoolean() ? any : any - Math.floorMod(any, 1_800);
    }

    boolean everWorks() {
        return calendar.weeklyHours().days().values().stream().anyMatch(hours -> !hours.isEmpty());
    }
}
