package kz.kezek.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Position;
import kz.kezek.drawing.Position.Anchor;
import kz.kezek.workspace.DayTrack.Busiest;
import kz.kezek.workspace.DayTrack.Hour;
import kz.kezek.workspace.DayTrack.Pin;
import kz.kezek.workspace.SlaView.State;
import org.springframework.stereotype.Component;

/** Lays today's deadlines along the working day. */
@Component
class DayTracks {

    private static final int HOUR = 3600;
    private static final double LABEL_NEAR = 0.035;

    private final CalendarInForce calendars;

    DayTracks(CalendarInForce calendars) {
        this.calendars = calendars;
    }

    /** The track of today; nothing on a day without work. */
    Optional<DayTrack> of(QueueRows.Totals totals, Moments moments) {
        LocalDate today = moments.local(moments.at());
        List<OpenInterval> open = calendars.current().day(today).openIntervals();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var day = new Day(
                OfficeTime.second(calendars.current(), today, open.getFirst().fromSecond()),
                OfficeTime.second(calendars.current(), today, open.getLast().toSecond()));
        boolean within = !moments.at().isBefore(day.opens) && moments.at().isBefore(day.closes);
        Optional<DayTrack.Now> now = within
                ? Optional.of(new DayTrack.Now(day.position(moments.at()), moments.clock(moments.at())))
                : Optional.empty();
        List<Integer> groups = totals.groups();
        return Optional.of(new DayTrack(
                new DayTrack.Totals(
                        totals.today(),
                        groups.get(QueueGroup.Kind.BREACHED.ordinal()),
                        groups.get(QueueGroup.Kind.AT_RISK.ordinal()),
                        totals.later()),
                busiest(totals.pins(), moments),
                now,
                hours(day, now, open, today),
                totals.pins().stream().map(pin -> pin(pin, day, moments)).toList()));
    }

    private record Day(Instant opens, Instant closes) {
        Position position(Instant at) {
            return Position.of(
                    at.getEpochSecond() - opens.getEpochSecond(), closes.getEpochSecond() - opens.getEpochSecond());
        }
    }

    private List<Hour> hours(Day day, Optional<DayTrack.Now> now, List<OpenInterval> open, LocalDate today) {
        List<Hour> hours = new ArrayList<>();
        int last = open.getLast().toSecond();
        for (int at = (open.getFirst().fromSecond() + HOUR - 1) / HOUR * HOUR; at <= last; at += HOUR) {
            hours.add(hour(
                    day.position(OfficeTime.second(calendars.current(), today, at)),
                    String.valueOf(at / HOUR),
                    now,
                    at / HOUR));
        }
        if (last % HOUR != 0) {
            String closing = LocalTime.ofSecondOfDay(last).toString();
            hours.add(new Hour(new Position(1), closing, Anchor.END, false));
        }
        return hours;
    }

    private static Hour hour(Position at, String label, Optional<DayTrack.Now> now, int hour) {
        boolean hidden = now.filter(present -> Math.abs(present.at().share() - at.share()) < LABEL_NEAR)
                .isPresent();
        Anchor anchor = at.share() == 0 ? Anchor.START : at.share() == 1 ? Anchor.END : Anchor.MIDDLE;
        return new Hour(at, hidden ? "" : label, anchor, hour % 2 == 0);
    }

    private static Pin pin(QueueRows.Pin pin, Day day, Moments moments) {
        State state = switch (QueueGroup.Kind.values()[pin.urgency()]) {
            case BREACHED -> State.BREACHED;
            case AT_RISK -> State.AT_RISK;
            case PAUSED -> State.PAUSED;
            case UNDELIVERED, TODAY, LATER -> State.ON_TIME;
        };
        return new Pin(day.position(pin.due()), state, new TicketLink(pin.number()), moments.clock(pin.due()));
    }

    /** The hour still to come with most deadlines, when there is one with more than one. */
    private Optional<Busiest> busiest(List<QueueRows.Pin> pins, Moments moments) {
        Map<Integer, Long> byHour = pins.stream()
                .filter(pin -> pin.urgency() != QueueGroup.Kind.PAUSED.ordinal())
                .filter(pin -> pin.due().isAfter(moments.at()))
                .collect(Collectors.groupingBy(
                        pin -> pin.due().atZone(calendars.current().zone()).getHour(),
                        TreeMap::new,
                        Collectors.counting()));
        return byHour.entrySet().stream()
                .filter(hour -> hour.getValue() > 1)
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
                .map(hour -> new Busiest(
                        String.valueOf(hour.getKey()),
                        String.valueOf(hour.getKey() + 1),
                        hour.getValue().intValue()));
    }
}
