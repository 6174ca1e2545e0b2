package kz.kezek.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.correspondence.LetterKind;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.journal.Actor;
import kz.kezek.regulation.Regulation;
import kz.kezek.ticket.Answer;
import kz.kezek.ticket.AttachedFile;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.InternalNote;
import kz.kezek.ticket.ParticipantRole;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.RequestedItem;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.workspace.EventView.Mood;
import kz.kezek.workspace.MessageView.Author;
import kz.kezek.workspace.MessageView.Block;
import kz.kezek.workspace.MessageView.Delivery;
import kz.kezek.workspace.MessageView.FileView;
import kz.kezek.workspace.MessageView.Kind;
import org.springframework.stereotype.Component;

/** Puts what was written and what happened in a ticket in the order of time. */
@Component
class Conversations {

    private final Regulation regulation;

    Conversations(Regulation regulation) {
        this.regulation = regulation;
    }

    private record Timed(Instant at, Entry entry) {
        /** The same as a letter of a ticket merged into this one. */
        Timed of(String number) {
            return entry instanceof MessageView message ? new Timed(at, message.of(number)) : this;
        }
    }

    /** The conversation; {@code whole} shows ИИН, for which the caller has answered in the journal. */
    List<Entry> of(TicketFile file, Moments moments, boolean whole) {
        List<Timed> entries = new ArrayList<>(written(file, moments, whole));
        for (TicketFile merged : file.merged()) {
            written(merged, moments, whole).stream()
                    .map(timed -> timed.of(merged.ticket().number().toString()))
                    .forEach(entries::add);
        }
        file.events().forEach(e -> event(file, e, moments).ifPresent(view -> entries.add(new Timed(e.at(), view))));
        return entries.stream()
                .sorted(Comparator.comparing(Timed::at))
                .map(Timed::entry)
                .toList();
    }

    private List<Timed> written(TicketFile file, Moments moments, boolean whole) {
        List<Timed> entries = new ArrayList<>();
        for (int i = 0; i < file.messages().size(); i++) {
            ReceivedMessage message = file.messages().get(i);
            entries.add(new Timed(message.receivedAt(), received(file, i + 1, moments, whole)));
        }
        file.written().requests().forEach(r -> entries.add(new Timed(r.requestedAt(), request(file, r, moments))));
        file.written().answers().forEach(a -> entries.add(new Timed(a.answeredAt(), answer(file, a, moments))));
        file.written().notes().forEach(n -> entries.add(new Timed(n.notedAt(), note(file, n, moments))));
        return entries;
    }

    private static MessageView received(TicketFile file, int position, Moments moments, boolean whole) {
        ReceivedMessage message = file.messages().get(position - 1);
        String name = message.fromName().isBlank() ? message.fromAddress() : message.fromName();
        List<Integer> missing = position == 1 ? file.ticket().missingItems() : List.of();
        String files = new TicketLink(file.ticket().number().toString()).href() + "/files/" + position + "/";
        return new MessageView(
                "message-" + position,
                Kind.INCOMING,
                new Author(
                        Avatars.ofStranger(name),
                        name,
                        Optional.of(message.fromAddress()).filter(address -> !address.equals(name))),
                moments.near(message.receivedAt()),
                Optional.empty(),
                language(file),
                LetterBody.of(message, missing, whole),
                IntStream.range(0, message.attachments().size())
                        .mapToObj(i -> file(message.attachments().get(i), files + (i + 1), moments.words()))
                        .toList());
    }

    private static FileView file(ReceivedMessage.Attachment file, String href, Phrases words) {
        String name = file.fileName().isBlank() ? words.text("file.nameless") : Masking.of(file.fileName());
        boolean picture = file.mediaType().startsWith("image/");
        return new FileView(
                name, FileSizes.of(file.size(), words), picture, file.content().map(kept -> href));
    }

    private MessageView request(TicketFile file, InformationRequest request, Moments moments) {
        String asked =
                request.items().stream().map(item -> "– " + name(item, file)).collect(Collectors.joining("\n"));
        List<Block> body = new ArrayList<>(LetterBody.paragraphs(request.instructions()));
        body.add(new Block.Paragraph(asked));
        return ours(
                        file,
                        "request-" + request.id(),
                        Kind.REQUEST,
                        request.requestedBy(),
                        body,
                        file.letter(LetterKind.INFORMATION_REQUEST, request.requestedAt()),
                        moments.near(request.requestedAt()),
                        moments)
                .with(files(file, "information-requests", request.id(), moments));
    }

    /** What was asked, in the applicant's language: the letter's own words. */
    private String name(RequestedItem item, TicketFile file) {
        if (!item.text().isBlank()) {
            return item.text();
        }
        return regulation
                .requestItem(item.key())
                .map(known -> known.label().in(language(file).locale()))
                .orElseGet(() -> Words.in(language(file)).text(item.key().replace("item-", "item.") + ".name"));
    }

