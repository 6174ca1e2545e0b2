package kz.kezek.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.storage.BlobId;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the API says of one ticket. */
@Component
class TicketDetails {

    private final TicketRegister tickets;
    private final TicketClocks clocks;
    private final Correspondence correspondence;
    private final Regulation regulation;
    private final AstanaTimes times;

    TicketDetails(
            TicketRegister tickets,
            TicketClocks clocks,
            Correspondence correspondence,
            Regulation regulation,
            AstanaTimes times) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.correspondence = correspondence;
        this.regulation = regulation;
        this.times = times;
    }

    /** All of it as of one moment: a change that comes in between is seen whole or not at all. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    TicketDetail of(TicketId id, Locale locale, Instant now) {
        Ticket ticket = tickets.get(id);
        return new TicketDetail(
                TicketSummary.of(ticket, times),
                clocks.of(ticket.id()).stream()
                        .map(clock -> clock(clock, locale, now))
                        .toList(),
                tickets.messages(ticket.id()).stream().map(this::received).toList(),
                sent(ticket),
                answers(ticket),
                requests(ticket),
                tickets.events(ticket.id()).stream().map(this::event).toList(),
                formCompletions(ticket));
    }

    private TicketDetail.Event event(RecordedEvent recorded) {
        TicketDetail.@Nullable Moved moved = recorded.event() instanceof TicketEvent.DeadlineMoved deadline
                ? new TicketDetail.Moved(
                        deadline.kind().name(),
                        times.of(deadline.from()),
                        times.of(deadline.to()),
                        deadline.calendarVersion())
                : null;
        return new TicketDetail.Event(
                recorded.seq(), recorded.event().type(), times.of(recorded.at()), recorded.actor(), moved);
    }

    private List<TicketDetail.FormCompletion> formCompletions(Ticket ticket) {
        return tickets.events(ticket.id()).stream()
                .map(RecordedEvent::event)
                .filter(TicketEvent.FormCompleted.class::isInstance)
                .map(TicketEvent.FormCompleted.class::cast)
                .map(completed -> new TicketDetail.FormCompletion(
                        times.of(completed.at()),
                        completed.items(),
                        completed.before().items(),
                        completed.before().missing()))
                .toList();
    }

    private TicketDetail.Clock clock(SlaClock clock, Locale locale, Instant now) {
        return new TicketDetail.Clock(
                clock.kind().name(),
                regulation.term(clock.kind()).clause(),
                clock.cycle(),
                times.of(clock.startedAt()),
                times.of(clock.dueAt()),
                times.of(clock.endedAt()),
                clock.verdict().name(),
                clock.isRunning() ? left(clock, now) : 0,
                explanation(clock, locale));
    }

    private long left(SlaClock clock, Instant now) {
        return clock.kind() == TermName.ACCEPTANCE
                ? Math.max(0, Duration.between(now, clock.dueAt()).toSeconds())
                : clocks.left(clock, now).seconds();
    }

    private TicketDetail.Explanation explanation(SlaClock clock, Locale locale) {
        var explanation = clocks.explain(clock);
        List<TicketDetail.Span> spans = explanation.spans().stream()
                .map(span -> new TicketDetail.Span(
                        times.of(span.from()),
                        times.of(span.to()),
                        span.counts(),
                        span.seconds(),
                        span.reason().name()))
                .toList();
        return new TicketDetail.Explanation(
                explanation.version().id(),
                explanation.provisional(),
                spans,
                ExplanationWords.of(explanation, locale).paragraph());
    }

    private TicketDetail.Received received(ReceivedMessage message) {
        return new TicketDetail.Received(
                message.custodyId(),
                times.of(message.receivedAt()),
                message.fromAddress(),
                message.subject(),
                message.text(),
                message.replyText(),
                message.knownSender(),
                message.attachments().stream()
                        .map(file -> new TicketDetail.Attachment(
                                file.fileName(),
                                file.mediaType(),
                                file.size(),
                                file.refused().orElse(null),
                                file.content().map(BlobId::hex).orElse(null)))
                        .toList());
    }

    private List<TicketDetail.Sent> sent(Ticket ticket) {
        return correspondence.letters(ticket.id()).stream()
                .map(letter -> OutboxApi.sent(letter, times))
                .toList();
    }

    private List<TicketDetail.Answered> answers(Ticket ticket) {
        return tickets.answers(ticket.id()).stream()
                .map(answer -> new TicketDetail.Answered(answer.id(), times.of(answer.answeredAt()), answer.text()))
                .toList();
    }

    private List<TicketDetail.Request> requests(Ticket ticket) {
        return tickets.informationRequests(ticket.id()).stream()
                .map(request -> new TicketDetail.Request(
                        request.id(),
                        request.cycle(),
                        times.of(request.requestedAt()),
                        request.items().stream()
                                .map(item -> new TicketDetail.RequestedItem(item.key(), item.text()))
                                .toList(),
                        request.instructions()))
                .toList();
    }
}
