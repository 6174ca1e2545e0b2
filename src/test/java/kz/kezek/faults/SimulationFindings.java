package kz.kezek.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.kezek.faults.SimulatedDesk.Case;
import kz.kezek.faults.SimulatedDesk.Fate;
import kz.kezek.faults.SimulatedDesk.InCustody;
import kz.kezek.faults.SimulatedDesk.Offered;
import kz.kezek.faults.SimulatedDesk.Sent;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TimerRules;
import kz.kezek.ticket.Lifecycle.LetterCue;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketState;

/** What must hold when a simulation has come to rest, asked of its end and not of how it got there. */
final class SimulationFindings {

    private static final long REPLY_HOURS = 72;

    private final Simulation simulation;
    private final SimulatedDesk desk;
    private final List<String> findings = new ArrayList<>();

    SimulationFindings(Simulation simulation) {
        this.simulation = simulation;
        this.desk = simulation.desk;
    }

    List<String> all() {
        simulation.acknowledged.forEach(this::isAccountedForOnce);
        desk.custody.forEach(entry -> require(entry.fate != Fate.NONE, entry.letter + " has no fate"));
        simulation.noticesTo.forEach((content, notices) ->
                require(notices.size() == 1, content + " was acknowledged by different notices: " + notices));
        simulation
                .copiesOutside
                .keySet()
                .forEach(id ->
                        require(desk.outbox.containsKey(id), "letter " + id + " went out and nothing knows of it"));
        desk.outbox.values().forEach(this::wasSent);
        desk.timers.forEach(timer -> findings.add(timer + " never fired"));
        desk.timersEverKept.forEach(
                timer -> require(TimerRules.calendar().isOpen(timer.at()), timer + " is outside working hours"));
        desk.tickets.values().forEach(this::isRight);
        return findings;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }

    private void isAccountedForOnce(Offered letter) {
        long effects = desk.custody.stream()
                .filter(entry -> entry.letter.equals(letter))
                .filter(entry -> entry.fate == Fate.TICKET || entry.fate == Fate.REPLY)
                .count();
        long opened = desk.tickets.values().stream()
                .filter(ticket -> ticket.opening.equals(letter))
                .count();
        require(effects == 1, letter + " was acknowledged and did something " + effects + " times");
        require(opened <= 1, letter + " opened " + opened + " tickets");
    }

    private void wasSent(Sent letter) {
        boolean outside = simulation.copiesOutside.containsKey(letter.id);
        require(letter.delivered || letter.failed, letter.kind + " " + letter.id + " was never handed over");
        require(
                !letter.delivered || outside,
                letter.kind + " " + letter.id + " is called delivered and is not outside");
    }

    private void isRight(Case ticket) {
        String name = "ticket " + ticket.id + " ";
        letters(ticket, "REMINDER", TicketEvent.ApplicantReminded.class);
        letters(ticket, LetterCue.DISCONTINUATION.name(), TicketEvent.TicketDiscontinued.class);
        letters(ticket, LetterCue.INFORMATION_REQUEST.name(), TicketEvent.InformationRequested.class);
        letters(ticket, LetterCue.ANSWER.name(), TicketEvent.TicketAnswered.class);
        require(ticket.state != TicketState.AWAITING_APPLICANT, name + "waits for ever");
        Optional<SlaClock> running = TimerRules.running(ticket.events);
        boolean open = ticket.state.isOpen();
        require(open || running.isEmpty(), name + ticket.state + " with a running clock " + running);
        require(
                running.filter(clock -> clock.kind() == TermName.APPLICANT_REPLY)
                        .isEmpty(),
                name + "waits for a reply beyond its time");
        cycles(ticket, name);
        repliedInTime(ticket, name);
    }

    private void letters(Case ticket, String kind, Class<? extends TicketEvent> event) {
        long letters = desk.outbox.values().stream()
                .filter(letter -> letter.ticket == ticket && letter.kind.equals(kind))
                .count();
        long events = ticket.events.stream().filter(event::isInstance).count();
        require(letters == events, "ticket %d: %d × %s, %d letters".formatted(ticket.id, events, kind, letters));
    }

    /** From the delivery of each Запрос on: each reminder once and in order, then at most one end, not before its time. */
    private void cycles(Case ticket, String name) {
        Set<Integer> reminded = new HashSet<>();
        Optional<Instant> deliveredAt = Optional.empty();
        for (TicketEvent event : ticket.events) {
            switch (event) {
                case TicketEvent.InformationRequestDelivered e -> {
                    deliveredAt = Optional.of(e.at());
                    reminded.clear();
                }
                case TicketEvent.ApplicantReminded e -> {
                    require(deliveredAt.isPresent(), name + "was reminded of nothing");
                    require(
                            reminded.stream().allMatch(hours -> hours < e.afterHours()) && reminded.add(e.afterHours()),
                            name + "was reminded twice after " + e.afterHours());
                    require(
                            deliveredAt
                                    .filter(at -> silence(at, e.at()) >= e.afterHours())
                                    .isPresent(),
                            name + "was reminded too early");
                }
                case TicketEvent.TicketDiscontinued e -> {
                    require(
                            deliveredAt
                                    .filter(at -> silence(at, e.at()) >= REPLY_HOURS)
                                    .isPresent(),
                            name + "was ended too early, or twice");
                    deliveredAt = Optional.empty();
                }
                case TicketEvent.InformationSupplied e -> deliveredAt = Optional.empty();
                case TicketEvent.TicketAnswered e -> deliveredAt = Optional.empty();
                default -> {}
            }
        }
    }

    private static double silence(Instant from, Instant to) {
        return TimerRules.calendar().between(from, to).seconds() / 3600.0;
    }

    /** Nobody who replied in time is told that he did not, and left there. */
    private void repliedInTime(Case ticket, String name) {
        if (ticket.state != TicketState.DISCONTINUED) {
            return;
        }
        SlaClock last = TimerRules.clocks(ticket.events).stream()
                .filter(clock -> clock.kind() == TermName.APPLICANT_REPLY)
                .reduce((first, second) -> second)
                .orElseThrow();
        for (InCustody entry : desk.custody) {
            boolean here = entry.fate == Fate.REPLY
                    && entry.letter
                            .answers()
                            .map(desk.outbox::get)
                            .filter(sent -> sent.ticket == ticket)
                            .isPresent();
            boolean inTime = entry.receivedAt.isAfter(last.startedAt()) && TimerRules.isWithin(last, entry.receivedAt);
            require(!(here && inTime), name + "was ended although " + entry.letter + " came in time");
        }
    }
}