    private static MessageView answer(TicketFile file, Answer answer, Moments moments) {
        return ours(
                        file,
                        "answer-" + answer.id(),
                        Kind.ANSWER,
                        answer.answeredBy(),
                        LetterBody.paragraphs(answer.text()),
                        file.letter(LetterKind.ANSWER, answer.answeredAt()),
                        moments.near(answer.answeredAt()),
                        moments)
                .with(files(file, "answers", answer.id(), moments));
    }

    /** What went along with a letter of ours, or was kept with a note. */
    private static List<FileView> files(TicketFile file, String noun, long id, Moments moments) {
        List<AttachedFile> files = file.written().files(noun).getOrDefault(id, List.of());
        String href = new TicketLink(file.ticket().number().toString()).href() + "/" + noun + "/" + id + "/files/";
        return IntStream.range(0, files.size())
                .mapToObj(i -> new FileView(
                        files.get(i).fileName(),
                        FileSizes.of(files.get(i).size(), moments.words()),
                        files.get(i).mediaType().startsWith("image/"),
                        Optional.of(href + (i + 1))))
                .toList();
    }

    @SuppressWarnings("TooManyParameters")
    private static MessageView ours(
            TicketFile file,
            String anchor,
            Kind kind,
            String by,
            List<Block> body,
            Optional<OutboxLetter> letter,
            String time,
            Moments moments) {
        Avatar author = file.actor(by, moments.words());
        return new MessageView(
                anchor,
                kind,
                new Author(author, author.name(), letter.map(OutboxLetter::recipient)),
                time,
                letter.map(Conversations::delivery),
                language(file),
                body,
                List.of());
    }

    static Delivery delivery(OutboxLetter letter) {
        return switch (letter.state()) {
            case QUEUED -> letter.attempts() == 0 ? Delivery.QUEUED : Delivery.RETRYING;
            case DELIVERED -> Delivery.DELIVERED;
            case FAILED, BOUNCED, WITHDRAWN -> Delivery.FAILED;
        };
    }

    private static MessageView note(TicketFile file, InternalNote note, Moments moments) {
        Avatar author = file.actor(note.notedBy(), moments.words());
        return new MessageView(
                "note-" + note.id(),
                Kind.NOTE,
                new Author(author, author.name(), Optional.empty()),
                moments.near(note.notedAt()),
                Optional.empty(),
                moments.words().language(),
                LetterBody.paragraphs(note.text()),
                files(file, "notes", note.id(), moments));
    }

