package kz.kezek.ticket;

import static kz.kezek.regulation.TermName.ANSWER_AFTER_INFORMATION;
import static kz.kezek.regulation.TermName.APPLICANT_REPLY;
import static kz.kezek.regulation.TermName.FIRST_ANSWER;
import static kz.kezek.ticket.Party.AGENT;
import static kz.kezek.ticket.Party.APPLICANT;
import static kz.kezek.ticket.Party.SYSTEM;
import static kz.kezek.ticket.TicketState.ANSWERED;
import static kz.kezek.ticket.TicketState.AWAITING_APPLICANT;
import static kz.kezek.ticket.TicketState.CLOSED;
import static kz.kezek.ticket.TicketState.DISCONTINUED;
import static kz.kezek.ticket.TicketState.DUPLICATE;
import static kz.kezek.ticket.TicketState.INFORMATION_SUPPLIED;
import static kz.kezek.ticket.TicketState.IN_PROGRESS;
import static kz.kezek.ticket.TicketState.MERGED;
import static kz.kezek.ticket.TicketState.NOT_A_REQUEST;
import static kz.kezek.ticket.TicketState.RECEIVED;
import static kz.kezek.ticket.TicketState.REGISTERED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.kezek.regulation.TermName;

/**
 * The one table of what may happen to a ticket (R30): from where, by which step, to where, who may, which letter goes
 * out, which clock runs afterwards. Validation, buttons and tests read it; nothing else knows the rules.
 */
public final class Lifecycle {

    /** What a step sends to the applicant. */
    public enum LetterCue {
        NOTHING,
        ACCEPTANCE_NOTICE,
        INFORMATION_REQUEST,
        ANSWER,
        DISCONTINUATION,
        REOPENING
    }

    /** The clock of a state: after the step it runs, goes on as it was, goes on as before what is undone, or none runs. */
    public enum ClockCue {
        NONE,
        UNCHANGED,
        RESUMED,
        FIRST_ANSWER,
        ANSWER_AFTER_INFORMATION,
        APPLICANT_REPLY;

        static ClockCue of(TermName kind) {
            return valueOf(kind.name());
        }
    }

    /** One line of the table. */
    public record Transition(TicketState from, Step step, TicketState to, Party by, LetterCue letter, ClockCue clock) {}

    private static final List<Transition> TABLE = table();

    private Lifecycle() {}

    private static List<Transition> table() {
        var rows = new ArrayList<Transition>();
        rows.add(row(RECEIVED, Step.REGISTER, REGISTERED, SYSTEM, LetterCue.ACCEPTANCE_NOTICE, FIRST_ANSWER));
        rows.add(row(REGISTERED, Step.TAKE, IN_PROGRESS, AGENT, LetterCue.NOTHING, ClockCue.UNCHANGED));
        rows.add(row(IN_PROGRESS, Step.RELEASE, REGISTERED, AGENT, LetterCue.NOTHING, ClockCue.UNCHANGED));
        for (TicketState at : List.of(REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED)) {
            rows.add(row(
                    at,
                    Step.REQUEST_INFORMATION,
                    AWAITING_APPLICANT,
                    AGENT,
                    LetterCue.INFORMATION_REQUEST,
                    APPLICANT_REPLY));
            rows.add(row(at, Step.ANSWER, ANSWERED, AGENT, LetterCue.ANSWER, ClockCue.NONE));
        }
        rows.add(row(AWAITING_APPLICANT, Step.ANSWER, ANSWERED, AGENT, LetterCue.ANSWER, ClockCue.NONE));
        rows.addAll(waitingForTheApplicant());
        rows.addAll(afterTheAnswer());
        rows.addAll(marks());
        rows.addAll(withdrawals());
        return List.copyOf(rows);
    }

    private static List<Transition> waitingForTheApplicant() {
        return List.of(
                row(
                        AWAITING_APPLICANT,
                        Step.SUPPLY_INFORMATION,
                        INFORMATION_SUPPLIED,
                        APPLICANT,
                        LetterCue.NOTHING,
                        ANSWER_AFTER_INFORMATION),
                row(AWAITING_APPLICANT, Step.EXPIRE, DISCONTINUED, SYSTEM, LetterCue.DISCONTINUATION, ClockCue.NONE),
                row(
                        AWAITING_APPLICANT,
                        Step.REQUEST_UNDELIVERED,
                        IN_PROGRESS,
                        SYSTEM,
                        LetterCue.NOTHING,
                        ClockCue.NONE),
                row(
                        DISCONTINUED,
                        Step.SUPPLY_IN_TIME_AFTER_EXPIRY,
                        INFORMATION_SUPPLIED,
                        APPLICANT,
                        LetterCue.REOPENING,
                        ANSWER_AFTER_INFORMATION),
                row(DISCONTINUED, Step.UNDO_DISCONTINUATION, IN_PROGRESS, AGENT, LetterCue.REOPENING, FIRST_ANSWER));
    }

