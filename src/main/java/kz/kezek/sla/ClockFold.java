package kz.kezek.sla;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.Withdrawals;

/**
 * The clocks of a ticket as a pure fold over its events (regulation §2, A4–A13). There is no counter: what a clock says
 * follows from when it started, when it ended, and the calendar, so back-dated events, several Запросы, bounces and
 * undone marks need no code of their own.
 */
final class ClockFold {

    private record Span(TermName kind, int cycle, Instant from, Optional<Instant> to, boolean counts) {
        Span ended(Instant at, boolean counts) {
            return new Span(kind, cycle, from, Optional.of(at), counts);
        }

        Span goingOn() {
            return new Span(kind, cycle, from, Optional.empty(), true);
        }
    }

    /** What a mark or a merger stopped and began, by places in the list. */
    private record Suspension(List<Integer> stopped, Optional<Integer> begun) {}

    private static final List<TermName> OURS = List.of(TermName.FIRST_ANSWER, TermName.ANSWER_AFTER_INFORMATION);

    private final List<Span> spans = new ArrayList<>();
    private final Deque<Suspension> suspensions = new ArrayDeque<>();

    private ClockFold() {}

    /** The clocks of a ticket with these events, in the order in which they started. */
    static List<SlaClock> clocks(List<? extends TicketEvent> events, Regulation regulation, BusinessCalendar calendar) {
        var fold = new ClockFold();
        Withdrawals.without(events).forEach(fold::apply);
        return fold.spans.stream()
                .map(span -> clock(span, regulation.term(span.kind()).limit(), calendar))
                .toList();
    }

    private void apply(TicketEvent event) {
        switch (event) {
            case TicketEvent.TicketRegistered e -> {
                start(TermName.ACCEPTANCE, e.at());
                start(TermName.FIRST_ANSWER, e.at());
            }
            case TicketEvent.AcceptanceNoticeDelivered e -> end(TermName.ACCEPTANCE, e.at(), true);
            case TicketEvent.AcceptanceNoticeNotOwed e -> end(TermName.ACCEPTANCE, e.at(), false);
            case TicketEvent.InformationRequested e -> endOurs(e.at(), true);
            case TicketEvent.InformationRequestDelivered e -> start(TermName.APPLICANT_REPLY, e.at());
            case TicketEvent.InformationRequestUndelivered e -> end(TermName.APPLICANT_REPLY, e.at(), false);
            case TicketEvent.InformationSupplied e -> supplied(e.at());
            case TicketEvent.InformationSuppliedInTime e -> suppliedInTime(e.at());
            case TicketEvent.TicketAnswered e -> {
                endOurs(e.at(), true);
                end(TermName.APPLICANT_REPLY, e.at(), false);
            }
            case TicketEvent.TicketDiscontinued e -> end(TermName.APPLICANT_REPLY, e.at(), true);
            case TicketEvent.ApplicantRepliedAfterAnswer e -> start(TermName.FIRST_ANSWER, e.at());
            case TicketEvent.DiscontinuationUndone e -> start(TermName.FIRST_ANSWER, e.at());
            case TicketEvent.TicketReopened e -> start(TermName.FIRST_ANSWER, e.at());
            case TicketEvent.MarkedNotARequest e -> suspend(e.at(), Optional.empty());
            case TicketEvent.MarkedDuplicate e -> suspend(e.at(), Optional.empty());
            case TicketEvent.MarkUndone e -> resume(e.at());
            case TicketEvent.TicketMerged e -> suspend(e.at(), Optional.empty());
            case TicketEvent.MergerUndone e -> resume(e.at());
            case TicketEvent.TicketAbsorbed e -> absorb(e);
            case TicketEvent.AbsorptionUndone e -> resume(e.at());
            case TicketEvent.AnswerWithdrawn e -> {}
            case TicketEvent.InformationRequestWithdrawn e -> {}
            case TicketEvent.TicketTaken e -> {}
            case TicketEvent.TicketReassigned e -> {}
            case TicketEvent.TicketReleased e -> {}
            case TicketEvent.ApplicantReminded e -> {}
            case TicketEvent.ApplicantWrote e -> {}
            case TicketEvent.FormCompleted e -> {}
            case TicketEvent.AnswerUndelivered e -> {}
            case TicketEvent.TicketClosed e -> {}
            case TicketEvent.DeadlineMoved e -> {}
            case TicketEvent.TicketSplit e -> {}
            case TicketEvent.TicketSplitOff e -> {}
            case TicketEvent.TicketLinked e -> {}
            case TicketEvent.TicketUnlinked e -> {}
            case TicketEvent.IncidentJoined e -> {}
            case TicketEvent.IncidentLeft e -> {}
            case TicketEvent.ParticipantAdded e -> {}
            case TicketEvent.ParticipantRemoved e -> {}
        }
    }

