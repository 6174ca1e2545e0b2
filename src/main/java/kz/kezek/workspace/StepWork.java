package kz.kezek.workspace;

import static kz.kezek.ticket.RelationOutcome.hindered;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kz.kezek.applicant.EmailAddress;
import kz.kezek.correspondence.Recipient;
import kz.kezek.identity.Directory;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.OurAddresses;
import kz.kezek.intake.Splitting;
import kz.kezek.journal.Actor;
import kz.kezek.ticket.ParticipantRole;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.RelationOutcome;
import kz.kezek.ticket.RelationOutcome.Hindrance;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import kz.kezek.workspace.TicketPage.Verb;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the steps that a page asks about first, each once and in one transaction. */
@Component
class StepWork {

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final Splitting splitting;
    private final Directory directory;
    private final OurAddresses ours;
    private final FormPosts posts;
    private final TransactionOperations transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    StepWork(
            TicketRegister tickets,
            TicketRelations relations,
            Splitting splitting,
            Directory directory,
            OurAddresses ours,
            FormPosts posts,
            TransactionOperations transaction,
            Clock clock) {
        this.tickets = tickets;
        this.relations = relations;
        this.splitting = splitting;
        this.directory = directory;
        this.ours = ours;
        this.posts = posts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the step; a form that was sent before has had its effect. */
    RelationOutcome take(Ticket ticket, Verb verb, StepForm form, SignedInAgent agent) {
        Instant at = clock.instant();
        TicketId id = ticket.id();
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!posts.take(agent.id(), form.key(), id, at)) {
                return new RelationOutcome.Related(ticket);
            }
            RelationOutcome outcome = take(id, verb, form, agent.actor(), at);
            if (outcome instanceof RelationOutcome.Hindered) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private RelationOutcome take(TicketId id, Verb verb, StepForm form, Actor agent, Instant at) {
        return switch (verb) {
            case REOPEN -> related(tickets.take(id, new TicketEvent.TicketReopened(at), Party.AGENT, agent));
            case UNDO_MARK -> related(tickets.take(id, new TicketEvent.MarkUndone(at), Party.AGENT, agent));
            case MARK_NOT_A_REQUEST ->
                related(tickets.take(id, new TicketEvent.MarkedNotARequest(at), Party.AGENT, agent));
            case UNDO_MERGER -> relations.undoMerger(id, agent, at);
            case REASSIGN -> reassign(id, form, agent, at);
            case SPLIT -> splitting.split(id, form.chosenLetters(), agent, at);
            case ADD_PARTICIPANT -> addParticipant(id, form, agent, at);
            case GIVE_ADDRESS -> giveAddress(id, form, agent, at);
            case MERGE, LINK, MARK_DUPLICATE ->
                form.ticket()
                        .map(other -> relate(id, verb, other, form, agent, at))
                        .orElseGet(() -> hindered(Hindrance.NO_SUCH_TICKET));
            case TAKE, RELEASE, CLOSE, UNDO_DISCONTINUATION ->
                throw new IllegalArgumentException(verb + " asks nothing");
        };
    }

    private RelationOutcome relate(TicketId id, Verb verb, TicketNumber other, StepForm form, Actor agent, Instant at) {
        return switch (verb) {
            case MERGE -> relations.merge(id, other, form.confirmed(), agent, at);
            case LINK -> relations.link(id, other, agent, at);
            default -> relations.markDuplicate(id, other, agent, at);
        };
    }

    private RelationOutcome reassign(TicketId id, StepForm form, Actor agent, Instant at) {
        Optional<Long> to = form.chosenAgent()
                .filter(chosen -> directory.assignable().stream()
                        .anyMatch(known -> known.id().value() == chosen));
        return to.map(chosen -> related(tickets.assign(id, chosen, agent, at)))
                .orElseGet(() -> hindered(Hindrance.NOT_SO));
    }

    private RelationOutcome addParticipant(TicketId id, StepForm form, Actor agent, Instant at) {
        Optional<String> address = EmailAddress.of(form.typedAddress()).map(EmailAddress::value);
        if (address.isEmpty()) {
            return hindered(Hindrance.ADDRESS);
        }
        return tickets.addParticipant(id, address.get(), ParticipantRole.REPRESENTATIVE, agent, at)
                ? new RelationOutcome.Related(tickets.get(id))
                : hindered(Hindrance.ALREADY_SO);
    }

    private RelationOutcome giveAddress(TicketId id, StepForm form, Actor agent, Instant at) {
        Optional<String> address = EmailAddress.of(form.typedAddress())
                .map(EmailAddress::value)
                .flatMap(Recipient::read)
                .map(Recipient::address)
                .filter(read -> !ours.isOurs(read));
        if (address.isEmpty()) {
            return hindered(Hindrance.ADDRESS);
        }
        return tickets.giveAddress(id, address.get(), agent, at)
                ? new RelationOutcome.Related(tickets.get(id))
                : hindered(Hindrance.ALREADY_SO);
    }

    /** Takes a link back; false when there was none. */
    boolean unlink(Ticket ticket, TicketNumber other, SignedInAgent agent) {
        return did(at -> relations.unlink(ticket.id(), other, agent.actor(), at) instanceof RelationOutcome.Related);
    }

    /** Takes an address out of the ticket; false when it took no part, or is the applicant's. */
    boolean removeParticipant(Ticket ticket, String address, SignedInAgent agent) {
        return did(at -> tickets.removeParticipant(ticket.id(), address, agent.actor(), at));
    }

    private boolean did(Predicate<Instant> act) {
        Instant at = clock.instant();
        return Boolean.TRUE.equals(transaction.execute(status -> act.test(at)));
    }

    private static RelationOutcome related(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Taken(Ticket ticket, var letter) -> new RelationOutcome.Related(ticket);
            case StepOutcome.NotPossible no -> hindered(Hindrance.STATE);
        };
    }
}