    private static List<Transition> afterTheAnswer() {
        return List.of(
                row(ANSWERED, Step.REPLY_AFTER_ANSWER, IN_PROGRESS, APPLICANT, LetterCue.NOTHING, FIRST_ANSWER),
                row(ANSWERED, Step.ANSWER_UNDELIVERED, IN_PROGRESS, SYSTEM, LetterCue.NOTHING, ClockCue.NONE),
                row(ANSWERED, Step.ANSWER, ANSWERED, AGENT, LetterCue.ANSWER, ClockCue.NONE),
                row(ANSWERED, Step.CLOSE, CLOSED, AGENT, LetterCue.NOTHING, ClockCue.NONE),
                row(ANSWERED, Step.REOPEN, IN_PROGRESS, AGENT, LetterCue.NOTHING, FIRST_ANSWER),
                row(CLOSED, Step.REOPEN, IN_PROGRESS, AGENT, LetterCue.NOTHING, FIRST_ANSWER));
    }

    private static List<Transition> marks() {
        var rows = new ArrayList<Transition>();
        for (TicketState from : List.of(REGISTERED, IN_PROGRESS)) {
            rows.add(row(from, Step.MARK_NOT_A_REQUEST, NOT_A_REQUEST, AGENT, LetterCue.NOTHING, ClockCue.NONE));
            rows.add(row(from, Step.MARK_DUPLICATE, DUPLICATE, AGENT, LetterCue.NOTHING, ClockCue.NONE));
        }
        for (TicketState marked : List.of(NOT_A_REQUEST, DUPLICATE)) {
            rows.add(row(marked, Step.UNDO_MARK, IN_PROGRESS, AGENT, LetterCue.NOTHING, ClockCue.RESUMED));
        }
        for (TicketState from : List.of(REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED)) {
            rows.add(row(from, Step.MERGE, MERGED, AGENT, LetterCue.NOTHING, ClockCue.NONE));
        }
        rows.add(row(MERGED, Step.UNDO_MERGER, IN_PROGRESS, AGENT, LetterCue.NOTHING, ClockCue.RESUMED));
        return rows;
    }

    /** The only steps with several lines in one state: they lead back to where the ticket stood before the letter. */
    private static List<Transition> withdrawals() {
        var rows = new ArrayList<Transition>();
        for (TicketState before :
                List.of(REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED, AWAITING_APPLICANT, ANSWERED)) {
            rows.add(row(ANSWERED, Step.WITHDRAW_ANSWER, before, AGENT, LetterCue.NOTHING, ClockCue.RESUMED));
        }
        for (TicketState before : List.of(REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED)) {
            rows.add(
                    row(AWAITING_APPLICANT, Step.WITHDRAW_REQUEST, before, AGENT, LetterCue.NOTHING, ClockCue.RESUMED));
        }
        return rows;
    }

    private static Transition row(
            TicketState from, Step step, TicketState to, Party by, LetterCue letter, TermName clock) {
        return row(from, step, to, by, letter, ClockCue.of(clock));
    }

    private static Transition row(
            TicketState from, Step step, TicketState to, Party by, LetterCue letter, ClockCue clock) {
        return new Transition(from, step, to, by, letter, clock);
    }

    /** The whole table. */
    public static List<Transition> transitions() {
        return TABLE;
    }

    /** The line for this step in this state, or nothing when the step is not possible there. */
    public static Optional<Transition> find(TicketState from, Step step) {
        return TABLE.stream().filter(t -> t.from() == from && t.step() == step).findFirst();
    }

    /** The line for this step from one state to another: a step that takes a letter back leads to where the ticket stood. */
    static Optional<Transition> find(TicketState from, Step step, TicketState to) {
        return TABLE.stream()
                .filter(t -> t.from() == from && t.step() == step && t.to() == to)
                .findFirst();
    }

    /** The steps that this party may take in this state: the buttons of a page. */
    public static Set<Step> steps(TicketState from, Party by) {
        return TABLE.stream()
                .filter(t -> t.from() == from && t.by() == by)
                .map(Transition::step)
                .collect(Collectors.toUnmodifiableSet());
    }
}
