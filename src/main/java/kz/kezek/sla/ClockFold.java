package kz.kezek.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.ticket.TicketEvent;

/**
 * The clocks of a ticket as a pure fold over its events (regulation §2, A4–A13). There is no counter: what a clock says
 * follows from when it started, when it ended, and the calendar, so back-dated events, several Запросы, bounces and
 * undone marks need no code of their own.
 */
final class ClockFold {

    private record Span(TermName kind, int cycle, Instant from, Optional<Instant> to, boolean counts) {}

    private final List<Span> spans = new ArrayList<>();

    private ClockFold() {}

    /** The clocks of a ticket with these events, in the order in which they started. */
    static List<SlaClock> clocks(List<? extends TicketEvent> events, Regulation regulation, BusinessCalendar calendar) {
        var fold = new ClockFold();
        events.forEach(fold::apply);
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
            case TicketEvent.MarkedNotARequest e -> endOurs(e.at(), false);
            case TicketEvent.MarkedDuplicate e -> endOurs(e.at(), false);
            case TicketEvent.MarkUndone e -> resumeVoided(TermName.FIRST_ANSWER);
            case TicketEvent.TicketTaken e -> {}
            case TicketEvent.TicketReassigned e -> {}
            case TicketEvent.TicketReleased e -> {}
            case TicketEvent.ApplicantReminded e -> {}
            case TicketEvent.ApplicantWrote e -> {}
            case TicketEvent.FormCompleted e -> {}
            case TicketEvent.AnswerUndelivered e -> {}
            case TicketEvent.TicketClosed e -> {}
            case TicketEvent.DeadlineMoved e -> {}
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
        if (last(kind).filter(span -> span.to.isEmpty()).isEmpty()) {
            int cycle = (int) spans.stream().filter(span -> span.kind == kind).count() + 1;
            spans.add(new Span(kind, cycle, at, Optional.empty(), true));
        }
    }

    private void endOurs(Instant at, boolean counts) {
        end(TermName.FIRST_ANSWER, at, counts);
        end(TermName.ANSWER_AFTER_INFORMATION, at, counts);
    }

    private void end(TermName kind, Instant at, boolean counts) {
        if (last(kind).filter(span -> span.to.isEmpty()).isPresent()) {
            replaceLast(kind, span -> new Span(kind, span.cycle, span.from, Optional.of(at), counts));
        }
    }

    private void resumeVoided(TermName kind) {
        if (last(kind).filter(span -> !span.counts).isPresent()) {
            replaceLast(kind, span -> new Span(kind, span.cycle, span.from, Optional.empty(), true));
        }
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
