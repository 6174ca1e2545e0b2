package kz.kezek.ticket;

import static kz.kezek.ticket.RelationOutcome.hindered;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.kezek.journal.Actor;
import kz.kezek.ticket.RelationOutcome.Hindrance;
import kz.kezek.ticket.RelationOutcome.Related;
import kz.kezek.ticket.TicketEvent.TicketAbsorbed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tickets that have to do with each other: marked as a repetition, merged, linked. A merger moves no letter: each stays in
 * the ticket it came to, so that undoing it is exact, and nothing of one applicant gets into what another is sent. Runs in the
 * transaction of the caller and locks both tickets, the older first.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketRelations {

    private static final Set<TicketState> AT_WORK =
            Set.of(TicketState.REGISTERED, TicketState.IN_PROGRESS, TicketState.INFORMATION_SUPPLIED);

    private final TicketRegister register;
    private final Tickets tickets;
    private final TicketLinks links;

    TicketRelations(TicketRegister register, JdbcClient jdbc, JsonMapper json) {
        this.register = register;
        this.tickets = new Tickets(jdbc, json);
        this.links = new TicketLinks(jdbc);
    }

    /** Marks the ticket as a repetition of the original, which is answered in its stead. */
    public RelationOutcome markDuplicate(TicketId id, TicketNumber original, Actor agent, Instant at) {
        Optional<Ticket> first = tickets.find(original);
        if (first.isEmpty()) {
            return hindered(Hindrance.NO_SUCH_TICKET);
        }
        if (first.get().id().equals(id)) {
            return hindered(Hindrance.SAME_TICKET);
        }
        lock(id, first.get().id());
        TicketState state = register.get(first.get().id()).state();
        if (Set.of(TicketState.DUPLICATE, TicketState.NOT_A_REQUEST, TicketState.MERGED)
                .contains(state)) {
            return hindered(Hindrance.OTHER_ENDED);
        }
        return related(register.take(id, new TicketEvent.MarkedDuplicate(at, original.toString()), Party.AGENT, agent));
    }

    /**
     * Merges the ticket into another, or into the one that took that in. Of the two clocks the one with the earlier deadline
     * goes on.
     *
     * @param otherApplicant the agent has said that a ticket of another applicant is meant
     */
    public RelationOutcome merge(TicketId id, TicketNumber other, boolean otherApplicant, Actor agent, Instant at) {
        Optional<TicketId> into = tickets.find(other).map(Ticket::id).map(tickets::survivor);
        if (into.isEmpty()) {
            return hindered(Hindrance.NO_SUCH_TICKET);
        }
        if (into.get().equals(id)) {
            return hindered(Hindrance.SAME_TICKET);
        }
        lock(id, into.get());
        Ticket ticket = register.get(id);
        Ticket target = register.get(into.get());
        Optional<Hindrance> hindrance = hindrance(ticket, target, otherApplicant);
        if (hindrance.isPresent()) {
            return hindered(hindrance.get());
        }
        if (target.state() == TicketState.AWAITING_APPLICANT) {
            var supplied = new TicketEvent.InformationSupplied(ticket.receivedAt());
            register.take(target.id(), supplied, Party.APPLICANT, new Actor.ApplicantActor());
        }
        join(ticket, register.get(target.id()), agent, at);
        return new Related(register.get(target.id()));
    }

    private Optional<Hindrance> hindrance(Ticket ticket, Ticket target, boolean otherApplicant) {
        if (Lifecycle.find(ticket.state(), Step.MERGE).isEmpty()) {
            return Optional.of(Hindrance.STATE);
        }
        boolean sameApplicant = isSameApplicant(ticket, target);
        if (target.state() == TicketState.AWAITING_APPLICANT && !(sameApplicant && repliesTo(ticket, target))) {
            return Optional.of(Hindrance.OTHER_AWAITS_APPLICANT);
        }
        if (!target.state().isOpen()) {
            return Optional.of(Hindrance.OTHER_ENDED);
        }
        return sameApplicant || otherApplicant ? Optional.empty() : Optional.of(Hindrance.OTHER_APPLICANT);
    }

    /** The address is the only thing that says who asks: an ИИН can be written by anybody. */
    private static boolean isSameApplicant(Ticket one, Ticket other) {
        String address = one.applicant().address();
        return !address.isEmpty() && address.equalsIgnoreCase(other.applicant().address());
    }

    private boolean repliesTo(Ticket ticket, Ticket awaiting) {
        Instant asked = awaiting.clock()
                .map(Ticket.RunningClock::startedAt)
                .orElseGet(() ->
                        register.informationRequests(awaiting.id()).getLast().requestedAt());
        return ticket.receivedAt().isAfter(asked);
    }

    private void join(Ticket ticket, Ticket target, Actor agent, Instant at) {
        Optional<Ticket.RunningClock> governing = ticket.clock()
                .filter(clock -> target.clock()
                        .map(theirs -> clock.dueAt().isBefore(theirs.dueAt()))
                        .orElse(true));
        String into = target.number().toString();
        register.take(ticket.id(), new TicketEvent.TicketMerged(at, into), Party.AGENT, agent);
        tickets.mergeInto(ticket.id(), target.id());
        register.record(target.id(), new TicketAbsorbed(at, ticket.number().toString(), governing), agent);
    }

    /** Undoes the ticket's merger, while nothing was done in the other ticket since but taking and releasing it. */
    public RelationOutcome undoMerger(TicketId id, Actor agent, Instant at) {
        Optional<TicketId> into = tickets.mergedInto(id);
        if (into.isEmpty()) {
            return hindered(Hindrance.STATE);
        }
        lock(id, into.get());
        if (!tickets.mergedInto(id).equals(into)) {
            return hindered(Hindrance.STATE);
        }
        Ticket ticket = register.get(id);
        String number = ticket.number().toString();
        if (!isUntouchedSince(into.get(), number)) {
            return hindered(Hindrance.WORKED_ON_SINCE);
        }
        tickets.mergeInto(id, null);
        RelationOutcome outcome = related(register.take(id, new TicketEvent.MergerUndone(at), Party.AGENT, agent));
        register.record(into.get(), new TicketEvent.AbsorptionUndone(at, number), agent);
        return outcome;
    }

    private boolean isUntouchedSince(TicketId target, String number) {
        Deque<String> absorbed = new ArrayDeque<>();
        for (RecordedEvent recorded : register.events(target)) {
            switch (recorded.event()) {
                case TicketAbsorbed joined -> absorbed.push(joined.number());
                case TicketEvent.AbsorptionUndone undone -> absorbed.pop();
                case TicketEvent.TicketTaken taken -> {}
                case TicketEvent.TicketReleased released -> {}
                case TicketEvent.StepTaken step -> absorbed.clear();
                default -> {}
            }
        }
        return number.equals(absorbed.peek());
    }

    /** Notes that the two have to do with each other, in both. */
    public RelationOutcome link(TicketId id, TicketNumber other, Actor agent, Instant at) {
        return relink(id, other, agent, (one, two) -> {
            if (!links.add(one.id(), two.id())) {
                return hindered(Hindrance.ALREADY_SO);
            }
            register.record(
                    one.id(), new TicketEvent.TicketLinked(at, two.number().toString()), agent);
            register.record(
                    two.id(), new TicketEvent.TicketLinked(at, one.number().toString()), agent);
            return new Related(one);
        });
    }

    /** Takes such a note back, in both. */
    public RelationOutcome unlink(TicketId id, TicketNumber other, Actor agent, Instant at) {
        return relink(id, other, agent, (one, two) -> {
            if (!links.remove(one.id(), two.id())) {
                return hindered(Hindrance.NOT_SO);
            }
            register.record(
                    one.id(), new TicketEvent.TicketUnlinked(at, two.number().toString()), agent);
            register.record(
                    two.id(), new TicketEvent.TicketUnlinked(at, one.number().toString()), agent);
            return new Related(one);
        });
    }

    private interface Relinking {
        RelationOutcome apply(Ticket one, Ticket other);
    }

    private RelationOutcome relink(TicketId id, TicketNumber number, Actor agent, Relinking relinking) {
        Optional<Ticket> other = tickets.find(number);
        if (other.isEmpty()) {
            return hindered(Hindrance.NO_SUCH_TICKET);
        }
        if (other.get().id().equals(id)) {
            return hindered(Hindrance.SAME_TICKET);
        }
        lock(id, other.get().id());
        return relinking.apply(register.get(id), other.get());
    }

    /** The tickets an agent linked with this one. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<TicketId> linked(TicketId id) {
        return links.of(id);
    }

    /** The tickets merged into this one, and into those, in the order of registration. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Ticket> absorbed(TicketId id) {
        return tickets.absorbed(id);
    }

    /** Where the ticket is answered: itself, or the ticket at the end of its mergers. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public TicketId survivor(TicketId id) {
        return tickets.survivor(id);
    }

    private void lock(TicketId one, TicketId other) {
        Stream.of(one.value(), other.value()).sorted().map(TicketId::new).forEach(register::lock);
    }

    private static RelationOutcome related(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Taken(Ticket ticket, var letter) -> new Related(ticket);
            case StepOutcome.NotPossible no -> hindered(Hindrance.STATE);
        };
    }
}
