package kz.kezek.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.kezek.applicant.EmailAddress;
import kz.kezek.identity.Agent;
import kz.kezek.identity.Caller;
import kz.kezek.identity.Directory;
import kz.kezek.intake.Splitting;
import kz.kezek.ticket.ParticipantRole;
import kz.kezek.ticket.Party;
import kz.kezek.ticket.RelationOutcome;
import kz.kezek.ticket.RelationOutcome.Hindrance;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketRelations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with a ticket as a whole: the same steps as the page has, each answered with the ticket it led to. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
@ResponseStatus(HttpStatus.CREATED)
@Tag(name = "Tickets")
class TicketStepsApi {

    private static final Set<Hindrance> OF_THE_REQUEST =
            Set.of(Hindrance.NO_SUCH_TICKET, Hindrance.SAME_TICKET, Hindrance.LETTERS, Hindrance.ADDRESS);

    private final TicketRegister tickets;
    private final TicketRelations relations;
    private final Splitting splitting;
    private final Directory directory;
    private final TicketDetails details;
    private final TransactionOperations transaction;
    private final Clock clock;

    TicketStepsApi(
            TicketRegister tickets,
            TicketRelations relations,
            Splitting splitting,
            Directory directory,
            TicketDetails details,
            TransactionOperations transaction,
            Clock clock) {
        this.tickets = tickets;
        this.relations = relations;
        this.splitting = splitting;
        this.directory = directory;
        this.details = details;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Another ticket, by its number. */
    record Other(@Nullable String number) {}

    /** The ticket to merge into; {@code otherApplicant} confirms that it may be another applicant's. */
    record Merger(@Nullable String into, @Nullable Boolean otherApplicant) {}

    /** The letters to split off, by their custody ids. */
    record Split(@Nullable List<Long> letters) {}

    /** Who gets the ticket, by login. */
    record Assignment(@Nullable String agent) {}

    /** An address; who is added is a representative of the applicant. */
    record Address(@Nullable String address) {}

    @PostMapping("/reopening")
    @Operation(summary = "Takes an answered or closed ticket back to work; C1 begins anew")
    TicketDetail reopen(@PathVariable String number, @AuthenticationPrincipal Caller caller, Locale locale) {
        return step(number, locale, at -> new TicketEvent.TicketReopened(at), caller);
    }

    @PostMapping("/not-a-request-marks")
    @Operation(summary = "Marks the ticket as no обращение; its clock stops without a verdict")
    TicketDetail markNotARequest(@PathVariable String number, @AuthenticationPrincipal Caller caller, Locale locale) {
        return step(number, locale, at -> new TicketEvent.MarkedNotARequest(at), caller);
    }

    @PostMapping("/duplicate-marks")
    @Operation(summary = "Marks the ticket as a duplicate of another; its clock stops without a verdict")
    TicketDetail markDuplicate(
            @PathVariable String number, @RequestBody Other of, @AuthenticationPrincipal Caller caller, Locale locale) {
        TicketNumber original = number("number", of.number());
        return related(number, locale, work -> relations.markDuplicate(work.id, original, caller.actor(), work.at));
    }

    @PostMapping("/mark-undo")
    @Operation(summary = "Undoes such a mark; the clock goes on from where it began")
    TicketDetail undoMark(@PathVariable String number, @AuthenticationPrincipal Caller caller, Locale locale) {
        return step(number, locale, at -> new TicketEvent.MarkUndone(at), caller);
    }

    @PostMapping("/assignment")
    @Operation(summary = "Gives the ticket to an agent")
    TicketDetail assign(
            @PathVariable String number,
            @RequestBody Assignment to,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        long agent = Optional.ofNullable(to.agent())
                .flatMap(directory::find)
                .filter(known -> directory.assignable().stream().map(Agent::id).anyMatch(known.id()::equals))
                .map(known -> known.id().value())
                .orElseThrow(() -> new ApiProblem.Unprocessable("agent", "No ticket can be given to this agent."));
        return related(number, locale, work -> outcome(tickets.assign(work.id, agent, caller.actor(), work.at)));
    }

    @PostMapping("/mergers")
    @Operation(summary = "Merges the ticket into another, where the earlier of the two deadlines governs")
    TicketDetail merge(
            @PathVariable String number,
            @RequestBody Merger merger,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        TicketNumber into = number("into", merger.into());
        boolean other = Boolean.TRUE.equals(merger.otherApplicant());
        return related(number, locale, work -> relations.merge(work.id, into, other, caller.actor(), work.at));
    }

    @PostMapping("/merger-undo")
    @Operation(summary = "Undoes the ticket's merger while nothing was done in the other ticket since")
    TicketDetail undoMerger(@PathVariable String number, @AuthenticationPrincipal Caller caller, Locale locale) {
        return related(number, locale, work -> relations.undoMerger(work.id, caller.actor(), work.at));
    }

    @PostMapping("/splits")
    @Operation(summary = "Makes a linked ticket of letters of one sender, registered under their receipt")
    TicketDetail split(
            @PathVariable String number,
            @RequestBody Split split,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        List<Long> letters = Optional.ofNullable(split.letters()).orElse(List.of());
        return related(number, locale, work -> splitting.split(work.id, letters, caller.actor(), work.at));
    }

    @PostMapping("/links")
    @Operation(summary = "Notes that the ticket has to do with another")
    TicketDetail link(
            @PathVariable String number,
            @RequestBody Other with,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        TicketNumber other = number("number", with.number());
        return related(number, locale, work -> relations.link(work.id, other, caller.actor(), work.at));
    }

    @PostMapping("/link-removals")
    @Operation(summary = "Takes such a note back")
    TicketDetail unlink(
            @PathVariable String number,
            @RequestBody Other from,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        TicketNumber other = number("number", from.number());
        return related(number, locale, work -> relations.unlink(work.id, other, caller.actor(), work.at));
    }

    @PostMapping("/participants")
    @Operation(summary = "Lets a representative write into the ticket by its number")
    TicketDetail addParticipant(
            @PathVariable String number,
            @RequestBody Address who,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        String address = address(who);
        return related(number, locale, work -> {
            boolean added =
                    tickets.addParticipant(work.id, address, ParticipantRole.REPRESENTATIVE, caller.actor(), work.at);
            return changed(added, work.id, Hindrance.ALREADY_SO);
        });
    }

    @PostMapping("/participant-removals")
    @Operation(summary = "Lets an address no longer write into the ticket by its number")
    TicketDetail removeParticipant(
            @PathVariable String number,
            @RequestBody Address who,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        String address = address(who);
        return related(number, locale, work -> {
            boolean removed = tickets.removeParticipant(work.id, address, caller.actor(), work.at);
            return changed(removed, work.id, Hindrance.NOT_SO);
        });
    }

    /** One ticket in one transaction at one instant. */
    private record Work(TicketId id, Instant at) {}

    private RelationOutcome changed(boolean changed, TicketId id, Hindrance otherwise) {
        return changed ? new RelationOutcome.Related(tickets.get(id)) : RelationOutcome.hindered(otherwise);
    }

    private TicketDetail step(
            String number, Locale locale, Function<Instant, TicketEvent.StepTaken> event, Caller caller) {
        return related(
                number,
                locale,
                work -> outcome(tickets.take(work.id, event.apply(work.at), Party.AGENT, caller.actor())));
    }

    private static RelationOutcome outcome(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Taken(Ticket ticket, var letter) -> new RelationOutcome.Related(ticket);
            case StepOutcome.NotPossible no -> RelationOutcome.hindered(Hindrance.STATE);
        };
    }

