package kz.kezek.drawing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.Explanation;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.drawing.Position.Anchor;
import kz.kezek.drawing.RibbonStretches.Stretch;
import kz.kezek.drawing.RibbonView.Kind;
import kz.kezek.drawing.RibbonView.Mark;
import kz.kezek.drawing.RibbonView.Moment;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import org.springframework.stereotype.Component;

/** Draws why a running clock ends when it does, from the same explanation that letters and the API give. */
@Component
public class Ribbons {

    /** Between two words below or above the ribbon. */
    private static final double MARK_ROOM = 0.09;

    private static final double DAY_ROOM = 0.125;
    private static final double LABEL_ROOM = 0.06;
    private static final double EDGE = 0.05;

    private final TicketClocks clocks;
    private final CalendarInForce calendars;

    Ribbons(TicketClocks clocks, CalendarInForce calendars) {
        this.clocks = clocks;
        this.calendars = calendars;
    }

    /** Why this clock of a ticket ends when it does, as seen now. */
    public RibbonView of(SlaClock clock, Moments moments) {
        return of(clocks.explain(clock), moments);
    }

    /** Why a deadline is what it is, as seen now. */
    public RibbonView of(Explanation explanation, Moments moments) {
        Instant now = moments.at().isBefore(explanation.from()) ? explanation.from() : moments.at();
        BusinessTime overdue = calendars.current().between(explanation.dueAt(), now);
        List<Stretch> stretches = RibbonStretches.of(explanation, now, overdue, moments);
        var words = ExplanationWords.of(explanation, moments.words().language().locale());
        return new RibbonView(
                new RibbonView.Sum(
                        moments.deadlines().left(calendars.current().between(explanation.from(), now)),
                        limit(explanation.limit()),
                        standing(stretches, words, moments)),
                days(stretches, moments),
                stretches.stream().map(stretch -> span(stretch, moments)).toList(),
                marks(explanation, now, stretches, moments),
                stretches.stream()
                        .filter(s -> s.kind() != Kind.OVERDUE)
                        .map(s -> step(s, words, moments))
                        .toList());
    }

    /** As the regulation names it: R22 is of working days, though the hours of two days may decide (A6). */
    private static RibbonView.Limit limit(TimeLimit limit) {
        return switch (limit) {
            case TimeLimit.BusinessHours hours ->
                new RibbonView.Limit((int) (hours.budget().seconds() / 3600), RibbonView.Unit.HOURS);
            case TimeLimit.BusinessDays days -> new RibbonView.Limit(days.budget(), RibbonView.Unit.DAYS);
            case TimeLimit.EarlierOf either -> limit(either.second());
            case TimeLimit.Elapsed elapsed ->
                new RibbonView.Limit((int) elapsed.budget().toHours(), RibbonView.Unit.HOURS);
        };
    }

    private static Optional<String> standing(List<Stretch> stretches, ExplanationWords words, Moments moments) {
        Set<String> reasons = new LinkedHashSet<>();
        stretches.stream()
                .filter(stretch -> stretch.kind() == Kind.STANDING)
                .flatMap(stretch -> stretch.span().stream())
                .forEach(span -> reasons.add(words.reason(span)));
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(moments.words().text("ribbon.standing", String.join(", ", reasons)));
    }

    private static List<RibbonView.Day> days(List<Stretch> stretches, Moments moments) {
        List<RibbonView.Day> days = new ArrayList<>();
        Set<LocalDate> seen = new LinkedHashSet<>();
        LocalDate today = moments.local(moments.at());
        for (Stretch stretch : stretches) {
            LocalDate day = moments.local(stretch.from());
            boolean room = days.isEmpty() || stretch.at() - days.getLast().at().share() > DAY_ROOM;
            boolean begins = stretch.kind() != Kind.STANDING || days.isEmpty();
            if (begins && stretch.at() < 1 - DAY_ROOM / 2 && room && seen.add(day)) {
                String label = moments.date(stretch.from());
                days.add(new RibbonView.Day(
                        new Position(stretch.at()),
                        day.equals(today) ? label + ", " + moments.words().text("day.today") : label));
            }
        }
        return days;
    }

    private static RibbonView.Span span(Stretch stretch, Moments moments) {
        String label = stretch.width() < LABEL_ROOM
                ? ""
                : stretch.days() > 0
                        ? moments.words().text("ribbon.days", stretch.days())
                        : stretch.kind() == Kind.LEFT
                                ? moments.deadlines().left(BusinessTime.ofSeconds(stretch.seconds()))
                                : "";
        return new RibbonView.Span(stretch.kind(), new Position(stretch.at()), new Position(stretch.width()), label);
    }

    /** The deadline first, then what still finds room beside it. */
    private static List<Mark> marks(Explanation explanation, Instant now, List<Stretch> stretches, Moments moments) {
        List<Mark> marks = new ArrayList<>();
        boolean broken = stretches.getLast().kind() == Kind.OVERDUE;
        double due = RibbonStretches.place(stretches, explanation.dueAt());
        double current = RibbonStretches.place(stretches, now);
        add(marks, due, broken ? Moment.BREACHED : Moment.DUE, moments.clock(explanation.dueAt()));
        boolean roomForNow = marks.stream().allMatch(mark -> Math.abs(mark.at().share() - current) > MARK_ROOM);
        marks.add(new Mark(new Position(current), Moment.NOW, anchor(current), roomForNow ? moments.clock(now) : ""));
        add(marks, 0, Moment.RECEIVED, moments.clock(explanation.from()));
        stretches.stream()
                .filter(stretch -> stretch.kind() == Kind.STANDING)
                .forEach(stretch ->
                        add(marks, stretch.at() + stretch.width(), Moment.FAINT, moments.clock(stretch.to())));
        return marks;
    }

    private static void add(List<Mark> marks, double at, Moment moment, String time) {
        if (marks.stream().allMatch(mark -> Math.abs(mark.at().share() - at) > MARK_ROOM)) {
            marks.add(new Mark(new Position(at), moment, anchor(at), time));
        }
    }

    private static Anchor anchor(double at) {
        return at < EDGE ? Anchor.START : at > 1 - EDGE ? Anchor.END : Anchor.MIDDLE;
    }

    private static RibbonView.Step step(Stretch stretch, ExplanationWords words, Moments moments) {
        boolean sameDay = moments.local(stretch.from()).equals(moments.local(stretch.to()));
        String reason = stretch.span()
                .map(words::reason)
                .orElseGet(() -> moments.words().text("ribbon.days", stretch.days()));
        return new RibbonView.Step(
                moments.near(stretch.from()),
                sameDay ? moments.clock(stretch.to()) : moments.near(stretch.to()),
                stretch.kind() != Kind.STANDING,
                moments.deadlines().exactly(BusinessTime.ofSeconds(stretch.seconds())),
                reason);
    }
}
