package kz.kezek.faults;

import static kz.kezek.faults.SimulatedDesk.Broken.ACKNOWLEDGES_WHATEVER_BECAME_OF_THE_COMMIT;
import static kz.kezek.faults.SimulatedDesk.Broken.ASKS_NOT_WHETHER_A_TIMER_IS_MEANT;
import static kz.kezek.faults.SimulatedDesk.Broken.FORGETS_A_TIMER_BEFORE_IT_ACTS;
import static kz.kezek.faults.SimulatedDesk.Broken.KNOWS_NO_DUPLICATES;
import static kz.kezek.faults.SimulatedDesk.Broken.SENDS_BEFORE_THE_COMMIT;
import static kz.kezek.faults.SimulatedDesk.Broken.SETTLES_WHAT_IS_SETTLED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TimerRules;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.Lifecycle;
import kz.kezek.ticket.Lifecycle.LetterCue;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketState;

/**
 * The desk in virtual time. What may happen to a ticket, what its clocks say and which timer comes next is asked of the
 * product's own lifecycle, fold and timers; doors, custody, outbox and database are models of how the product goes about it
 * (S1–S7), over commits whose outcome may be unknown.
 */
final class SimulatedDesk {

    /** The ways to break a rule that the simulation must see. */
    enum Broken {
        NOTHING,
        ACKNOWLEDGES_WHATEVER_BECAME_OF_THE_COMMIT,
        KNOWS_NO_DUPLICATES,
        SETTLES_WHAT_IS_SETTLED,
        SENDS_BEFORE_THE_COMMIT,
        FORGETS_A_TIMER_BEFORE_IT_ACTS,
        ASKS_NOT_WHETHER_A_TIMER_IS_MEANT
    }

    /** A commit came to nothing, or nobody knows what it came to. */
    static final class Cut extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The relay: true when it said 250, false when it refuses for good, nothing when it is not known. */
    interface Relay {
        Optional<Boolean> hand(Sent letter);
    }

    enum Fate {
        NONE,
        TICKET,
        REPLY,
        DUPLICATE
    }

    /** A letter from outside; {@code answers} is the letter of ours that it cites. */
    record Offered(String content, String author, Optional<Long> answers) {}

    static final class InCustody {
        final Offered letter;
        final Instant receivedAt;
        Fate fate = Fate.NONE;

        InCustody(Offered letter, Instant receivedAt) {
            this.letter = letter;
            this.receivedAt = receivedAt;
        }
    }

    static final class Case {
        final long id;
        final Offered opening;
        final List<TicketEvent> events = new ArrayList<>();
        TicketState state = TicketState.RECEIVED;

        Case(long id, Offered opening) {
            this.id = id;
            this.opening = opening;
        }
    }

    /** A row of the outbox: its number is its Message-ID. */
    static final class Sent {
        final long id;
        final Case ticket;
        final String kind;
        boolean delivered;
        boolean failed;

        Sent(long id, Case ticket, String kind) {
            this.id = id;
            this.ticket = ticket;
            this.kind = kind;
        }
    }

    private static final Duration DUPLICATE_WINDOW = Duration.ofHours(24);
    private static final int CUTS_PERCENT = 6;

    final List<InCustody> custody = new ArrayList<>();
    final Map<Long, Case> tickets = new LinkedHashMap<>();
    final Map<Long, Sent> outbox = new LinkedHashMap<>();
    final Set<TimerRules.Kept> timers = new HashSet<>();
    final Set<TimerRules.Kept> timersEverKept = new HashSet<>();
    private final Set<String> mailboxKeys = new HashSet<>();
    private final VirtualTime time;
    private final RandomGenerator random;
    private final Broken broken;
    private final Relay relay;
    private boolean calm;
    private int cuts;
    private long numbers;

    SimulatedDesk(VirtualTime time, RandomGenerator random, Broken broken, Relay relay) {
        this.time = time;
        this.random = random;
        this.broken = broken;
        this.relay = relay;
    }

    /** From now on nothing is cut any more. */
    void calmDown() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    /** Commits that came to nothing, or nobody knew to what. */
    int cuts() {
        return cuts;
    }

    private void commit(Runnable changes) throws Cut {
        int luck = calm ? 100 : random.nextInt(100);
        if (luck >= CUTS_PERCENT / 2) {
            changes.run();
        }
        if (luck < CUTS_PERCENT) {
            cuts++;
            throw new Cut();
        }
    }

