package kz.kezek.workspace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.ticket.InternalNote;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RecordedEvent;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.Withdrawals;
import kz.kezek.workspace.ComposerView.FieldError;
import org.springframework.stereotype.Component;

/** What others have written or done in a ticket since an agent last saw it, named so that it can be gone to and read. */
@Component
class NewerEntries {

    static final String KEY = "error.newer";

    private final CalendarInForce calendars;
    private final Clock clock;

    NewerEntries(CalendarInForce calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    List<FieldError> than(LastSeen seen, TicketFile file, SignedInAgent agent) {
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
        List<FieldError> newer = new ArrayList<>();
        List<ReceivedMessage> messages = file.messages();
        for (int i = Math.min(seen.messages(), messages.size()); i < messages.size(); i++) {
            String from = messages.get(i).fromName().isBlank()
                    ? messages.get(i).fromAddress()
                    : messages.get(i).fromName();
            newer.add(error("message-" + (i + 1), moments.words().text("message.incoming", from)));
        }
        String me = agent.actor().code();
        List<InternalNote> notes = file.written().notes();
        notes.subList(Math.min(seen.notes(), notes.size()), notes.size()).stream()
                .filter(note -> !note.notedBy().equals(me))
                .forEach(note ->
                        newer.add(error("note-" + note.id(), written("message.note", note.notedBy(), file, moments))));
        file.events().stream()
                .filter(event -> event.seq() > seen.events() && !event.actor().equals(me))
                .forEach(event -> step(event, file, moments).ifPresent(newer::add));
        return newer;
    }

    private static Optional<FieldError> step(RecordedEvent event, TicketFile file, Moments moments) {
        return switch (event.event()) {
            case TicketEvent.TicketAnswered answered when isWithdrawn(answered, file) -> Optional.empty();
            case TicketEvent.InformationRequested requested when isWithdrawn(requested, file) -> Optional.empty();
            case TicketEvent.TicketAnswered answered ->
                Optional.of(error(
                        "answer-" + answered.answerId(), written("message.answer", event.actor(), file, moments)));
            case TicketEvent.InformationRequested requested ->
                Optional.of(error(
                        "request-" + requested.requestId(), written("message.request", event.actor(), file, moments)));
            case TicketEvent.TicketReassigned reassigned -> told(event, file, moments);
            case TicketEvent.StepTaken step -> told(event, file, moments);
            default -> Optional.empty();
        };
    }

    /** What was taken back is not shown; that it was taken back is. */
    private static boolean isWithdrawn(TicketEvent.StepTaken letter, TicketFile file) {
        List<TicketEvent> events =
                file.events().stream().map(RecordedEvent::event).toList();
        return !Withdrawals.without(events).contains(letter);
    }

    private static Optional<FieldError> told(RecordedEvent event, TicketFile file, Moments moments) {
        return Conversations.event(file, event, moments)
                .map(view -> error(view.anchor(), view.sentence(moments.words())));
    }

    private static String written(String key, String by, TicketFile file, Moments moments) {
        return moments.words().text(key, file.actor(by, moments.words()).name());
    }

    private static FieldError error(String anchor, String what) {
        return new FieldError(anchor, KEY, List.of(what));
    }
}