    static Optional<EventView> event(TicketFile file, RecordedEvent recorded, Moments moments) {
        String by = file.actor(recorded.actor(), moments.words()).name();
        return switch (recorded.event()) {
            case TicketEvent.AcceptanceNoticeDelivered e ->
                view(recorded, moments, Mood.GOOD, "event.acceptance-notice-sent", took(file, e.at(), moments));
            case TicketEvent.TicketTaken e -> assigned(file, recorded, e.agentId(), moments);
            case TicketEvent.TicketReassigned e -> assigned(file, recorded, e.agentId(), moments);
            case TicketEvent.TicketReleased e -> view(recorded, moments, Mood.PLAIN, "event.released");
            case TicketEvent.InformationRequestUndelivered e -> view(recorded, moments, Mood.LATE, "event.undelivered");
            case TicketEvent.AnswerUndelivered e -> view(recorded, moments, Mood.LATE, "event.undelivered");
            case TicketEvent.ApplicantReminded e -> view(recorded, moments, Mood.HOLD, "event.reminder-sent");
            case TicketEvent.TicketDiscontinued e -> view(recorded, moments, Mood.LATE, "event.discontinued");
            case TicketEvent.InformationSuppliedInTime e -> view(recorded, moments, Mood.GOOD, "event.reopened");
            case TicketEvent.DiscontinuationUndone e ->
                view(recorded, moments, Mood.GOOD, "event.discontinuation-undone", by);
            case TicketEvent.FormCompleted e ->
                Actor.ofCode(recorded.actor()) instanceof Actor.AgentActor
                        ? view(recorded, moments, Mood.PLAIN, "event.form-corrected", by, items(e.items()))
                        : view(recorded, moments, Mood.GOOD, "event.form-completed", items(e.items()));
            case TicketEvent.TicketClosed e -> view(recorded, moments, Mood.GOOD, "event.closed", by);
            case TicketEvent.TicketReopened e -> view(recorded, moments, Mood.PLAIN, "event.reopened");
            case TicketEvent.MarkedNotARequest e -> view(recorded, moments, Mood.PLAIN, "event.not-a-request", by);
            case TicketEvent.MarkedDuplicate e ->
                view(recorded, moments, Mood.PLAIN, "event.duplicate", e.originalNumber());
            case TicketEvent.AnswerWithdrawn e -> view(recorded, moments, Mood.PLAIN, "event.answer-withdrawn", by);
            case TicketEvent.InformationRequestWithdrawn e ->
                view(recorded, moments, Mood.PLAIN, "event.request-withdrawn", by);
            case TicketEvent.MarkUndone e -> view(recorded, moments, Mood.PLAIN, "event.mark-undone", by);
            case TicketEvent.DeadlineMoved e ->
                view(
                        recorded,
                        moments,
                        Mood.HOLD,
                        "event.deadline-moved",
                        moments.near(e.from()),
                        moments.near(e.to()));
            case TicketEvent.TicketMerged e -> view(recorded, moments, Mood.PLAIN, "event.merged", e.intoNumber(), by);
            case TicketEvent.MergerUndone e -> view(recorded, moments, Mood.PLAIN, "event.merger-undone", by);
            case TicketEvent.TicketAbsorbed e -> view(recorded, moments, Mood.PLAIN, absorbed(e), e.number(), by);
            case TicketEvent.AbsorptionUndone e ->
                view(recorded, moments, Mood.PLAIN, "event.absorption-undone", e.number(), by);
            case TicketEvent.TicketSplit e -> view(recorded, moments, Mood.PLAIN, "event.split", e.newNumber(), by);
            case TicketEvent.TicketSplitOff e ->
                view(recorded, moments, Mood.PLAIN, "event.split-off", e.fromNumber(), by);
            case TicketEvent.TicketLinked e -> view(recorded, moments, Mood.PLAIN, "event.linked", e.number(), by);
            case TicketEvent.TicketUnlinked e -> view(recorded, moments, Mood.PLAIN, "event.unlinked", e.number(), by);
            case TicketEvent.IncidentJoined e ->
                view(recorded, moments, Mood.PLAIN, "event.incident-joined", number(e.incidentId()), by);
            case TicketEvent.IncidentLeft e ->
                view(recorded, moments, Mood.PLAIN, "event.incident-left", number(e.incidentId()), by);
            case TicketEvent.ParticipantAdded e -> participant(recorded, e, by, moments);
            case TicketEvent.ParticipantRemoved e ->
                view(recorded, moments, Mood.PLAIN, "event.participant-removed", e.address(), by);
            case TicketEvent.TicketRegistered e -> Optional.empty();
            case TicketEvent.AcceptanceNoticeNotOwed e -> Optional.empty();
            case TicketEvent.InformationRequested e -> Optional.empty();
            case TicketEvent.InformationRequestDelivered e -> Optional.empty();
            case TicketEvent.InformationSupplied e -> Optional.empty();
            case TicketEvent.ApplicantWrote e -> Optional.empty();
            case TicketEvent.TicketAnswered e -> Optional.empty();
            case TicketEvent.ApplicantRepliedAfterAnswer e -> Optional.empty();
        };
    }

    /** As people say it, without the spaces of a quantity. */
    private static String number(long id) {
        return Long.toString(id);
    }

    private static String absorbed(TicketEvent.TicketAbsorbed event) {
        return event.governing().isPresent() ? "event.absorbed-governing" : "event.absorbed";
    }

    /** Who stood in copy of the first letter is told by the list of those who take part. */
    private static Optional<EventView> participant(
            RecordedEvent recorded, TicketEvent.ParticipantAdded added, String by, Moments moments) {
        if (added.role() == ParticipantRole.APPLICANT) {
            return view(recorded, moments, Mood.PLAIN, "event.address-given", added.address(), by);
        }
        return added.role() == ParticipantRole.COPIED && Actor.ofCode(recorded.actor()) instanceof Actor.ApplicantActor
                ? Optional.empty()
                : view(recorded, moments, Mood.PLAIN, "event.participant-added", added.address());
    }

    private static String items(List<Integer> numbers) {
        return String.join(
                ", ", numbers.stream().map(number -> Integer.toString(number)).toList());
    }

    private static Optional<EventView> assigned(TicketFile file, RecordedEvent event, long agentId, Moments moments) {
        return view(
                event,
                moments,
                Mood.PLAIN,
                "event.assigned",
                file.agent(agentId, moments.words()).name());
    }

    private static Optional<EventView> view(
            RecordedEvent event, Moments moments, Mood mood, String key, Object... arguments) {
        return Optional.of(
                new EventView("event-" + event.seq(), mood, key, List.of(arguments), moments.near(event.at())));
    }

    private static String took(TicketFile file, Instant at, Moments moments) {
        long seconds =
                Math.max(0, Duration.between(file.ticket().receivedAt(), at).toSeconds());
        return moments.deadlines().exactly(BusinessTime.ofSeconds(seconds));
    }

    private static Language language(TicketFile file) {
        return file.ticket().language().orElse(Language.RU);
    }
}
