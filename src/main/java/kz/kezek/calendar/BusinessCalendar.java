package kz.kezek.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * When the service works, and all arithmetic of working time (R21–R24, R28, R29). Immutable and safe to share.
 *
 * <p>A second is working time when its local clock reads an open time of its local day; intervals are half-open. Instants
 * are read to the whole second, a fraction is dropped. A year without data counts by the ordinary week and makes every
 * deadline that touches it provisional; {@link #coveredYears()} tells which years have data. Answers reach from 1900 to
 * 2999; beyond, and when no day works at all, a {@link CalendarException} says so.
 */
public final class BusinessCalendar {

    private final ZoneId zone;
    private final WeeklyHours weekly;
    private final List<OpenInterval> breaks;
    private final TreeMap<Integer, CalendarYear> years;
    private final CalendarVersion version;
    private final Map<LocalDate, BusinessDay> exceptions;
    private final Timeline timeline;
    private final ZoneDays zoneDays;

    private BusinessCalendar(
            ZoneId zone,
            WeeklyHours weekly,
            List<OpenInterval> breaks,
            TreeMap<Integer, CalendarYear> years,
            CalendarVersion version) {
        this.zone = zone;
        this.weekly = weekly;
        this.breaks = List.copyOf(breaks);
        this.years = years;
        this.version = version;
        this.exceptions = ExceptionalDays.resolve(weekly, breaks, years.values());
        this.timeline = Timeline.of(version.id(), zone, weekly, years.navigableKeySet(), this::hoursOn);
        this.zoneDays = new ZoneDays(zone, Timeline.HORIZON_FROM, Timeline.HORIZON_TO);
    }

    /** A calendar of these hours and years; a year given twice is an error. */
    public static BusinessCalendar of(
            ZoneId zone, WeeklyHours weekly, List<CalendarYear> years, CalendarVersion version) {
        TreeMap<Integer, CalendarYear> byYear = new TreeMap<>();
        for (CalendarYear year : years) {
            if (byYear.put(year.year(), year) != null) {
                throw new IllegalArgumentException("the calendar of " + year.year() + " is given twice");
            }
        }
        return new BusinessCalendar(zone, weekly, List.of(), byYear, version);
    }

    /** The same calendar with one year put in or replaced, under a new version (A24). */
    public BusinessCalendar with(CalendarYear year, CalendarVersion newVersion) {
        TreeMap<Integer, CalendarYear> changed = new TreeMap<>(years);
        changed.put(year.year(), year);
        return new BusinessCalendar(zone, weekly, breaks, changed, newVersion);
    }

    /** The same calendar with a break cut out of every day, as a clock with a lunch counts (A5). */
    public BusinessCalendar withBreak(OpenInterval pause) {
        List<OpenInterval> more = new ArrayList<>(breaks);
        more.add(pause);
        CalendarVersion broken = new CalendarVersion(version.id() + " −" + pause, version.author(), version.at());
        return new BusinessCalendar(zone, weekly.without(pause), more, years, broken);
    }

    public ZoneId zone() {
        return zone;
    }

    public CalendarVersion version() {
        return version;
    }

    /** The years that have data, computed ones included. An alarm belongs here long before a year begins. */
    public NavigableSet<Integer> coveredYears() {
        return Collections.unmodifiableNavigableSet(years.navigableKeySet());
    }

    public CalendarYear.Standing standing(int year) {
        CalendarYear known = years.get(year);
        return known == null ? CalendarYear.Standing.MISSING : known.standing();
    }

    /** The years of this calendar with their exceptions, in order. */
    public List<CalendarYear> years() {
        return List.copyOf(years.values());
    }

    public WeeklyHours weeklyHours() {
        return weekly;
    }

    /** The moment a limit runs out, without the explanation. */
    public Instant dueAt(Instant from, TimeLimit limit) {
        return Instant.ofEpochSecond(dueSecond(from.getEpochSecond(), limit));
    }

    /** The moment a limit runs out for a clock that stood still during {@code pauses}. */
    public Instant dueAt(Instant from, TimeLimit limit, List<Pause> pauses) {
        return Instant.ofEpochSecond(due(from.getEpochSecond(), limit, PausedTime.of(pauses)));
    }

    private long dueSecond(long from, TimeLimit limit) {
        return due(from, limit, PausedTime.NONE);
    }

    long due(long from, TimeLimit limit, PausedTime pauses) {
        return switch (limit) {
            case TimeLimit.BusinessHours hours ->
                pauses.reached(from, hours.budget().seconds(), timeline);
            case TimeLimit.BusinessDays days -> closingAfter(from, days.budget(), pauses);
            case TimeLimit.Elapsed elapsed ->
                pauses.reached(from, elapsed.budget().toSeconds(), Clockwork.WALL);
            case TimeLimit.EarlierOf either ->
                Math.min(due(from, either.first(), pauses), due(from, either.second(), pauses));
        };
    }

    /** The moment a limit runs out and why. */
    public Deadline deadline(Instant from, TimeLimit limit) {
        return deadline(from, limit, List.of());
    }

    /** The same for a clock that stood still during {@code pauses}, which may overlap and come in any order. */
    public Deadline deadline(Instant from, TimeLimit limit, List<Pause> pauses) {
        return new Explainer(this, timeline, PausedTime.of(pauses)).deadline(from.getEpochSecond(), limit);
    }

    /** Working time consumed in [from, to); zero when {@code to} is not after {@code from}. */
    public BusinessTime between(Instant from, Instant to) {
        long a = from.getEpochSecond();
        long b = to.getEpochSecond();
        return b <= a ? BusinessTime.ZERO : BusinessTime.ofSeconds(timeline.between(a, b));
    }

    /** Working time consumed in [from, to) by a clock that stood still during {@code pauses}. */
    public BusinessTime between(Instant from, Instant to, List<Pause> pauses) {
        long seconds = PausedTime.of(pauses).between(from.getEpochSecond(), to.getEpochSecond(), timeline);
        return BusinessTime.ofSeconds(seconds);
    }

    /** The first instant at which {@code time} is consumed; {@code from} itself for none. */
    public Instant plus(Instant from, BusinessTime time) {
        return Instant.ofEpochSecond(timeline.plus(from.getEpochSecond(), time.seconds()));
    }

    public boolean isOpen(Instant at) {
        return timeline.isOpen(at.getEpochSecond());
    }

    /** The beginning of the next working second: {@code at} itself, to the second, while open. */
    public Instant nextOpening(Instant at) {
        return Instant.ofEpochSecond(timeline.opens(at.getEpochSecond()));
    }

    /** When the service closes for the day: the day of {@code at}, or of the next opening when {@code at} is past its last. */
    public Instant closing(Instant at) {
        return Instant.ofEpochSecond(closingOfDay(timeline.opens(at.getEpochSecond())));
    }

    /** A day whose every working second is paused is not counted. */
    private long closingAfter(long from, int days, PausedTime pauses) {
        long open = from;
        for (int left = days; left > 0; ) {
            open = timeline.opens(startOfNextDay(open));
            boolean paused = !pauses.stretches().isEmpty() && pauses.between(open, closingOfDay(open), timeline) == 0;
            left -= paused ? 0 : 1;
        }
        return closingOfDay(open);
    }

    private long closingOfDay(long at) {
        long nextDay = startOfNextDay(at);
        return timeline.reached(timeline.worked(nextDay));
    }

    private long startOfNextDay(long at) {
        return zoneDays.startOf(zoneDays.dayOf(at) + 1);
    }

    ZoneDays zoneDays() {
        return zoneDays;
    }

    /** The instant of a second of the local day; 24:00 is the start of the next. */
    long secondOf(LocalDate date, int secondOfDay) {
        return date.atStartOfDay().plusSeconds(secondOfDay).atZone(zone).toEpochSecond();
    }

    LocalDate dateOf(long second) {
        return LocalDate.ofEpochDay(zoneDays.dayOf(second));
    }

    /** What day this is: its kind, its names, its hours. */
    public BusinessDay day(LocalDate date) {
        BusinessDay exceptional = exceptions.get(date);
        if (exceptional != null) {
            return exceptional;
        }
        DayHours hours = weekly.of(date.getDayOfWeek());
        return new BusinessDay(date, hours.isEmpty() ? DayKind.WEEKEND : DayKind.WORKING, List.of(), hours);
    }

    private DayHours hoursOn(LocalDate date) {
        BusinessDay exceptional = exceptions.get(date);
        return exceptional == null ? weekly.of(date.getDayOfWeek()) : exceptional.hours();
    }

    /** The real length of a local day: 25 hours on 29.02.2024 in Almaty. */
    public Duration lengthOf(LocalDate date) {
        return Duration.between(date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone));
    }
}
