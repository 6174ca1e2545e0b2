package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.workspace.ComposerView.FieldError;
import kz.kezek.workspace.TicketPage.Verb;

/**
 * A step about to be taken: what follows from it for the clock, and what must be said first.
 *
 * @param confirmation the sentence an agent must agree with, once it has turned out that it is needed
 */
public record StepView(
        Verb verb,
        TicketLink ticket,
        String consequence,
        List<Choice> choices,
        Typed typed,
        Optional<String> confirmation,
        List<FieldError> errors) {

    /** One agent, or one letter. */
    public record Choice(String value, String text, boolean chosen) {}

    /** What was typed, and the key that makes a double sending one. */
    public record Typed(String number, String address, String idempotencyKey) {}

    /** Whether another ticket's number is asked for. */
    public boolean asksForNumber() {
        return verb == Verb.MERGE || verb == Verb.LINK || verb == Verb.MARK_DUPLICATE;
    }

    /** Whether one agent is to be chosen. */
    public boolean asksForAgent() {
        return verb == Verb.REASSIGN;
    }

    /** Whether letters are to be chosen. */
    public boolean asksForLetters() {
        return verb == Verb.SPLIT;
    }

    /** Whether an address is asked for. */
    public boolean asksForAddress() {
        return asksForAddress(verb);
    }

    /** The key of what the address is called: the applicant's own, or that of somebody who may write too. */
    public String addressKey() {
        return verb == Verb.GIVE_ADDRESS ? "call.address" : "step.address";
    }

    static boolean asksForAddress(Verb verb) {
        return verb == Verb.ADD_PARTICIPANT || verb == Verb.GIVE_ADDRESS;
    }

    /** Where the form posts to. */
    public String action() {
        return ticket.href() + "/" + verb.noun();
    }

    /** The error, when there is one. */
    public Optional<FieldError> error() {
        return errors.stream().findFirst();
    }
}