    /** S1, S2: true is a 250. */
    boolean offer(Offered letter) {
        try {
            commit(() -> keep(letter));
            return true;
        } catch (Cut e) {
            return broken == ACKNOWLEDGES_WHATEVER_BECAME_OF_THE_COMMIT;
        }
    }

    /** S3: true when the letter may leave the mailbox, where it has this key. */
    boolean fetch(String key, Offered letter) {
        try {
            commit(() -> {
                if (mailboxKeys.add(key)) {
                    keep(letter);
                }
            });
            return true;
        } catch (Cut e) {
            return broken == ACKNOWLEDGES_WHATEVER_BECAME_OF_THE_COMMIT;
        }
    }

    private void keep(Offered letter) {
        var entry = new InCustody(letter, time.now());
        custody.add(entry);
        // Two workers on two nodes find it.
        time.in(seconds(30), () -> settle(entry));
        time.in(seconds(300), () -> settle(entry));
    }

    /** S4, S6: fate, ticket, timers and letters in one commit, and none of it twice. */
    private void settle(InCustody entry) {
        if (broken == SENDS_BEFORE_THE_COMMIT && entry.fate == Fate.NONE) {
            relay.hand(new Sent(++numbers, new Case(0, entry.letter), LetterCue.ACCEPTANCE_NOTICE.name()));
        }
        try {
            commit(() -> {
                if (entry.fate == Fate.NONE || broken == SETTLES_WHAT_IS_SETTLED) {
                    entry.fate = route(entry);
                }
            });
        } catch (Cut e) {
            time.in(seconds(120), () -> settle(entry));
        }
    }

    private Fate route(InCustody entry) {
        if (broken != KNOWS_NO_DUPLICATES && cameBefore(entry)) {
            return Fate.DUPLICATE;
        }
        Optional<Case> answered = entry.letter
                .answers()
                .flatMap(id -> Optional.ofNullable(outbox.get(id)))
                .map(sent -> sent.ticket);
        if (answered.isPresent() && reply(answered.get(), entry.receivedAt)) {
            return Fate.REPLY;
        }
        var opened = new Case(++numbers, entry.letter);
        tickets.put(opened.id, opened);
        take(opened, new TicketEvent.TicketRegistered(entry.receivedAt, Channel.MAIL), Party.SYSTEM);
        return Fate.TICKET;
    }

    private boolean cameBefore(InCustody entry) {
        return custody.stream()
                .anyMatch(other -> other != entry
                        && other.fate != Fate.NONE
                        && other.fate != Fate.DUPLICATE
                        && other.letter.content().equals(entry.letter.content())
                        && Duration.between(other.receivedAt, entry.receivedAt)
                                        .abs()
                                        .compareTo(DUPLICATE_WINDOW)
                                < 0);
    }

    private boolean reply(Case ticket, Instant at) {
        return switch (ticket.state) {
            case REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED -> record(ticket, new TicketEvent.ApplicantWrote(at));
            case AWAITING_APPLICANT -> take(ticket, new TicketEvent.InformationSupplied(at), Party.APPLICANT);
            case ANSWERED -> take(ticket, new TicketEvent.ApplicantRepliedAfterAnswer(at), Party.APPLICANT);
            case DISCONTINUED ->
                wasInTime(ticket, at) && take(ticket, new TicketEvent.InformationSuppliedInTime(at), Party.APPLICANT);
            case RECEIVED, CLOSED, NOT_A_REQUEST, DUPLICATE, MERGED -> false;
        };
    }

    private static boolean wasInTime(Case ticket, Instant at) {
        return TimerRules.clocks(ticket.events).stream()
                .filter(clock -> clock.kind() == TermName.APPLICANT_REPLY)
                .reduce((first, last) -> last)
                .filter(clock -> TimerRules.isWithin(clock, at))
                .isPresent();
    }

    /** An agent does something, in one commit; when it is cut the agent gives up. */
    void act(Case ticket, BiFunction<Case, Instant, TicketEvent.StepTaken> step) {
        try {
            commit(() -> take(ticket, step.apply(ticket, time.now()), Party.AGENT));
        } catch (Cut e) {
            return;
        }
    }

