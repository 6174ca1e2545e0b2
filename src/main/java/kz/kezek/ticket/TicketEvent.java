package kz.kezek.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.regulation.TermName;

/**
 * What happened to a ticket, in the past tense. The clocks C0–C3 are computed from these and nothing else, so an event
 * recorded late carries the instant at which the thing itself happened.
 */
public sealed interface TicketEvent {

    /** When the thing happened (not when it was recorded). */
    Instant at();

    /** The type's name in the database and in the API. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** The step of {@link Lifecycle} was taken, and led from one state to another. */
    sealed interface StepTaken extends TicketEvent {
        /** The step that leads to this event's state. */
        default Step step() {
            return switch (this) {
                case TicketRegistered e -> Step.REGISTER;
                case TicketTaken e -> Step.TAKE;
                case TicketReleased e -> Step.RELEASE;
                case InformationRequested e -> Step.REQUEST_INFORMATION;
                case InformationRequestUndelivered e -> Step.REQUEST_UNDELIVERED;
                case InformationSupplied e -> Step.SUPPLY_INFORMATION;
                case TicketAnswered e -> Step.ANSWER;
                case AnswerUndelivered e -> Step.ANSWER_UNDELIVERED;
                case ApplicantRepliedAfterAnswer e -> Step.REPLY_AFTER_ANSWER;
                case TicketDiscontinued e -> Step.EXPIRE;
                case InformationSuppliedInTime e -> Step.SUPPLY_IN_TIME_AFTER_EXPIRY;
                case DiscontinuationUndone e -> Step.UNDO_DISCONTINUATION;
                case TicketClosed e -> Step.CLOSE;
                case TicketReopened e -> Step.REOPEN;
                case MarkedNotARequest e -> Step.MARK_NOT_A_REQUEST;
                case MarkedDuplicate e -> Step.MARK_DUPLICATE;
                case MarkUndone e -> Step.UNDO_MARK;
                case TicketMerged e -> Step.MERGE;
                case MergerUndone e -> Step.UNDO_MERGER;
                case AnswerWithdrawn e -> Step.WITHDRAW_ANSWER;
                case InformationRequestWithdrawn e -> Step.WITHDRAW_REQUEST;
            };
        }
    }

    /** The ticket has a number (R26); {@code at} equals the receipt (A2). */
    record TicketRegistered(Instant at, Channel channel) implements StepTaken {}

    /** The acceptance notice was accepted by the next mail server (R20). */
    record AcceptanceNoticeDelivered(Instant at) implements TicketEvent {}

    /** No acceptance notice is owed: there is nobody to send it to, or the sender is a machine (R27). */
    record AcceptanceNoticeNotOwed(Instant at) implements TicketEvent {}

    /** An agent has the ticket; {@code agentId} is the assignee. */
    record TicketTaken(Instant at, long agentId) implements StepTaken {}

    /** The ticket went to another agent, its state unchanged. */
    record TicketReassigned(Instant at, long agentId) implements TicketEvent {}

    /** Nobody has the ticket any more. */
    record TicketReleased(Instant at) implements StepTaken {}

    /** A specialist sent a Запрос (R12). */
    record InformationRequested(Instant at, long requestId) implements StepTaken {}

    /** The next mail server accepted the Запрос: the 72 working hours begin (A8). */
    record InformationRequestDelivered(Instant at, long requestId) implements TicketEvent {}

    /** The Запрос could not be delivered: its clock is void (A8). */
    record InformationRequestUndelivered(Instant at, long requestId) implements StepTaken {}

    /** The applicant was reminded after this many working hours of silence (A14). */
    record ApplicantReminded(Instant at, int afterHours) implements TicketEvent {}

    /** The applicant replied to the Запрос (A11). */
    record InformationSupplied(Instant at) implements StepTaken {}

    /** The applicant wrote, and nothing changed by it (A15). */
    record ApplicantWrote(Instant at) implements TicketEvent {}

