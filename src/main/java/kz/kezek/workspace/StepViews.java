package kz.kezek.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.identity.Directory;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.ticket.Lifecycle;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RelationOutcome.Hindrance;
import kz.kezek.ticket.Step;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketState;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.StepView.Choice;
import kz.kezek.workspace.TicketPage.Act;
import kz.kezek.workspace.TicketPage.Verb;
import org.springframework.stereotype.Component;

/** Which steps a ticket's page offers, and what it says before one is taken. */
@Component
class StepViews {

    private final TicketClocks clocks;
    private final Directory directory;

    StepViews(TicketClocks clocks, Directory directory) {
        this.clocks = clocks;
        this.directory = directory;
    }

    /** A step as it was asked for: what is typed so far, and what was wrong with it. */
    record Asked(Verb verb, StepForm form, Optional<Hindrance> why) {}

    /** The steps possible now, the nearest first. */
    static Set<Verb> possible(Ticket ticket, boolean mine) {
        Set<Step> steps = Lifecycle.steps(ticket.state(), Party.AGENT);
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        if (ticket.state().isOpen()) {
            verbs.addAll(mine ? Set.of(Verb.REASSIGN) : Set.of(Verb.TAKE, Verb.REASSIGN));
        }
        if (mine && steps.contains(Step.RELEASE)) {
            verbs.add(Verb.RELEASE);
        }
        if (ticket.state() != TicketState.MERGED) {
            verbs.addAll(Set.of(Verb.SPLIT, Verb.ADD_PARTICIPANT));
            if (ticket.applicant().address().isBlank()) {
                verbs.add(Verb.GIVE_ADDRESS);
            }
        }
        verbs.add(Verb.LINK);
        for (Verb verb : Verb.values()) {
            step(verb).filter(steps::contains).ifPresent(step -> verbs.add(verb));
        }
        return verbs;
    }

    private static Optional<Step> step(Verb verb) {
        return switch (verb) {
            case CLOSE -> Optional.of(Step.CLOSE);
            case UNDO_DISCONTINUATION -> Optional.of(Step.UNDO_DISCONTINUATION);
            case REOPEN -> Optional.of(Step.REOPEN);
            case UNDO_MARK -> Optional.of(Step.UNDO_MARK);
            case UNDO_MERGER -> Optional.of(Step.UNDO_MERGER);
            case MERGE -> Optional.of(Step.MERGE);
            case MARK_DUPLICATE -> Optional.of(Step.MARK_DUPLICATE);
            case MARK_NOT_A_REQUEST -> Optional.of(Step.MARK_NOT_A_REQUEST);
            case TAKE, RELEASE, REASSIGN, SPLIT, LINK, ADD_PARTICIPANT, GIVE_ADDRESS -> Optional.empty();
        };
    }

    static List<Act> acts(Ticket ticket, boolean mine) {
        String href = new TicketLink(ticket.number().toString()).href();
        return possible(ticket, mine).stream()
                .map(verb -> new Act(verb, verb.asks() ? href + "?step=" + verb.word() + "#step" : href + post(verb)))
                .toList();
    }

    private static String post(Verb direct) {
        return switch (direct) {
            case TAKE -> "/assignment";
            case RELEASE -> "/release";
            case CLOSE -> "/closing";
            case UNDO_DISCONTINUATION -> "/discontinuation-undo";
            default -> throw new IllegalArgumentException(direct + " is asked about first");
        };
    }

    StepView of(TicketFile file, Asked asked, Moments moments) {
        Verb verb = asked.verb();
        boolean confirm = asked.why().filter(Hindrance.OTHER_APPLICANT::equals).isPresent();
        String field = StepView.asksForAddress(verb) ? "address" : verb == Verb.SPLIT ? "choices" : "number";
        return new StepView(
                verb,
                new TicketLink(file.ticket().number().toString()),
                consequence(file, verb, moments),
                switch (verb) {
                    case REASSIGN -> agents(file.ticket(), asked.form());
                    case SPLIT -> letters(file.messages(), asked.form(), moments);
                    default -> List.<Choice>of();
                },
                new StepView.Typed(
                        asked.form().typedNumber(),
                        asked.form().typedAddress(),
                        asked.form().key()),
                confirm ? Optional.of(moments.words().text("step.other-applicant")) : Optional.empty(),
                asked.why()
                        .map(why -> List.of(new FieldError(confirm ? "confirm" : field, "error.step." + why.word())))
                        .orElse(List.of()));
    }

    private String consequence(TicketFile file, Verb verb, Moments moments) {
        Phrases words = moments.words();
        Instant at = moments.at();
        return switch (verb) {
            case REOPEN -> words.text("step.reopen", due(file, new TicketEvent.TicketReopened(at), moments));
            case UNDO_MARK -> resumed(file, new TicketEvent.MarkUndone(at), moments);
            case UNDO_MERGER -> resumed(file, new TicketEvent.MergerUndone(at), moments);
            case REASSIGN -> words.text("step.reassign");
            case MERGE -> words.text("step.merge");
            case SPLIT -> words.text("step.split");
            case LINK -> words.text("step.link");
            case ADD_PARTICIPANT -> words.text("step.add-participant");
            case GIVE_ADDRESS -> words.text("step.give-address");
            case MARK_DUPLICATE -> words.text("step.mark-duplicate");
            case MARK_NOT_A_REQUEST -> words.text("step.mark-not-a-request");
            case TAKE, RELEASE, CLOSE, UNDO_DISCONTINUATION -> "";
        };
    }

    private String resumed(TicketFile file, TicketEvent event, Moments moments) {
        String due = due(file, event, moments);
        return due.isEmpty()
                ? moments.words().text("step.resumed.no-clock")
                : moments.words().text("step.resumed", due);
    }

    private String due(TicketFile file, TicketEvent event, Moments moments) {
        return clocks.runningAfter(file.events(), event)
                .map(SlaClock::dueAt)
                .map(moments::full)
                .orElse("");
    }

    private List<Choice> agents(Ticket ticket, StepForm form) {
        return directory.assignable().stream()
                .filter(agent ->
                        !ticket.assigneeId().equals(Optional.of(agent.id().value())))
                .map(agent -> new Choice(
                        Long.toString(agent.id().value()),
                        agent.displayName(),
                        form.chosenAgent().equals(Optional.of(agent.id().value()))))
                .toList();
    }

    private static List<Choice> letters(List<ReceivedMessage> messages, StepForm form, Moments moments) {
        List<Choice> letters = new ArrayList<>();
        IntStream.range(0, messages.size()).forEach(i -> {
            ReceivedMessage message = messages.get(i);
            String from = message.fromName().isBlank() ? message.fromAddress() : message.fromName();
            letters.add(new Choice(
                    Long.toString(message.custodyId()),
                    moments.words()
                            .text(
                                    i == 0 ? "step.split.first" : "step.split.letter",
                                    from,
                                    moments.near(message.receivedAt())),
                    form.chosenLetters().contains(message.custodyId())));
        });
        return letters;
    }
}
