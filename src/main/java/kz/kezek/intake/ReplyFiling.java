package kz.kezek.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.journal.Actor;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import kz.kezek.ticket.Withdrawals;
import org.springframework.stereotype.Component;

/**
 * What a human reply does to its ticket, by where the ticket stands (A11–A13, A15): supplies what was asked, adds to what
 * is being worked on, wakes an answered ticket, or begins a linked one. The instant that counts is the receipt.
 */
@Component
class ReplyFiling {

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final TicketClocks clocks;
    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final Correspondence correspondence;
    private final Registration registration;
    private final MessageFiling filing;
    private final FormCompletion completion;

    ReplyFiling(
            TicketRegister tickets,
            TicketRelations relations,
            TicketClocks clocks,
            Regulation regulation,
            CalendarInForce calendars,
            Correspondence correspondence,
            Registration registration,
            MessageFiling filing,
            FormCompletion completion) {
        this.tickets = tickets;
        this.relations = relations;
        this.clocks = clocks;
        this.regulation = regulation;
        this.calendars = calendars;
        this.correspondence = correspondence;
        this.registration = registration;
        this.filing = filing;
        this.completion = completion;
    }

    Fate file(ReadLetter letter, Route.ToTicket route, Instant now) {
        Ticket ticket = lock(route.ticket());
        Instant at = letter.entry().envelope().receivedAt();
        Optional<TicketEvent> event = effect(ticket, at);
        if (event.isEmpty()) {
            return registration.register(letter, Optional.of(ticket.id()), Optional.empty(), now);
        }
        filing.file(letter, ticket.id(), route.knownSender());
        if (event.get() instanceof TicketEvent.StepTaken step) {
            take(letter, ticket.id(), step, now);
        } else {
            tickets.record(ticket.id(), event.get(), new Actor.ApplicantActor());
        }
        if (route.knownSender() && tickets.speaksForTheApplicant(ticket.id(), letter.writer())) {
            completion.complete(letter, ticket, at);
        }
        tickets.markUndelivered(ticket.id(), false);
        refuseKeys(letter, route, ticket, now);
        return new Fate.WentToTicket(ticket.id(), route.how());
    }

    private void take(ReadLetter letter, TicketId ticket, TicketEvent.StepTaken step, Instant now) {
        if (letter.entry().envelope().isArchived()) {
            tickets.take(ticket, step, Party.APPLICANT, new Actor.ApplicantActor());
        } else {
            correspondence.take(ticket, step, Party.APPLICANT, new Actor.ApplicantActor(), now);
        }
    }

    /** The ticket may have been merged since the letter was routed, or named by its old number. */
    private Ticket lock(TicketId routed) {
        Ticket ticket = tickets.lock(routed);
        TicketId survivor = relations.survivor(routed);
        return survivor.equals(routed) ? ticket : lock(survivor);
    }

    /**
     * Files a letter that waited: what has happened to the ticket since its receipt stands, and then it is one more letter of
     * its applicant and no step.
     */
    Fate fileLate(ReadLetter letter, Route.ToTicket route, Instant now) {
        Ticket ticket = lock(route.ticket());
        Instant receivedAt = letter.entry().envelope().receivedAt();
        boolean overtaken = tickets.events(ticket.id()).stream()
                .anyMatch(event -> event.event().at().isAfter(receivedAt));
        if (!overtaken) {
            return file(letter, route, now);
        }
        filing.file(letter, ticket.id(), route.knownSender());
        tickets.record(ticket.id(), new TicketEvent.ApplicantWrote(receivedAt), new Actor.ApplicantActor());
        refuseKeys(letter, route, ticket, now);
        return new Fate.WentToTicket(ticket.id(), route.how());
    }

    private void refuseKeys(ReadLetter letter, Route.ToTicket route, Ticket ticket, Instant now) {
        if (route.knownSender()) {
            registration.refuseKeysOfReply(letter, ticket, now);
        }
    }

    /** What the reply does; nothing when the ticket has ended and the letter begins a linked one. */
    private Optional<TicketEvent> effect(Ticket ticket, Instant at) {
        return switch (ticket.state()) {
            case REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED -> Optional.of(new TicketEvent.ApplicantWrote(at));
            case AWAITING_APPLICANT -> Optional.of(new TicketEvent.InformationSupplied(at));
            case ANSWERED ->
                Optional.<TicketEvent>of(new TicketEvent.ApplicantRepliedAfterAnswer(at))
                        .filter(e -> isSoonAfterAnswer(ticket.id(), at));
            case DISCONTINUED ->
                Optional.<TicketEvent>of(new TicketEvent.InformationSuppliedInTime(at))
                        .filter(e -> wasInTime(ticket.id(), at));
            case RECEIVED, CLOSED, NOT_A_REQUEST, DUPLICATE, MERGED -> Optional.empty();
        };
    }

    private boolean isSoonAfterAnswer(TicketId ticket, Instant at) {
        List<TicketEvent> events =
                tickets.events(ticket).stream().map(RecordedEvent::event).toList();
        return Withdrawals.without(events).stream()
                .filter(TicketEvent.TicketAnswered.class::isInstance)
                .reduce((first, last) -> last)
                .map(answered -> calendars
                        .current()
                        .dueAt(answered.at(), regulation.windows().replyAfterAnswer()))
                .filter(until -> !at.isAfter(until))
                .isPresent();
    }

    private boolean wasInTime(TicketId ticket, Instant at) {
        return clocks.of(ticket).stream()
                .filter(clock -> clock.kind() == TermName.APPLICANT_REPLY)
                .reduce((first, last) -> last)
                .filter((SlaClock clock) -> clocks.isWithin(clock, at))
                .isPresent();
    }
}