    /**
     * The applicant's reply filled in what the form lacked.
     *
     * @param items the numbers of the items it filled or mended, in order
     * @param before the form as it was read until then
     */
    record FormCompleted(Instant at, List<Integer> items, ReadForm before) implements TicketEvent {
        public FormCompleted {
            items = List.copyOf(items);
        }
    }

    /** A specialist answered. */
    record TicketAnswered(Instant at, long answerId) implements StepTaken {}

    /** The answer was taken back before it was handed over: it counts as never given ({@link Withdrawals}). */
    record AnswerWithdrawn(Instant at, long answerId) implements StepTaken {}

    /** The Запрос was taken back before it was handed over: it counts as never sent. */
    record InformationRequestWithdrawn(Instant at, long requestId) implements StepTaken {}

    /** The answer could not be delivered: the ticket is back at work, the term stays met (A27). */
    record AnswerUndelivered(Instant at) implements StepTaken {}

    /** The applicant wrote again after the answer: back to work with a new C1 (A13). */
    record ApplicantRepliedAfterAnswer(Instant at) implements StepTaken {}

    /** Consideration stopped: no reply within 72 working hours (R23). */
    record TicketDiscontinued(Instant at, Instant dueAt) implements StepTaken {}

    /** A reply received in time was found after consideration had stopped, as after an outage of ours. */
    record InformationSuppliedInTime(Instant at) implements StepTaken {}

    /** An agent undid a termination made by mistake (A12). */
    record DiscontinuationUndone(Instant at) implements StepTaken {}

    /** The answered ticket was closed. */
    record TicketClosed(Instant at) implements StepTaken {}

    /** An agent took an answered or closed ticket back to work. */
    record TicketReopened(Instant at) implements StepTaken {}

    /** An agent marked the ticket as no обращение at all. */
    record MarkedNotARequest(Instant at) implements StepTaken {}

    /** An agent marked the ticket as a duplicate of another. */
    record MarkedDuplicate(Instant at, String originalNumber) implements StepTaken {}

    /** An agent undid such a mark. */
    record MarkUndone(Instant at) implements StepTaken {}

    /** An agent merged the ticket into another, where its letters are answered from now on. */
    record TicketMerged(Instant at, String intoNumber) implements StepTaken {}

    /** An agent undid the merger: the ticket stands for itself again. */
    record MergerUndone(Instant at) implements StepTaken {}

    /**
     * Another ticket was merged into this one.
     *
     * @param governing the other ticket's clock, when its deadline was the earlier of the two: it goes on here
     */
    record TicketAbsorbed(Instant at, String number, Optional<Ticket.RunningClock> governing) implements TicketEvent {}

    /** The merger of that ticket into this one was undone. */
    record AbsorptionUndone(Instant at, String number) implements TicketEvent {}

    /** Letters of this ticket were taken out of it into a new one. */
    record TicketSplit(Instant at, String newNumber, int letters) implements TicketEvent {}

    /** The ticket was made of letters of another. */
    record TicketSplitOff(Instant at, String fromNumber) implements TicketEvent {}

    /** An agent noted that another ticket has to do with this one. */
    record TicketLinked(Instant at, String number) implements TicketEvent {}

    /** An agent took such a note back. */
    record TicketUnlinked(Instant at, String number) implements TicketEvent {}

    /** An agent counted the ticket among those of an incident of the service. */
    record IncidentJoined(Instant at, long incidentId) implements TicketEvent {}

    /** An agent took it out of them again. */
    record IncidentLeft(Instant at, long incidentId) implements TicketEvent {}

    /** This address may write into the ticket by its number. */
    record ParticipantAdded(Instant at, String address, ParticipantRole role) implements TicketEvent {}

    /** This address may not any more. */
    record ParticipantRemoved(Instant at, String address) implements TicketEvent {}

    /** A new calendar moved the deadline of a running clock (A24). */
    record DeadlineMoved(Instant at, TermName kind, Instant from, Instant to, String calendarVersion)
            implements TicketEvent {}

    /** The class of each type's name, for reading events back. */
    static Map<String, Class<? extends TicketEvent>> types() {
        return TicketEventTypes.BY_NAME;
    }
}
