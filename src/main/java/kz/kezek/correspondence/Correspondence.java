package kz.kezek.correspondence;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.Letters.Carried;
import kz.kezek.journal.Actor;
import kz.kezek.mail.Bounce;
import kz.kezek.mail.BounceKind;
import kz.kezek.sla.ApplicantReplyExpired;
import kz.kezek.sla.DeadlineMoveDue;
import kz.kezek.sla.ReminderDue;
import kz.kezek.storage.BlobStore;
import kz.kezek.ticket.Answer;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.Lifecycle.LetterCue;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.RequestedItem;
import kz.kezek.ticket.Step;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is written to applicants, and the steps that go with it: a step and its letter are one transaction. Also knows
 * which ticket a letter of ours belongs to, by its Message-ID or its reply token.
 */
@Component
@Transactional
public class Correspondence {

    private static final Actor CLOCKS = new Actor.SystemActor("clocks");
    private static final List<LetterKind> WRITTEN_BY_PEOPLE =
            List.of(LetterKind.INFORMATION_REQUEST, LetterKind.ANSWER, LetterKind.OUT_OF_SCOPE);

    private final TicketRegister tickets;
    private final LetterWriting writing;
    private final Letters letters;
    private final Outbox outbox;
    private final LetterOutcomes outcomes;
    private final BlobStore blobs;

    Correspondence(
            TicketRegister tickets,
            LetterWriting writing,
            LetterOutcomes outcomes,
            Outbox outbox,
            BlobStore blobs,
            JdbcClient jdbc) {
        this.tickets = tickets;
        this.writing = writing;
        this.outcomes = outcomes;
        this.letters = new Letters(jdbc);
        this.outbox = outbox;
        this.blobs = blobs;
    }

    /**
     * Sends the acceptance notice (R20, R26), or records that none is owed.
     *
     * @param toAPerson false when a machine wrote the letter: machines are never answered (R27)
     */
    public void acknowledge(Ticket ticket, boolean toAPerson, Instant at) {
        if (!toAPerson || !write(LetterCue.ACCEPTANCE_NOTICE, ticket, at)) {
            tickets.record(
                    ticket.id(), new TicketEvent.AcceptanceNoticeNotOwed(at), new Actor.SystemActor("correspondence"));
        }
    }

    /** Sends a new link to the applicant's own page, to the applicant's own address. */
    public void sendStatusLink(Ticket ticket, Instant at) {
        outbox.enqueue(ticket, writing.statusLink(ticket), at);
    }

    /**
     * Asks the reader of an address to confirm that he filled in the form.
     *
     * @param link where to confirm it
     */
    public void askToConfirm(
            Recipient address, Language language, String shortDescription, Instant validUntil, URI link, Instant at) {
        outbox.enqueueApart(
                address,
                writing.addressConfirmation(language, shortDescription, validUntil, link),
                Optional.empty(),
                "",
                false,
                at);
    }

    /**
     * Tells the applicant that private keys in his letter were destroyed, and to revoke them (R37).
     *
     * @param password whether a password stood beside them: it is to be changed too
     */
    public void refusePrivateKey(Ticket ticket, List<String> fileNames, boolean password, Instant at) {
        outbox.enqueue(ticket, writing.privateKeyRefused(ticket, fileNames, password, at), at);
    }

    /** Sends a specialist's answer. */
    public StepOutcome answer(TicketId id, String text, Actor agent, Instant at) {
        return answer(id, text, List.of(), agent, at);
    }

    /** The same with files, whose bytes are in the storage. */
    public StepOutcome answer(TicketId id, String text, List<AttachedFile> files, Actor agent, Instant at) {
        return written(tickets.answer(id, text, files, agent, at), at);
    }

    /** Sends a Запрос; the 72 working hours begin when the next mail server accepts it (A8). */
    public StepOutcome requestInformation(
            TicketId id, List<RequestedItem> items, String instructions, Actor agent, Instant at) {
        return requestInformation(id, items, instructions, List.of(), agent, at);
    }

    /** The same with files, whose bytes are in the storage. */
    public StepOutcome requestInformation(
            TicketId id,
            List<RequestedItem> items,
            String instructions,
            List<AttachedFile> files,
            Actor agent,
            Instant at) {
        return written(tickets.requestInformation(id, items, instructions, files, agent, at), at);
    }

