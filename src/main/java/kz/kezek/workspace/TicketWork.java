package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What agents do in a ticket, each act in one transaction with everything that follows from it. */
@Component
class TicketWork {

    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final TicketFiles files;
    private final NewerEntries newer;
    private final FormPosts posts;
    private final Drafts drafts;
    private final DraftFiles attached;
    private final LiveSignals signals;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    TicketWork(
            TicketRegister tickets,
            Correspondence correspondence,
            TicketFiles files,
            NewerEntries newer,
            FormPosts posts,
            Drafts drafts,
            DraftFiles attached,
            LiveSignals signals,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.files = files;
        this.newer = newer;
        this.posts = posts;
        this.drafts = drafts;
        this.attached = attached;
        this.signals = signals;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a form. */
    sealed interface Outcome {

        /** It was carried out, by this post or by an earlier one of the same form. */
        record Done() implements Outcome {}

        /** It was not: somebody wrote meanwhile, or the ticket's state does not allow it any more. */
        record Stopped(List<FieldError> why) implements Outcome {}
    }

    /**
     * A checked form on its way.
     *
     * @param composed whether the agent wrote it in the ticket itself: then the files kept there go along, and what is kept there
     *     has been sent
     */
    record Post(Mode mode, TicketForm form, String key, LastSeen seen, boolean composed) {

        /** A form of the ticket's own page. */
        Post(Mode mode, TicketForm form, String key, LastSeen seen) {
            this(mode, form, key, seen, true);
        }
    }

    /** Carries a form out once; a note is added whatever happened meanwhile, a letter is not: its text is kept. */
    Outcome carryOut(TicketId id, Post post, SignedInAgent agent) {
        Instant at = clock.instant();
        Outcome outcome = Objects.requireNonNull(transaction.execute(status -> {
            Ticket ticket = tickets.lock(id);
            if (!posts.take(agent.id(), post.key(), id, at)) {
                return new Outcome.Done();
            }
            Optional<Outcome.Stopped> stopped = stopped(ticket, post, agent).or(() -> write(id, post, agent, at));
            if (stopped.isPresent()) {
                status.setRollbackOnly();
                return stopped.get();
            }
            if (post.composed()) {
                var place = new Drafts.Place(agent.id(), id, post.mode());
                drafts.remove(place);
                attached.clear(place);
            }
            return new Outcome.Done();
        }));
        if (post.mode() == Mode.NOTE) {
            signals.changed(id);
        }
        if (outcome instanceof Outcome.Stopped) {
            keep(id, post, agent, at);
        }
        return outcome;
    }

    /** What was not sent is kept; what was written elsewhere, not over a text that the agent has begun here. */
    private void keep(TicketId id, Post post, SignedInAgent agent, Instant at) {
        boolean begun = drafts.of(agent.id(), id).stream().anyMatch(kept -> kept.surface() == post.mode());
        if (post.composed() || !begun) {
            var text =
                    new Drafts.Kept(post.mode(), post.form().raw(), post.form().asked(), at);
            drafts.save(new Drafts.Place(agent.id(), id, post.mode()), post.key(), text);
        }
    }

    private Optional<Outcome.Stopped> stopped(Ticket ticket, Post post, SignedInAgent agent) {
        if (post.mode() == Mode.NOTE) {
            return Optional.empty();
        }
        List<FieldError> entries = newer.than(post.seen(), files.read(ticket), agent);
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Stopped(entries));
    }

    private Optional<Outcome.Stopped> write(TicketId id, Post post, SignedInAgent agent, Instant at) {
        String text = post.form().written();
        List<AttachedFile> along =
                post.composed() ? attached.toSend(new Drafts.Place(agent.id(), id, post.mode())) : List.of();
        return switch (post.mode()) {
            case ANSWER -> refused(correspondence.answer(id, text, along, agent.actor(), at));
            case REQUEST -> {
                var items = post.form().asked().stream()
                        .map(correspondence::requestedItem)
                        .toList();
                yield refused(correspondence.requestInformation(id, items, text, along, agent.actor(), at));
            }
            case NOTE -> {
                tickets.note(id, text, along, agent.actor(), at);
                yield Optional.empty();
            }
            case CLOSED -> throw new IllegalArgumentException("a closed composer sends nothing");
        };
    }

    private static Optional<Outcome.Stopped> refused(StepOutcome outcome) {
        return outcome instanceof StepOutcome.NotPossible
                ? Optional.of(new Outcome.Stopped(List.of(new FieldError("text", "error.step"))))
                : Optional.empty();
    }

    /** The agent takes the ticket; false when its state does not allow that. */
    boolean assign(TicketId id, SignedInAgent agent) {
        return taken(
                ticket -> isOf(ticket, agent)
                        ? StepOutcome.Taken.silently(ticket)
                        : tickets.assign(id, agent.id().value(), agent.actor(), clock.instant()),
                id);
    }

    private static boolean isOf(Ticket ticket, SignedInAgent agent) {
        return ticket.assigneeId().equals(Optional.of(agent.id().value()));
    }

    boolean release(TicketId id, SignedInAgent agent) {
        return taken(ticket -> tickets.release(id, agent.actor(), clock.instant()), id);
    }

    boolean close(TicketId id, SignedInAgent agent) {
        return taken(
                ticket -> tickets.take(id, new TicketEvent.TicketClosed(clock.instant()), Party.AGENT, agent.actor()),
                id);
    }

    boolean undoDiscontinuation(TicketId id, SignedInAgent agent) {
        return taken(
                ticket -> {
                    var event = new TicketEvent.DiscontinuationUndone(clock.instant());
                    return correspondence.take(id, event, Party.AGENT, agent.actor(), event.at());
                },
                id);
    }

    private boolean taken(Function<Ticket, StepOutcome> act, TicketId id) {
        return transaction.execute(status -> act.apply(tickets.lock(id))) instanceof StepOutcome.Taken;
    }

    /** Writes down that the agent looked at the whole ИИН (R36). */
    void journalIdentifierView(Ticket ticket, SignedInAgent agent) {
        var act = Act.of(
                "ticket:" + ticket.id(),
                "ticket.identifier-viewed",
                ticket.number().toString());
        transaction.executeWithoutResult(status -> journal.record(act, agent.actor(), clock.instant()));
    }
}
