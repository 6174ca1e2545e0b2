package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.OutboxLetter;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.knowledge.Incident;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.KnownProblem.Texts;
import kz.kezek.ticket.IncidentTickets;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketState;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.IncidentAnswerPage.LeftOut;
import kz.kezek.workspace.IncidentAnswerPage.Letter;
import kz.kezek.workspace.TicketWork.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Answers the tickets of an incident with one text, each by the way of any answer: its own transaction, letter, seconds to take
 * it back, and clock. What is not as the lead saw it is left out and named, and holds up none of the others.
 */
@Component
class IncidentWork {

    private final Incidents incidents;
    private final IncidentTickets tickets;
    private final TicketFiles files;
    private final TicketWork work;
    private final Previews previews;
    private final Undoing undoing;
    private final TransactionOperations transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    IncidentWork(
            Incidents incidents,
            IncidentTickets tickets,
            TicketFiles files,
            TicketWork work,
            Previews previews,
            Undoing undoing,
            TransactionOperations transaction,
            Clock clock) {
        this.incidents = incidents;
        this.tickets = tickets;
        this.files = files;
        this.work = work;
        this.previews = previews;
        this.undoing = undoing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The letters that would go out, and the tickets that would get none. */
    record Plan(List<Letter> letters, List<LeftOut> leftOut) {}

    /** What became of the letters that were confirmed. */
    record Sent(List<TicketLink> sent, List<LeftOut> leftOut) {}

    /** Counts tickets among those of the incident; how many of them are new there. */
    int add(long incident, List<Ticket> chosen, SignedInAgent agent) {
        Instant at = clock.instant();
        int added = 0;
        for (Ticket ticket : chosen) {
            added += Boolean.TRUE.equals(
                            transaction.execute(status -> tickets.add(ticket.id(), incident, agent.actor(), at)))
                    ? 1
                    : 0;
        }
        return added;
    }

    boolean remove(long incident, Ticket ticket, SignedInAgent agent) {
        Instant at = clock.instant();
        return Boolean.TRUE.equals(
                transaction.execute(status -> tickets.remove(ticket.id(), incident, agent.actor(), at)));
    }

    /** Whether the ticket still waits for an answer that could reach somebody. */
    static boolean waits(Ticket ticket) {
        return ticket.state().isOpen() && Composers.allowed(ticket).contains(Mode.ANSWER);
    }

    /** In which language a ticket is answered. */
    static Language language(Ticket ticket) {
        return ticket.language().orElse(Language.RU);
    }

    /** Writes every letter in a transaction that is taken back, so that each is seen as it would be. */
    Plan plan(Incident incident, Texts texts, SignedInAgent agent) {
        List<Letter> letters = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Ticket ticket : tickets.of(incident.id())) {
            letter(ticket, texts, agent)
                    .ifPresentOrElse(
                            known -> letters.add(letter(ticket, known)),
                            () -> leftOut.add(leftOut(ticket, reason(ticket))));
        }
        return new Plan(letters, leftOut);
    }

    /** The letter that this ticket would get now; nothing when it would get none. */
    Optional<OutboxLetter> letter(Ticket ticket, Texts texts, SignedInAgent agent) {
        return waits(ticket)
                ? previews.of(ticket.id(), Mode.ANSWER, form(texts, ticket), List.of(), agent)
                : Optional.empty();
    }

    private Letter letter(Ticket ticket, OutboxLetter letter) {
        return new Letter(
                link(ticket),
                letter.recipient(),
                language(ticket),
                letter.text(),
                LastSeen.of(files.read(ticket)).toString());
    }

    private static String reason(Ticket ticket) {
        if (ticket.state() == TicketState.ANSWERED || ticket.state() == TicketState.CLOSED) {
            return "incident.left-out.answered";
        }
        return ticket.state().isOpen() ? "incident.left-out.unreachable" : "incident.left-out.ended";
    }

    /**
     * Sends each ticket its answer, once for each key.
     *
     * @param confirmed what of each ticket was seen when its letter was confirmed, by the ticket's number
     */
    Sent send(Incident incident, Texts texts, String key, Map<String, LastSeen> confirmed, SignedInAgent agent) {
        List<TicketLink> sent = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Ticket ticket : tickets.of(incident.id())) {
            LastSeen seen = confirmed.get(ticket.number().toString());
            if (seen == null) {
                leftOut.add(leftOut(ticket, waits(ticket) ? "incident.left-out.not-confirmed" : reason(ticket)));
                continue;
            }
            var post = new TicketWork.Post(Mode.ANSWER, form(texts, ticket), key + ":" + ticket.id(), seen, false);
            switch (work.carryOut(ticket.id(), post, agent)) {
                case Outcome.Done done -> sent.add(link(ticket));
                case Outcome.Stopped(List<FieldError> why) -> leftOut.add(stopped(ticket, why.getFirst(), agent));
            }
        }
        incidents.answered(incident.id(), sent.size(), leftOut.size(), agent.actor(), clock.instant());
        return new Sent(sent, leftOut);
    }

    private static LeftOut stopped(Ticket ticket, FieldError why, SignedInAgent agent) {
        return new LeftOut(link(ticket), "incident.left-out.newer", List.of(why.sentence(Words.in(agent.language()))));
    }

    /** Takes the answers of these tickets back as long as they wait; those whose letter has left are named. */
    List<TicketLink> takeBack(List<Ticket> answered, SignedInAgent agent) {
        Instant at = clock.instant();
        return answered.stream()
                .filter(ticket -> !undoing.withdrawAnswer(ticket, agent, at))
                .map(IncidentWork::link)
                .toList();
    }

    private static TicketForm form(Texts texts, Ticket ticket) {
        return new TicketForm(texts.in(language(ticket)), List.of(), null, null);
    }

    private static LeftOut leftOut(Ticket ticket, String reason) {
        return new LeftOut(link(ticket), reason, List.of());
    }

    private static TicketLink link(Ticket ticket) {
        return new TicketLink(ticket.number().toString());
    }
}
