package kz.kezek.workspace;

import java.time.Instant;
import java.util.Optional;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.Verdict;
import kz.kezek.ticket.Ticket.RunningClock;
import kz.kezek.workspace.SlaView.Clock;
import kz.kezek.workspace.SlaView.State;
import kz.kezek.workspace.SlaView.Ticking;
import org.springframework.stereotype.Component;

/** Puts clocks into the words and the share that a dial shows. */
@Component
class Dials {

    private final CalendarInForce calendars;
    private final Regulation regulation;

    Dials(CalendarInForce calendars, Regulation regulation) {
        this.calendars = calendars;
        this.regulation = regulation;
    }

    /** The clock of an open ticket; one that waits for the applicant without a clock has a Запрос still on its way. */
    SlaView of(Optional<RunningClock> clock, boolean awaiting, Moments moments) {
        if (clock.isPresent()) {
            return running(clock.get(), moments);
        }
        if (awaiting) {
            Instant due = calendars
                    .current()
                    .dueAt(moments.at(), regulation.applicantReply().limit());
            return running(new RunningClock(TermName.APPLICANT_REPLY, moments.at(), due), moments);
        }
        return new SlaView(Clock.FIRST_ANSWER, State.UNDELIVERED, "", "", 0, Ticking.STILL);
    }

    private SlaView running(RunningClock clock, Moments moments) {
        BusinessTime left = calendars.current().between(moments.at(), clock.dueAt());
        BusinessTime over = calendars.current().between(clock.dueAt(), moments.at());
        BusinessTime limit = calendars.current().between(clock.startedAt(), clock.dueAt());
        BusinessTime soon = regulation.term(clock.kind()).warnBefore();
        double share = limit.isZero() ? 0 : (double) left.seconds() / limit.seconds();
        if (clock.kind() == TermName.APPLICANT_REPLY) {
            String words = moments.deadlines().left(left);
            return new SlaView(Clock.APPLICANT_REPLY, State.PAUSED, words, words, share, Ticking.STILL);
        }
        State state = over.isZero() ? left.compareTo(soon) < 0 ? State.AT_RISK : State.ON_TIME : State.BREACHED;
        return new SlaView(
                Clock.valueOf(clock.kind().name()),
                state,
                over.isZero()
                        ? moments.deadlines().left(left)
                        : moments.deadlines().overdue(over),
                moments.near(clock.dueAt()),
                share,
                Ticking.of(left.seconds() - over.seconds(), limit.seconds(), soon.seconds()));
    }

    /** A clock that has ended: kept or broken. */
    SlaView ended(SlaClock clock, Instant endedAt, Moments moments) {
        Clock kind = Clock.valueOf(clock.kind().name());
        if (clock.verdict() == Verdict.BREACHED) {
            String over = moments.deadlines().overdue(calendars.current().between(clock.dueAt(), endedAt));
            return new SlaView(kind, State.BREACHED, over, moments.near(clock.dueAt()), 0, Ticking.STILL);
        }
        BusinessTime spent = calendars.current().between(clock.startedAt(), endedAt);
        String took = spent.seconds() < 60
                ? moments.deadlines().exactly(spent)
                : moments.deadlines().left(spent);
        return new SlaView(kind, State.MET, took, moments.near(clock.dueAt()), 1, Ticking.STILL);
    }
}
