package kz.kezek.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Journal;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.TicketEvent.AnswerWithdrawn;
import kz.kezek.ticket.TicketEvent.FormCompleted;
import kz.kezek.ticket.TicketEvent.InformationRequestWithdrawn;
import kz.kezek.ticket.TicketEvent.StepTaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tickets, and the only way to change them. Each change runs in the transaction of the caller: the state, the event,
 * the journal entry and what {@link TicketChanged} moves are committed together or not at all.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketRegister {

    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final TicketEvents events;
    private final ReceivedMessages messages;
    private final InformationRequests requests;
    private final Answers answers;
    private final SentFiles files;
    private final Participants participants;
    private final Journal journal;
    private final ApplicationEventPublisher publisher;
    private final ZoneId zone;

    TicketRegister(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Journal journal,
            ApplicationEventPublisher publisher,
            Regulation regulation) {
        this.tickets = new Tickets(jdbc, json);
        this.numbers = new TicketNumbers(jdbc, transactions);
        this.events = new TicketEvents(jdbc, json);
        this.messages = new ReceivedMessages(jdbc);
        this.requests = new InformationRequests(jdbc, json);
        this.answers = new Answers(jdbc);
        this.files = new SentFiles(jdbc);
        this.participants = new Participants(jdbc);
        this.journal = journal;
        this.publisher = publisher;
        this.zone = regulation.hours().zone();
    }

    /** Registers a ticket: it gets its number, and its clocks begin at its receipt (R26, A2). */
    public Ticket register(NewTicket ticket, Actor actor) {
        TicketNumber number = numbers.next(ticket.receivedAt().atZone(zone).getYear());
        TicketId id = tickets.insert(number, ticket);
        if (!ticket.applicant().address().isEmpty()) {
            participants.add(id, ticket.applicant().address(), ParticipantRole.APPLICANT);
        }
        var registered = new TicketEvent.TicketRegistered(ticket.receivedAt(), ticket.channel());
        events.append(id, registered, actor.code());
        journal.begin(act(id, registered.type()), actor, registered.at());
        publisher.publishEvent(new TicketChanged(id, List.of(registered)));
        return get(id);
    }

    /** Takes a step that needs nothing but its event. The party must be the one that the table names. */
    public StepOutcome take(TicketId id, StepTaken event, Party party, Actor actor) {
        return step(id, event.step(), party, actor, () -> event);
    }

    /** An agent takes the ticket, or it goes from one agent to another. */
    public StepOutcome assign(TicketId id, long agentId, Actor actor, Instant at) {
        Ticket ticket = tickets.lock(id);
        if (!ticket.state().isOpen()) {
            return new StepOutcome.NotPossible(ticket, Step.TAKE);
        }
        tickets.assign(id, agentId);
        if (ticket.state() == TicketState.REGISTERED) {
            return take(id, new TicketEvent.TicketTaken(at, agentId), Party.AGENT, actor);
        }
        record(id, new TicketEvent.TicketReassigned(at, agentId), actor);
        return StepOutcome.Taken.silently(get(id));
    }

    /** Nobody has the ticket any more. */
    public StepOutcome release(TicketId id, Actor actor, Instant at) {
        StepOutcome outcome = take(id, new TicketEvent.TicketReleased(at), Party.AGENT, actor);
        if (outcome instanceof StepOutcome.Taken) {
            tickets.assign(id, null);
            return StepOutcome.Taken.silently(get(id));
        }
        return outcome;
    }

    /** A specialist answers, perhaps with files; the letter is the correspondence's. */
    public StepOutcome answer(TicketId id, String text, List<AttachedFile> attached, Actor actor, Instant at) {
        return step(id, Step.ANSWER, Party.AGENT, actor, () -> {
            long answer = answers.insertAnswer(id, text, actor.code(), at);
            files.insertOfAnswer(answer, attached);
            return new TicketEvent.TicketAnswered(at, answer);
        });
    }

    /** A specialist sends a Запрос, perhaps with files; the letter is the correspondence's. */
    public StepOutcome requestInformation(
            TicketId id,
            List<RequestedItem> items,
            String instructions,
            List<AttachedFile> attached,
            Actor actor,
            Instant at) {
        return step(id, Step.REQUEST_INFORMATION, Party.AGENT, actor, () -> {
            long request = requests.insert(id, items, instructions, actor.code(), at);
            files.insertOfRequest(request, attached);
            return new TicketEvent.InformationRequested(at, request);
        });
    }

    /** An answer that has not left is taken back: the ticket stands again where it stood before it. */
    public StepOutcome withdrawAnswer(TicketId id, long answerId, Actor actor, Instant at) {
        return withdraw(id, new AnswerWithdrawn(at, answerId), actor, () -> answers.withdraw(id, answerId, at));
    }

    /** A Запрос that has not left is taken back: the ticket stands again where it stood before it. */
    public StepOutcome withdrawRequest(TicketId id, long requestId, Actor actor, Instant at) {
        return withdraw(
                id, new InformationRequestWithdrawn(at, requestId), actor, () -> requests.withdraw(id, requestId, at));
    }

    private StepOutcome withdraw(TicketId id, StepTaken event, Actor actor, Runnable mark) {
        Ticket ticket = tickets.lock(id);
        List<TicketEvent> before =
                events.of(id).stream().map(RecordedEvent::event).toList();
        var transition = Withdrawals.stateAfter(event, before)
                .flatMap(state -> Lifecycle.find(ticket.state(), event.step(), state));
        if (transition.isEmpty()) {
            return new StepOutcome.NotPossible(ticket, event.step());
        }
        mark.run();
        tickets.moveTo(id, transition.get().to(), event.at());
        record(id, event, actor);
        return StepOutcome.Taken.silently(get(id));
    }

    /** Writes an internal note; no clock is moved by it. */
    public void note(TicketId id, String text, Actor actor, Instant at) {
        note(id, text, List.of(), actor, at);
    }

    /** The same with files that stay in the service as the note does. */
    public void note(TicketId id, String text, List<AttachedFile> attached, Actor actor, Instant at) {
        tickets.lock(id);
        files.insertOfNote(answers.insertNote(id, text, actor.code(), at), attached);
        journal.record(act(id, "InternalNoteWritten").with("length", Integer.toString(text.length())), actor, at);
    }

    /** Files a message that came in to the ticket; its step, if any, is taken apart. */
    public void file(TicketId id, ReceivedMessage message) {
        messages.insert(id, message);
    }

    /** The form and the applicant as the applicant's reply completes them; the form so far is kept in the event. */
    public void completeForm(TicketId id, ReadForm form, Ticket.Applicant applicant, FormCompleted event, Actor actor) {
        tickets.complete(id, form, applicant);
        record(id, event, actor);
    }

    /** From now on a number quoted from this address is believed; false when nothing changed by it. */
    public boolean addParticipant(TicketId id, String address, ParticipantRole role, Actor actor, Instant at) {
        tickets.lock(id);
        boolean changed = participants.add(id, address, role) || participants.change(id, address, role);
        if (changed) {
            record(id, new TicketEvent.ParticipantAdded(at, address.toLowerCase(Locale.ROOT), role), actor);
        }
        return changed;
    }

    /** From now on letters go to this address; false when the applicant has one already. */
    public boolean giveAddress(TicketId id, String address, Actor actor, Instant at) {
        tickets.lock(id);
        boolean changed = tickets.giveAddress(id, address);
        if (changed) {
            boolean entered = participants.add(id, address, ParticipantRole.APPLICANT)
                    || participants.change(id, address, ParticipantRole.APPLICANT);
            if (!entered) {
                throw new IllegalStateException(
                        "ticket " + id + " has an applicant without an address among its participants");
            }
            record(
                    id,
                    new TicketEvent.ParticipantAdded(at, address.toLowerCase(Locale.ROOT), ParticipantRole.APPLICANT),
                    actor);
        }
        return changed;
    }

    /** From now on it is not; false when the address took no part, or is the applicant's. */
    public boolean removeParticipant(TicketId id, String address, Actor actor, Instant at) {
        tickets.lock(id);
        boolean changed = participants.remove(id, address);
        if (changed) {
            record(id, new TicketEvent.ParticipantRemoved(at, address.toLowerCase(Locale.ROOT)), actor);
        }
        return changed;
    }

    /** Letters with these custody ids go over to another ticket; the one that began this one stays, and a copy goes. */
    public void moveMessages(TicketId from, TicketId to, Collection<Long> custodyIds) {
        messages.move(from, to, custodyIds);
    }

    /** Records what happened without a step: a delivery, a reminder, a further mail. */
    public void record(TicketId id, TicketEvent event, Actor actor) {
        events.append(id, event, actor.code());
        journal.record(act(id, event.type()), actor, event.at());
        publisher.publishEvent(new TicketChanged(
                id, events.of(id).stream().map(RecordedEvent::event).toList()));
    }

    /** Marks the ticket as one whose last letter did not reach the applicant, or takes the mark away. */
    public void markUndelivered(TicketId id, boolean undelivered) {
        tickets.markUndelivered(id, undelivered);
    }

    /** Projects the running clock for the queue; called by the clocks only. */
    public void project(TicketId id, Optional<Ticket.RunningClock> clock) {
        tickets.project(id, clock);
    }

    private StepOutcome step(TicketId id, Step step, Party party, Actor actor, Supplier<StepTaken> event) {
        Ticket ticket = tickets.lock(id);
        var transition = Lifecycle.find(ticket.state(), step).filter(t -> t.by() == party);
        if (transition.isEmpty()) {
            return new StepOutcome.NotPossible(ticket, step);
        }
        StepTaken taken = event.get();
        tickets.moveTo(id, transition.get().to(), taken.at());
        record(id, taken, actor);
        return new StepOutcome.Taken(get(id), transition.get().letter());
    }

    /** The ticket of this id. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Ticket get(TicketId id) {
        return tickets.find(id).orElseThrow(() -> new IllegalStateException("there is no ticket " + id));
    }

    /** The ticket of this number, if there is one. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Ticket> find(TicketNumber number) {
        return tickets.find(number);
    }

    /** Locks the ticket until the end of the transaction, so that nobody else changes it meanwhile. */
    public Ticket lock(TicketId id) {
        return tickets.lock(id);
    }

    /** Tickets in the order of registration, after the given id. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Ticket> page(Optional<TicketState> state, long afterId, int limit) {
        return tickets.page(state, afterId, limit);
    }

    /** What happened to the ticket, in order. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<RecordedEvent> events(TicketId id) {
        return events.of(id);
    }

    /** The messages that came in to the ticket, in order. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<ReceivedMessage> messages(TicketId id) {
        return messages.of(id);
    }

    /** The Message-IDs of the messages that came in to the ticket, oldest first, without those that had none. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> messageIds(TicketId id) {
        return messages.messageIds(id);
    }

    /** The Запросы of the ticket, in order, without those taken back. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<InformationRequest> informationRequests(TicketId id) {
        return requests.of(id);
    }

    /** An answer of the ticket that was taken back, to be written on. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Answer> withdrawnAnswer(TicketId id, long answerId) {
        return answers.withdrawn(id, answerId);
    }

    /** A Запрос of the ticket that was taken back, to be written on. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<InformationRequest> withdrawnRequest(TicketId id, long requestId) {
        return requests.withdrawn(id, requestId);
    }

    /** The answers of the ticket, in order, without those taken back. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Answer> answers(TicketId id) {
        return answers.answers(id);
    }

    /** The files that go along with this answer. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<AttachedFile> filesOfAnswer(long answerId) {
        return files.ofAnswer(answerId);
    }

    /** The files that go along with this Запрос. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<AttachedFile> filesOfRequest(long requestId) {
        return files.ofRequest(requestId);
    }

    /** The files that went along with answers of the ticket, by the answer's id. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<Long, List<AttachedFile>> filesOfAnswers(TicketId id) {
        return files.ofAnswers(id);
    }

    /** The files that went along with Запросы of the ticket, by the Запрос's id. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<Long, List<AttachedFile>> filesOfRequests(TicketId id) {
        return files.ofRequests(id);
    }

    /** The files that were kept with notes of the ticket, by the note's id. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<Long, List<AttachedFile>> filesOfNotes(TicketId id) {
        return files.ofNotes(id);
    }

    /** The internal notes of the ticket, in order. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<InternalNote> notes(TicketId id) {
        return answers.notes(id);
    }

    /** The ticket to which a message with one of these Message-IDs came. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<TicketId> ticketOfMessage(Collection<String> messageIds) {
        return messages.ticketOf(messageIds);
    }

    /** Whether this address takes part in the ticket, or in one of the same applicant that was merged into it. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean takesPart(TicketId id, String address) {
        return participants.role(id, address).isPresent();
    }

    /** Whether what this address writes completes the applicant's form: his own does, and his representative's. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean speaksForTheApplicant(TicketId id, String address) {
        return participants
                .role(id, address)
                .filter(role -> role != ParticipantRole.COPIED)
                .isPresent();
    }

    /** Who takes part in the ticket, the applicant first. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Participant> participants(TicketId id) {
        return participants.of(id);
    }

    static Act act(TicketId id, String action) {
        return Act.of("ticket:" + id, action, id.toString());
    }
}