    /** Takes an answer back that has not been handed over; not possible when it is on its way, or the ticket has gone on. */
    public StepOutcome withdrawAnswer(TicketId id, long answerId, Actor agent, Instant at) {
        Ticket ticket = tickets.lock(id);
        Optional<UUID> letter = letters.lockUntriedAnswer(id, answerId);
        return letter.isPresent()
                ? withdrawn(tickets.withdrawAnswer(id, answerId, agent, at), letter.get())
                : new StepOutcome.NotPossible(ticket, Step.WITHDRAW_ANSWER);
    }

    /** Takes a Запрос back that has not been handed over; not possible when it is on its way, or the ticket has gone on. */
    public StepOutcome withdrawRequest(TicketId id, long requestId, Actor agent, Instant at) {
        Ticket ticket = tickets.lock(id);
        Optional<UUID> letter = letters.lockUntriedRequest(id, requestId);
        return letter.isPresent()
                ? withdrawn(tickets.withdrawRequest(id, requestId, agent, at), letter.get())
                : new StepOutcome.NotPossible(ticket, Step.WITHDRAW_REQUEST);
    }

    private StepOutcome withdrawn(StepOutcome outcome, UUID letter) {
        if (outcome instanceof StepOutcome.Taken) {
            letters.withdraw(letter);
        }
        return outcome;
    }

    /** Takes a step that needs nothing but its event, and sends what the lifecycle says it sends. */
    public StepOutcome take(TicketId id, TicketEvent.StepTaken event, Party party, Actor actor, Instant at) {
        return written(tickets.take(id, event, party, actor), at);
    }

    private StepOutcome written(StepOutcome outcome, Instant at) {
        if (outcome instanceof StepOutcome.Taken(Ticket ticket, LetterCue letter)) {
            write(letter, ticket, at);
        }
        return outcome;
    }

    /** Writes this letter about what the ticket now says; whether there is an address it could go to. */
    private boolean write(LetterCue letter, Ticket ticket, Instant at) {
        return switch (letter) {
            case NOTHING -> false;
            case ACCEPTANCE_NOTICE -> outbox.enqueue(ticket, writing.acceptanceNotice(ticket), at);
            case INFORMATION_REQUEST -> {
                InformationRequest request = lastRequest(ticket);
                LetterText text = writing.informationRequest(ticket, request, at)
                        .carrying(attachments(tickets.filesOfRequest(request.id())));
                yield outbox.enqueue(ticket, text, Carried.request(request.id()), at);
            }
            case ANSWER -> {
                Answer answer = tickets.answers(ticket.id()).getLast();
                LetterText text =
                        writing.answer(ticket, answer.text()).carrying(attachments(tickets.filesOfAnswer(answer.id())));
                yield outbox.enqueue(ticket, text, Carried.answer(answer.id()), at);
            }
            case DISCONTINUATION ->
                outbox.enqueue(ticket, writing.discontinuation(ticket, lastRequest(ticket), at), at);
            case REOPENING -> outbox.enqueue(ticket, writing.reopened(ticket, at), at);
        };
    }

    private List<LetterAttachment> attachments(List<AttachedFile> files) {
        return files.stream()
                .map(file -> new LetterAttachment(
                        file.fileName(),
                        file.mediaType(),
                        blobs.get(file.content()).orElseThrow()))
                .toList();
    }

    private InformationRequest lastRequest(Ticket ticket) {
        return tickets.informationRequests(ticket.id()).getLast();
    }

    /** An item by its key (of the regulation, or {@code item-1} … {@code item-5}), or else free text. */
    public RequestedItem requestedItem(String keyOrText) {
        return writing.hasWordsFor(keyOrText)
                ? new RequestedItem(keyOrText, "")
                : new RequestedItem("other", keyOrText.strip());
    }

    @EventListener
    void remind(ReminderDue due) {
        tickets.record(due.ticket(), new TicketEvent.ApplicantReminded(due.at(), due.afterHours()), CLOCKS);
        Ticket ticket = tickets.get(due.ticket());
        outbox.enqueue(ticket, writing.reminder(ticket, lastRequest(ticket), due.at()), due.at());
    }