    private TicketDetail related(String number, Locale locale, Function<Work, RelationOutcome> act) {
        Instant at = clock.instant();
        TicketId id = TicketNumber.read(number)
                .flatMap(tickets::find)
                .map(Ticket::id)
                .orElseThrow(() -> new ApiProblem.NotFound("There is no ticket with this number."));
        return switch (Objects.requireNonNull(transaction.execute(status -> act.apply(new Work(id, at))))) {
            case RelationOutcome.Related(Ticket ticket) -> details.of(ticket.id(), locale, at);
            case RelationOutcome.Hindered(Hindrance why) -> throw problem(why);
        };
    }

    private static RuntimeException problem(Hindrance why) {
        return OF_THE_REQUEST.contains(why)
                ? new ApiProblem.Unprocessable(why == Hindrance.LETTERS ? "letters" : "number", "Not possible: " + why)
                : new ApiProblem.Conflict("Not possible: " + why);
    }

    private static TicketNumber number(String field, @Nullable String written) {
        return Optional.ofNullable(written)
                .flatMap(TicketNumber::read)
                .orElseThrow(() -> new ApiProblem.Unprocessable(field, "This is no number of a ticket."));
    }

    private static String address(Address who) {
        return Optional.ofNullable(who.address())
                .flatMap(EmailAddress::of)
                .map(EmailAddress::value)
                .orElseThrow(() -> new ApiProblem.Unprocessable("address", "This is no address."));
    }
}