    private void supplied(Instant at) {
        end(TermName.APPLICANT_REPLY, at, true);
        start(TermName.ANSWER_AFTER_INFORMATION, at);
    }

    /** The reply was there before consideration stopped: its clock ended with the reply, not with the expiry. */
    private void suppliedInTime(Instant at) {
        replaceLast(
                TermName.APPLICANT_REPLY, span -> new Span(span.kind, span.cycle, span.from, Optional.of(at), true));
        start(TermName.ANSWER_AFTER_INFORMATION, at);
    }

    private void start(TermName kind, Instant at) {
        if (running(kind).isEmpty()) {
            spans.add(begun(kind, at));
        }
    }

    private Span begun(TermName kind, Instant at) {
        int cycle = (int) spans.stream().filter(span -> span.kind == kind).count() + 1;
        return new Span(kind, cycle, at, Optional.empty(), true);
    }

    private void endOurs(Instant at, boolean counts) {
        OURS.forEach(kind -> end(kind, at, counts));
    }

    private void end(TermName kind, Instant at, boolean counts) {
        running(kind).ifPresent(index -> spans.set(index, spans.get(index).ended(at, counts)));
    }

    /** The other ticket's clock governs when it was to end earlier: nobody gains time by a merger. */
    private void absorb(TicketEvent.TicketAbsorbed absorbed) {
        if (absorbed.governing().isPresent()) {
            suspend(absorbed.at(), absorbed.governing());
        } else {
            suspensions.push(new Suspension(List.of(), Optional.empty()));
        }
    }

    /** Our clocks stop without a verdict, until {@link #resume} gives them back as if they had never stopped. */
    private void suspend(Instant at, Optional<Ticket.RunningClock> instead) {
        List<Integer> stopped =
                OURS.stream().flatMap(kind -> running(kind).stream()).toList();
        endOurs(at, false);
        Optional<Integer> begun = instead.map(clock -> {
            spans.add(begun(clock.kind(), clock.startedAt()));
            return spans.size() - 1;
        });
        suspensions.push(new Suspension(stopped, begun));
    }

    private void resume(Instant at) {
        Suspension suspension = suspensions.pop();
        suspension.begun.ifPresent(index -> spans.set(index, spans.get(index).ended(at, false)));
        suspension.stopped.forEach(index -> spans.set(index, spans.get(index).goingOn()));
    }

    private Optional<Integer> running(TermName kind) {
        return IntStream.range(0, spans.size())
                .filter(index ->
                        spans.get(index).kind == kind && spans.get(index).to.isEmpty())
                .boxed()
                .findFirst();
    }

    private Optional<Span> last(TermName kind) {
        return spans.stream().filter(span -> span.kind == kind).reduce((a, b) -> b);
    }

    private void replaceLast(TermName kind, UnaryOperator<Span> change) {
        last(kind).ifPresent(span -> spans.set(spans.indexOf(span), change.apply(span)));
    }

    private static SlaClock clock(Span span, TimeLimit limit, BusinessCalendar calendar) {
        Instant dueAt = calendar.dueAt(span.from, limit);
        Verdict verdict = verdict(span, dueAt, calendar);
        return new SlaClock(
                span.kind,
                span.cycle,
                span.from,
                dueAt,
                span.to,
                verdict,
                calendar.version().id());
    }

    private static Verdict verdict(Span span, Instant dueAt, BusinessCalendar calendar) {
        if (span.to.isEmpty()) {
            return Verdict.RUNNING;
        }
        if (!span.counts) {
            return Verdict.VOID;
        }
        return isWithin(span.kind, dueAt, span.to.get(), calendar) ? Verdict.MET : Verdict.BREACHED;
    }

    /** In time means that no working second was consumed beyond the budget (A4, A26); C0 runs round the clock (A1). */
    static boolean isWithin(TermName kind, Instant dueAt, Instant at, BusinessCalendar calendar) {
        if (!at.isAfter(dueAt)) {
            return true;
        }
        return kind != TermName.ACCEPTANCE && calendar.between(dueAt, at).seconds() == 0;
    }
}
