package kz.kezek.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.intake.OurAddresses;
import kz.kezek.intake.PhoneDesk;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor.AgentActor;
import kz.kezek.journal.Journal;
import kz.kezek.ticket.TicketId;
import kz.kezek.workspace.ComposerView.FieldError;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of a call, each act in one transaction with the end of its draft. */
@Component
class CallWork {

    private final PhoneDesk phone;
    private final CallDrafts drafts;
    private final OurAddresses ours;
    private final LiveSignals signals;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    CallWork(
            PhoneDesk phone,
            CallDrafts drafts,
            OurAddresses ours,
            LiveSignals signals,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.phone = phone;
        this.drafts = drafts;
        this.ours = ours;
        this.signals = signals;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is wrong with a form, besides what it says of itself: a key of a signature in it, or an address of our own. */
    List<FieldError> errors(CallForm form, List<FieldError> own) {
        Stream<FieldError> address = ours.isOurs(form.value("address"))
                ? Stream.of(new FieldError("address", "error.call.address"))
                : Stream.of();
        Stream<FieldError> key =
                holdsPrivateKey(form) ? Stream.of(new FieldError("additional", "error.call.private-key")) : Stream.of();
        return Stream.of(own.stream(), address, key).flatMap(errors -> errors).toList();
    }

    boolean holdsPrivateKey(CallForm form) {
        return phone.holdPrivateKey(form.fields().values());
    }

    TicketId take(CallForm form, String key, SignedInAgent agent) {
        return Objects.requireNonNull(transaction.execute(status -> {
            TicketId ticket = phone.take(form.call(), key, actor(agent));
            drafts.remove(agent.id());
            return ticket;
        }));
    }

    /** Adds the call to a ticket; whether it was taken for the applicant's reply to a Запрос. */
    boolean add(TicketId ticket, CallForm form, String key, SignedInAgent agent) {
        boolean reply = Boolean.TRUE.equals(transaction.execute(status -> {
            drafts.remove(agent.id());
            return phone.add(ticket, note(form, agent), form.reply(), key, actor(agent));
        }));
        signals.changed(ticket);
        return reply;
    }

    /** Who called and what was said, in the words of whoever took the call. */
    private static String note(CallForm form, SignedInAgent agent) {
        String called = Stream.of(
                        form.value("name"), form.phone().map(PhoneNumber::shown).orElse(""), form.value("address"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(Words.in(agent.language()).text("call.note", called), form.value("summary"), form.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** That somebody looked a person up by number is written down (R36), the number itself is not. */
    void journalSearch(ApplicantId id, SignedInAgent agent) {
        var act = Act.of("agent:" + agent.id(), "applicant.searched", id.masked());
        transaction.executeWithoutResult(status -> journal.record(act, agent.actor(), clock.instant()));
    }

    private static AgentActor actor(SignedInAgent agent) {
        return new AgentActor(agent.id().value());
    }
}
