package kz.kezek.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Computes one deadline and writes down every stretch on the way to it. */
final class Explainer {

    private final BusinessCalendar calendar;
    private final Timeline timeline;
    private final ZoneDays zoneDays;
    private final PausedTime pauses;
    private final SpanList spans = new SpanList();

    Explainer(BusinessCalendar calendar, Timeline timeline, PausedTime pauses) {
        this.calendar = calendar;
        this.timeline = timeline;
        this.zoneDays = calendar.zoneDays();
        this.pauses = pauses;
    }

    Deadline deadline(long from, TimeLimit limit) {
        List<Explanation.Candidate> candidates = new ArrayList<>(2);
        collect(from, limit, candidates);
        Explanation.Candidate deciding = candidates.getFirst();
        for (Explanation.Candidate candidate : candidates) {
            deciding = candidate.dueAt().isBefore(deciding.dueAt()) ? candidate : deciding;
        }
        long due = deciding.dueAt().getEpochSecond();
        write(from, due, deciding.limit() instanceof TimeLimit.Elapsed);
        Explanation explanation = new Explanation(
                Instant.ofEpochSecond(from),
                deciding.dueAt(),
                limit,
                deciding.limit(),
                candidates,
                spans.toList(),
                calendar.zone(),
                calendar.version(),
                uncertainYears(from, due, deciding.limit()),
                "");
        return new Deadline(deciding.dueAt(), explanation);
    }

    private void collect(long from, TimeLimit limit, List<Explanation.Candidate> candidates) {
        if (limit instanceof TimeLimit.EarlierOf either) {
            collect(from, either.first(), candidates);
            collect(from, either.second(), candidates);
        } else {
            candidates.add(new Explanation.Candidate(limit, Instant.ofEpochSecond(calendar.due(from, limit, pauses))));
        }
    }

    /** A limit by the wall clock does not ask the calendar, so no year can make it uncertain. */
    private List<Explanation.UncertainYear> uncertainYears(long from, long due, TimeLimit deciding) {
        if (deciding instanceof TimeLimit.Elapsed) {
            return List.of();
        }
        List<Explanation.UncertainYear> uncertain = new ArrayList<>(0);
        int last = calendar.dateOf(due).getYear();
        for (int year = calendar.dateOf(from).getYear(); year <= last; year++) {
            CalendarYear.Standing standing = calendar.standing(year);
            if (standing != CalendarYear.Standing.PUBLISHED) {
                uncertain.add(new Explanation.UncertainYear(year, standing));
            }
        }
        return uncertain;
    }

    private void write(long from, long due, boolean roundTheClock) {
        long at = from;
        for (PausedTime.Stretch pause : pauses.stretches()) {
            long start = Math.max(at, pause.from());
            long end = Math.min(due, pause.to());
            if (start < end) {
                writeRunning(at, start, roundTheClock);
                spans.add(start, end, Span.Reason.PAUSE, Names.NONE);
                at = end;
            }
        }
        writeRunning(at, due, roundTheClock);
    }

    private void writeRunning(long from, long to, boolean roundTheClock) {
        if (roundTheClock) {
            spans.add(from, to, Span.Reason.ROUND_THE_CLOCK, Names.NONE);
            return;
        }
        long at = from;
        while (at < to) {
            long opens = nextOpening(at, to);
            writeGap(at, opens);
            at = opens;
            if (at < to) {
                long closes = timeline.closes(at, to);
                spans.add(at, closes, Span.Reason.COUNTED, Names.NONE);
                at = closes;
            }
        }
    }

    /** No later than {@code to}: after it there may be no opening at all. */
    private long nextOpening(long at, long to) {
        long worked = timeline.worked(at);
        return worked == timeline.worked(to) ? to : timeline.reached(worked + 1) - 1;
    }

    private void writeGap(long from, long to) {
        long at = from;
        while (at < to) {
            long day = zoneDays.dayOf(at);
            long end = Math.min(to, zoneDays.startOf(day + 1));
            writeClosed(at, end, calendar.day(LocalDate.ofEpochDay(day)));
            at = end;
        }
    }

    private void writeClosed(long from, long to, BusinessDay day) {
        if (!day.isWorking()) {
            spans.add(from, to, reasonOf(day.kind()), day.names().orElse(Names.NONE));
            return;
        }
        long at = from;
        for (ClosedHours closure : closuresOf(day)) {
            long start = Math.max(at, closure.from());
            long end = Math.min(to, closure.to());
            if (start < end) {
                writeBreakOrNight(at, start);
                spans.add(start, end, Span.Reason.CLOSURE, closure.names());
                at = end;
            }
        }
        writeBreakOrNight(at, to);
    }

    private record ClosedHours(long from, long to, Names names) {}

    private List<ClosedHours> closuresOf(BusinessDay day) {
        if (day.exceptions().isEmpty()) {
            return List.of();
        }
        return day.exceptions().stream()
                .filter(exception -> exception.kind() == DayKind.CLOSURE)
                .flatMap(exception -> exception.hours().intervals().stream()
                        .map(closed -> new ClosedHours(
                                calendar.secondOf(day.date(), closed.fromSecond()),
                                calendar.secondOf(day.date(), closed.toSecond()),
                                exception.names())))
                .sorted(Comparator.comparingLong(ClosedHours::from))
                .toList();
    }

    /** A break has work before and after it on its day. */
    private void writeBreakOrNight(long from, long to) {
        if (from >= to) {
            return;
        }
        long day = zoneDays.dayOf(from);
        long start = zoneDays.startOf(day);
        long end = zoneDays.startOf(day + 1);
        boolean between = start < from && to < end;
        boolean isBreak = between && timeline.between(start, from) > 0 && timeline.between(to, end) > 0;
        spans.add(from, to, isBreak ? Span.Reason.BREAK : Span.Reason.NIGHT, Names.NONE);
    }

    private static Span.Reason reasonOf(DayKind kind) {
        return switch (kind) {
            case HOLIDAY, TRANSFERRED_DAY_OFF, DAY_OFF_NOT_TRANSFERRED -> Span.Reason.HOLIDAY;
            case MOVED_DAY_OFF -> Span.Reason.MOVED_DAY_OFF;
            case CLOSURE -> Span.Reason.CLOSURE;
            case WEEKEND -> Span.Reason.WEEKEND;
            case WORKING, WORKING_WEEKEND, WORKING_AGAIN, SHORT_DAY -> Span.Reason.CLOSURE;
        };
    }
}
