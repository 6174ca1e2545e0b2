package kz.kezek.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.LetterKind;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.Answer;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.RequestedItem;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.Withdrawals;
import kz.kezek.workspace.ComposerView.Mode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Taking back a letter that has been sent and has not left: the button, the act, and the text to be written on. */
@Component
class Undoing {

    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final Drafts drafts;
    private final DraftFiles files;
    private final TransactionOperations transaction;

    Undoing(
            TicketRegister tickets,
            Correspondence correspondence,
            Drafts drafts,
            DraftFiles files,
            TransactionOperations transaction) {
        this.files = files;
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.drafts = drafts;
        this.transaction = transaction;
    }

    /** The button, as long as the last step's letter waits. */
    static Optional<UndoView> offered(TicketFile file, Instant at) {
        var events = file.events().stream().map(RecordedEvent::event).toList();
        String href = new TicketLink(file.ticket().number().toString()).href();
        return Withdrawals.lastStep(events).flatMap(step -> switch (step) {
            case TicketEvent.TicketAnswered answered ->
                leavesAt(file, LetterKind.ANSWER, answered.at(), at)
                        .map(leaves -> view(href, Mode.ANSWER, answered.answerId(), leaves));
            case TicketEvent.InformationRequested asked ->
                leavesAt(file, LetterKind.INFORMATION_REQUEST, asked.at(), at)
                        .map(leaves -> view(href, Mode.REQUEST, asked.requestId(), leaves));
            default -> Optional.empty();
        });
    }

    private static UndoView view(String ticket, Mode mode, long id, Instant leaves) {
        return new UndoView(ticket + "/" + mode.noun() + "/" + id + "/withdrawal", leaves.getEpochSecond());
    }

    private static Optional<Instant> leavesAt(TicketFile file, LetterKind kind, Instant writtenAt, Instant at) {
        return file.letters().stream()
                .filter(letter -> letter.kind() == kind && letter.createdAt().equals(writtenAt))
                .filter(letter -> letter.state() == OutboxLetter.State.QUEUED && letter.attempts() == 0)
                .flatMap(letter -> letter.nextAttemptAt().stream())
                .filter(leaves -> leaves.isAfter(at))
                .findFirst();
    }

    /** Whether the letter is one of this ticket, taken back or not. */
    boolean isOf(TicketId ticket, Mode mode, long id) {
        boolean written = mode == Mode.ANSWER
                ? tickets.answers(ticket).stream().anyMatch(answer -> answer.id() == id)
                : tickets.informationRequests(ticket).stream().anyMatch(request -> request.id() == id);
        return written || draft(ticket, mode, id).isPresent();
    }

    /** Takes the letter back; true when it is, by this post or by an earlier one. */
    boolean withdraw(Ticket ticket, Mode mode, long id, SignedInAgent agent, Instant at) {
        return draft(ticket.id(), mode, id).isPresent()
                || Boolean.TRUE.equals(transaction.execute(status -> {
                    StepOutcome outcome = mode == Mode.ANSWER
                            ? correspondence.withdrawAnswer(ticket.id(), id, agent.actor(), at)
                            : correspondence.withdrawRequest(ticket.id(), id, agent.actor(), at);
                    draft(ticket.id(), mode, id).ifPresent(text -> keep(text, files(mode, id), ticket.id(), agent, at));
                    return outcome instanceof StepOutcome.Taken;
                }));
    }

    /** Takes the ticket's last answer back; false when it has left. */
    boolean withdrawAnswer(Ticket ticket, SignedInAgent agent, Instant at) {
        List<Answer> answers = tickets.answers(ticket.id());
        return answers.isEmpty()
                || withdraw(ticket, Mode.ANSWER, answers.getLast().id(), agent, at);
    }

    private List<AttachedFile> files(Mode mode, long id) {
        return mode == Mode.ANSWER ? tickets.filesOfAnswer(id) : tickets.filesOfRequest(id);
    }

    /** The text is a draft again, unless the agent has begun another one. */
    private void keep(Composing text, List<AttachedFile> attached, TicketId ticket, SignedInAgent agent, Instant at) {
        boolean begun = drafts.of(agent.id(), ticket).stream().anyMatch(kept -> kept.surface() == text.mode());
        if (!begun) {
            drafts.save(
                    new Drafts.Place(agent.id(), ticket, text.mode()),
                    text.idempotencyKey(),
                    new Drafts.Kept(text.mode(), text.text(), text.asked().orElse(List.of()), at));
            attached.forEach(file -> files.add(new Drafts.Place(agent.id(), ticket, text.mode()), file));
        }
    }

    /** What was written in a letter that was taken back, to be written on. */
    Optional<Composing> draft(TicketId ticket, Mode mode, long id) {
        return switch (mode) {
            case ANSWER ->
                tickets.withdrawnAnswer(ticket, id)
                        .map(answer -> Composing.begin(mode).with(answer.text(), Optional.empty()));
            case REQUEST -> tickets.withdrawnRequest(ticket, id).map(Undoing::draft);
            case NOTE, CLOSED -> Optional.empty();
        };
    }

    /** What the checklist has no box for goes on as text. */
    private static Composing draft(InformationRequest request) {
        var keys = request.items().stream()
                .filter(item -> item.text().isBlank())
                .map(RequestedItem::key)
                .toList();
        String further = request.items().stream()
                .map(RequestedItem::text)
                .filter(text -> !text.isBlank())
                .map(text -> "\n– " + text)
                .collect(Collectors.joining());
        return Composing.begin(Mode.REQUEST).with((request.instructions() + further).strip(), Optional.of(keys));
    }
}
