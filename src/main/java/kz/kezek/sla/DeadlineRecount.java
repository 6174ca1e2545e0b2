package kz.kezek.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.DeadlineMoves;
import kz.kezek.ticket.TicketEvent.DeadlineMoved;
import kz.kezek.ticket.TicketId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every running clock counted anew by another calendar (A24). What has ended keeps its verdict and its calendar. A running
 * clock knows its start; nothing else of its ticket is read.
 */
final class DeadlineRecount {

    private static final int BATCH = 5000;

    private final Regulation regulation;
    private final OpenClocks clocks;
    private final DeadlineMoves moves;
    private final ClockTimerRows timers;

    DeadlineRecount(JdbcClient jdbc, JsonMapper json, Journal journal, Regulation regulation) {
        this.regulation = regulation;
        this.clocks = new OpenClocks(jdbc);
        this.moves = DeadlineMoves.over(jdbc, json, journal);
        this.timers = new ClockTimerRows(jdbc);
    }

    /** Whether a running clock counts by another calendar than this. */
    boolean isNeeded(BusinessCalendar calendar) {
        return clocks.anyNotUnder(calendar.version().id());
    }

    /** Shuts out every other change of any ticket until the transaction ends. */
    void holdAllTickets() {
        moves.holdAllTickets();
    }

    /** What {@link #recount} would move; changes nothing. */
    List<MovedDeadline> foresee(BusinessCalendar calendar) {
        return clocks.notUnder(calendar.version().id()).stream()
                .flatMap(clock -> moved(clock, calendar).stream())
                .toList();
    }

    /** Recounts, in the caller's transaction, which has called {@link #holdAllTickets}. */
    List<MovedDeadline> recount(BusinessCalendar calendar, Actor actor, Instant at) {
        return recount(clocks.notUnder(calendar.version().id()), calendar, actor, at);
    }

    /** The same for every running clock: after a change of the rules. */
    List<MovedDeadline> recountAll(BusinessCalendar calendar, Actor actor, Instant at) {
        return recount(clocks.all(), calendar, actor, at);
    }

    private List<MovedDeadline> recount(List<OpenClock> open, BusinessCalendar calendar, Actor actor, Instant at) {
        String version = calendar.version().id();
        List<MovedDeadline> moved = new ArrayList<>();
        for (List<OpenClock> batch : batches(open, calendar)) {
            moved.addAll(move(batch, calendar, actor, at));
        }
        clocks.confirmRest(version);
        return List.copyOf(moved);
    }

    /** In batches that hold each ticket once, so that its events and journal entries follow each other. */
    private List<List<OpenClock>> batches(List<OpenClock> open, BusinessCalendar calendar) {
        List<List<OpenClock>> batches = new ArrayList<>();
        Map<TicketId, OpenClock> batch = new LinkedHashMap<>();
        for (OpenClock clock : open) {
            // C0 runs round the clock: no calendar moves it, only other rules do.
            if (clock.kind() == TermName.ACCEPTANCE && moved(clock, calendar).isEmpty()) {
                continue;
            }
            if (batch.size() == BATCH || batch.containsKey(clock.ticket())) {
                batches.add(List.copyOf(batch.values()));
                batch.clear();
            }
            batch.put(clock.ticket(), clock);
        }
        batches.add(List.copyOf(batch.values()));
        return batches;
    }

    private List<MovedDeadline> move(List<OpenClock> batch, BusinessCalendar calendar, Actor actor, Instant at) {
        String version = calendar.version().id();
        List<MovedDeadline> moved = new ArrayList<>();
        List<SlaClock> running = new ArrayList<>();
        Map<TicketId, DeadlineMoved> events = new LinkedHashMap<>();
        List<ClockTimer> meant = new ArrayList<>();
        for (OpenClock clock : batch) {
            moved(clock, calendar).ifPresent(move -> {
                moved.add(move);
                running.add(clock.due(move.to(), version));
                events.put(move.ticket(), new DeadlineMoved(at, move.kind(), move.from(), move.to(), version));
                meant.add(ClockTimers.tellMoved(move.ticket(), at, calendar));
            });
            timer(clock, calendar).ifPresent(meant::add);
        }
        clocks.move(running, moved.stream().map(MovedDeadline::ticket).toList(), version);
        moves.record(events, actor, at);
        timers.add(meant);
        return moved;
    }

    private Optional<MovedDeadline> moved(OpenClock clock, BusinessCalendar calendar) {
        Instant dueAt = dueAt(clock, calendar);
        return dueAt.equals(clock.dueAt())
                ? Optional.empty()
                : Optional.of(new MovedDeadline(clock.ticket(), clock.number(), clock.kind(), clock.dueAt(), dueAt));
    }

    private Instant dueAt(OpenClock clock, BusinessCalendar calendar) {
        return calendar.dueAt(clock.startedAt(), regulation.term(clock.kind()).limit());
    }

    /** A reminder may move although the deadline does not: a day closed, another opened, both before its end. */
    private Optional<ClockTimer> timer(OpenClock clock, BusinessCalendar calendar) {
        if (clock.kind() != TermName.APPLICANT_REPLY) {
            return Optional.empty();
        }
        SlaClock running = clock.due(dueAt(clock, calendar), calendar.version().id());
        return Optional.of(ClockTimers.next(clock.ticket(), running, clock.remindedAfter(), regulation, calendar));
    }
}
