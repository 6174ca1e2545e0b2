package kz.kezek.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import kz.kezek.faults.SimulatedDesk.Broken;
import kz.kezek.faults.SimulatedDesk.Case;
import kz.kezek.faults.SimulatedDesk.Offered;
import kz.kezek.faults.SimulatedDesk.Sent;
import kz.kezek.ticket.Lifecycle;
import kz.kezek.ticket.Lifecycle.LetterCue;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.Step;
import kz.kezek.ticket.TicketEvent;

/**
 * Weeks of a desk from one seed: applicants who write and write again until they are heard, mailboxes, a relay with moods,
 * agents who do whatever the lifecycle allows, and commits that are cut. The same seed is the same weeks.
 */
final class Simulation {

    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration UNREST = Duration.ofDays(25);
    private static final Duration AFTERWARDS = Duration.ofDays(60);
    private static final int MOST_APPLICANTS = 4;
    private static final int MOST_ACTS = 4;

    final Set<Offered> acknowledged = new HashSet<>();
    final Map<Long, Integer> copiesOutside = new HashMap<>();
    final Map<String, Set<Long>> noticesTo = new HashMap<>();
    final SimulatedDesk desk;
    private final RandomGenerator random;
    private final VirtualTime time;
    private int letters;

    private Simulation(long seed, Broken broken) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.time = new VirtualTime(BEGIN.plus(upTo(Duration.ofDays(30))));
        this.desk = new SimulatedDesk(time, random, broken, this::hand);
    }

    /** What these weeks came to: what is wrong, each with its seed, and how much there was to go wrong. */
    record Outcome(List<String> findings, int letters, int cuts, int timers) {
        Outcome and(Outcome other) {
            return new Outcome(
                    Stream.concat(findings.stream(), other.findings.stream()).toList(),
                    letters + other.letters,
                    cuts + other.cuts,
                    timers + other.timers);
        }
    }

    static Outcome play(long seed, Broken broken) {
        var simulation = new Simulation(seed, broken);
        simulation.run();
        return new Outcome(
                new SimulationFindings(simulation)
                        .all().stream()
                                .map(finding -> "seed " + seed + ": " + finding)
                                .toList(),
                simulation.letters,
                simulation.desk.cuts(),
                simulation.desk.timersEverKept.size());
    }

    private void run() {
        Instant end = time.now().plus(UNREST);
        int applicants = random.nextInt(1, MOST_APPLICANTS + 1);
        for (int i = 0; i < applicants; i++) {
            String author = "applicant" + i;
            time.in(upTo(Duration.ofDays(5)), () -> write(author, Optional.empty()));
        }
        time.runUntil(end);
        desk.calmDown();
        time.runUntil(end.plus(AFTERWARDS));
    }

    private void write(String author, Optional<Long> answers) {
        var letter = new Offered("letter " + letters++, author, answers);
        if (random.nextBoolean()) {
            offer(letter);
        } else {
            String key = "uid " + letters;
            fetch(key, letter);
        }
    }

    /** Until a 250 comes; it may get lost on its way. */
    private void offer(Offered letter) {
        boolean accepted = desk.offer(letter);
        if (accepted) {
            acknowledged.add(letter);
            letTheAgentsSee();
        }
        if (!accepted || happens(5)) {
            time.in(upTo(Duration.ofMinutes(30)), () -> offer(letter));
        }
    }

    /** Until it has left the mailbox; the removal may be cut. */
    private void fetch(String key, Offered letter) {
        if (desk.fetch(key, letter) && !happens(5)) {
            acknowledged.add(letter);
            letTheAgentsSee();
        } else {
            time.in(upTo(Duration.ofMinutes(5)), () -> fetch(key, letter));
        }
    }

    private boolean happens(int percent) {
        return !desk.isCalm() && random.nextInt(100) < percent;
    }

    private void letTheAgentsSee() {
        int acts = random.nextInt(MOST_ACTS + 1);
        for (int i = 0; i < acts; i++) {
            time.in(upTo(Duration.ofDays(6)), this::actSomewhere);
        }
    }

    private void actSomewhere() {
        List<Case> all = List.copyOf(desk.tickets.values());
        if (desk.isCalm() || all.isEmpty()) {
            return;
        }
        Case ticket = all.get(random.nextInt(all.size()));
        List<Step> possible = Lifecycle.steps(ticket.state, Party.AGENT).stream()
                .filter(step -> event(step, time.now()).isPresent())
                .sorted()
                .toList();
        if (!possible.isEmpty()) {
            Step step = possible.get(random.nextInt(possible.size()));
            desk.act(ticket, (unread, now) -> event(step, now).orElseThrow());
        }
    }

    /** What agents do here; mergers, splits and withdrawals are left out. */
    private static Optional<TicketEvent.StepTaken> event(Step step, Instant at) {
        return switch (step) {
            case TAKE -> Optional.of(new TicketEvent.TicketTaken(at, 1));
            case RELEASE -> Optional.of(new TicketEvent.TicketReleased(at));
            case REQUEST_INFORMATION -> Optional.of(new TicketEvent.InformationRequested(at, 1));
            case ANSWER -> Optional.of(new TicketEvent.TicketAnswered(at, 1));
            case CLOSE -> Optional.of(new TicketEvent.TicketClosed(at));
            case REOPEN -> Optional.of(new TicketEvent.TicketReopened(at));
            case UNDO_DISCONTINUATION -> Optional.of(new TicketEvent.DiscontinuationUndone(at));
            case MARK_NOT_A_REQUEST -> Optional.of(new TicketEvent.MarkedNotARequest(at));
            case UNDO_MARK -> Optional.of(new TicketEvent.MarkUndone(at));
            default -> Optional.empty();
        };
    }

    /** The relay takes it, asks to come again, refuses it for good, or takes it and its 250 is lost. */
    private Optional<Boolean> hand(Sent letter) {
        if (happens(10)) {
            return Optional.empty();
        }
        if (happens(2) && !letter.kind.equals(LetterCue.ACCEPTANCE_NOTICE.name())) {
            return Optional.of(false);
        }
        arrive(letter);
        return happens(5) ? Optional.empty() : Optional.of(true);
    }

    private void arrive(Sent letter) {
        int copies = copiesOutside.merge(letter.id, 1, Integer::sum);
        if (letter.kind.equals(LetterCue.ACCEPTANCE_NOTICE.name())) {
            noticesTo
                    .computeIfAbsent(letter.ticket.opening.content(), content -> new HashSet<>())
                    .add(letter.id);
        }
        boolean isAnswered = copies == 1 && !desk.isCalm() && random.nextInt(100) < 45;
        if (isAnswered && !letter.kind.equals(LetterCue.ACCEPTANCE_NOTICE.name())) {
            time.in(upTo(Duration.ofDays(14)), () -> write(letter.ticket.opening.author(), Optional.of(letter.id)));
        }
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(1, most.toMillis()));
    }
}