    @EventListener
    void discontinue(ApplicantReplyExpired expired) {
        var event = new TicketEvent.TicketDiscontinued(expired.at(), expired.dueAt());
        take(expired.ticket(), event, Party.SYSTEM, CLOCKS, expired.at());
    }

    @EventListener
    void tellDeadlineMoved(DeadlineMoveDue due) {
        List<TicketEvent> events =
                tickets.events(due.ticket()).stream().map(RecordedEvent::event).toList();
        Instant lastTold =
                letters.lastOf(due.ticket(), LetterKind.DEADLINE_MOVED).orElse(Instant.MIN);
        AnnouncedDeadline.before(events, due.clock(), lastTold).ifPresent(before -> {
            Ticket ticket = tickets.get(due.ticket());
            outbox.enqueue(ticket, writing.deadlineMoved(ticket, due.clock(), before), due.at());
        });
    }

    /**
     * Asks the sender of a letter that became no ticket to send it again, in his language; a person decided so and can take
     * it back for a few seconds.
     */
    public void askToResend(ResendRequest request, Instant at) {
        outbox.enqueueApart(
                request.recipient(),
                writing.unreadable(request),
                Optional.of(request.custodyId()),
                request.messageId(),
                true,
                at);
    }

    /** Takes back what asks to send this letter again; false when it is on its way already. */
    public boolean withdrawResendRequest(long custodyId) {
        Optional<UUID> letter = letters.lockUntriedAbout(custodyId);
        letter.ifPresent(letters::withdraw);
        return letter.isPresent();
    }

    /** Tells the administrator that an alarm began or ended. */
    public void alarm(Recipient administrator, Language language, LetterContent.Alarm alarm, Instant at) {
        outbox.enqueueApart(administrator, LetterText.in(language, alarm), Optional.empty(), "", false, at);
    }

    /** Heeds a delivery report about one of these letters; the ticket it concerns, if the letter is ours. */
    public Optional<TicketId> reported(Bounce bounce, Instant at) {
        Optional<OutboxLetter> letter = bounce.envelopeId()
                .flatMap(letters::lockDeliveredAs)
                .or(() -> letters.lockDelivered(bounce.originalMessageIds()));
        if (letter.isPresent() && bounce.kind() == BounceKind.FAILURE) {
            OutboxLetter bounced = letter.get();
            String reply = bounce.recipients().stream()
                    .findFirst()
                    .map(recipient -> (recipient.replyCode() + " " + recipient.status()).strip())
                    .orElse("");
            letters.undelivered(bounced.id(), OutboxLetter.State.BOUNCED, reply);
            bounced.ticket()
                    .ifPresent(ticket ->
                            outcomes.undelivered(ticket, bounced.kind(), letters.requestOf(bounced.id()), at));
        }
        return letter.flatMap(OutboxLetter::ticket).or(() -> letters.ticketOf(bounce.originalMessageIds()));
    }

    /** Whether this Message-ID (without brackets) is that of a letter of ours. */
    @Transactional(readOnly = true)
    public boolean isOurs(String messageId) {
        return letters.exists(messageId);
    }

    /** The ticket of a letter of ours with one of these Message-IDs. */
    @Transactional(readOnly = true)
    public Optional<TicketId> ticketOfLetter(Collection<String> messageIds) {
        return letters.ticketOf(messageIds);
    }

    /** The ticket whose reply token this address carries. */
    @Transactional(readOnly = true)
    public Optional<TicketId> ticketOfToken(String recipientAddress) {
        return ReplyToken.in(recipientAddress).flatMap(token -> letters.ticketOfToken(token.value()));
    }

    /** Whether people of ours wrote to the ticket's applicant since that instant. */
    @Transactional(readOnly = true)
    public boolean wroteSince(TicketId ticket, Instant since) {
        return letters.existsSince(ticket, since, WRITTEN_BY_PEOPLE);
    }

    /** The letters of the ticket, oldest first. */
    @Transactional(readOnly = true)
    public List<OutboxLetter> letters(TicketId ticket) {
        return letters.of(ticket);
    }

    /** The newest letters, newest first. */
    @Transactional(readOnly = true)
    public List<OutboxLetter> newestLetters(int limit) {
        return letters.newest(limit);
    }

    /** One letter by its id. */
    @Transactional(readOnly = true)
    public Optional<OutboxLetter> letter(UUID id) {
        return letters.find(id);
    }
}