    private boolean take(Case ticket, TicketEvent.StepTaken event, Party party) {
        Optional<Lifecycle.Transition> found =
                Lifecycle.find(ticket.state, event.step()).filter(transition -> transition.by() == party);
        found.ifPresent(transition -> {
            ticket.state = transition.to();
            record(ticket, event);
            if (transition.letter() != LetterCue.NOTHING) {
                write(ticket, transition.letter().name());
            }
        });
        return found.isPresent();
    }

    private boolean record(Case ticket, TicketEvent event) {
        ticket.events.add(event);
        TimerRules.next(ticket.id, ticket.events).filter(timers::add).ifPresent(timer -> {
            timersEverKept.add(timer);
            // Two nodes have it in their hands, as when the lease of one ran out.
            time.at(timer.at().plus(seconds(5)), () -> fire(timer));
            time.at(timer.at().plus(seconds(60)), () -> fire(timer));
        });
        return true;
    }

    /** S7: what it does is one commit, that it is done another. */
    private void fire(TimerRules.Kept timer) {
        if (!timers.contains(timer)) {
            return;
        }
        try {
            if (broken == FORGETS_A_TIMER_BEFORE_IT_ACTS) {
                commit(() -> timers.remove(timer));
            }
            commit(() -> act(timer));
            commit(() -> timers.remove(timer));
        } catch (Cut e) {
            time.in(seconds(600), () -> fire(timer));
        }
    }

    private void act(TimerRules.Kept timer) {
        Case ticket = Optional.ofNullable(tickets.get(timer.ticket())).orElseThrow();
        boolean meant =
                TimerRules.next(ticket.id, ticket.events).filter(timer::equals).isPresent();
        Optional<SlaClock> running = TimerRules.running(ticket.events);
        if (running.isEmpty() || !(meant || broken == ASKS_NOT_WHETHER_A_TIMER_IS_MEANT)) {
            return;
        }
        if (timer.ends() || !TimerRules.isWithin(running.get(), time.now())) {
            take(
                    ticket,
                    new TicketEvent.TicketDiscontinued(time.now(), running.get().dueAt()),
                    Party.SYSTEM);
        } else {
            int hours = meant ? TimerRules.latestReminder(running.get(), time.now()) : 0;
            record(ticket, new TicketEvent.ApplicantReminded(time.now(), hours));
            write(ticket, "REMINDER");
        }
    }

    private void write(Case ticket, String kind) {
        var letter = new Sent(++numbers, ticket, kind);
        outbox.put(letter.id, letter);
        time.in(seconds(20), () -> send(letter));
    }

    /** The hand-over is one thing, the commit that says so another; between them the letter may go out again, as the same. */
    private void send(Sent letter) {
        if (letter.delivered || letter.failed) {
            return;
        }
        Optional<Boolean> said = relay.hand(letter);
        try {
            if (said.isEmpty()) {
                time.in(seconds(1800), () -> send(letter));
            } else if (said.get()) {
                commit(() -> delivered(letter));
            } else {
                commit(() -> refused(letter));
            }
        } catch (Cut e) {
            time.in(seconds(60), () -> send(letter));
        }
    }

    private void delivered(Sent letter) {
        letter.delivered = true;
        if (letter.kind.equals(LetterCue.ACCEPTANCE_NOTICE.name())) {
            record(letter.ticket, new TicketEvent.AcceptanceNoticeDelivered(time.now()));
        }
        if (letter.kind.equals(LetterCue.INFORMATION_REQUEST.name())
                && letter.ticket.state == TicketState.AWAITING_APPLICANT) {
            record(letter.ticket, new TicketEvent.InformationRequestDelivered(time.now(), 1));
        }
    }

    private void refused(Sent letter) {
        letter.failed = true;
        if (letter.kind.equals(LetterCue.INFORMATION_REQUEST.name())) {
            var event = new TicketEvent.InformationRequestUndelivered(time.now(), 1);
            take(letter.ticket, event, Party.SYSTEM);
        }
        if (letter.kind.equals(LetterCue.ANSWER.name())) {
            take(letter.ticket, new TicketEvent.AnswerUndelivered(time.now()), Party.SYSTEM);
        }
    }

    private Duration seconds(int most) {
        return Duration.ofMillis(random.nextLong(1, 1000L * most));
    }
}
