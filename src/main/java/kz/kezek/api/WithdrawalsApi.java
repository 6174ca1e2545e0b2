package kz.kezek.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.identity.Caller;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Taking a specialist's letter back within the seconds before it leaves: the ticket stands again where it stood. Asking
 * twice takes it back once.
 */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
@ResponseStatus(HttpStatus.CREATED)
@Tag(name = "Tickets")
class WithdrawalsApi {

    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final TicketDetails details;
    private final Clock clock;

    WithdrawalsApi(TicketRegister tickets, Correspondence correspondence, TicketDetails details, Clock clock) {
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.details = details;
        this.clock = clock;
    }

    @PostMapping("/answers/{id}/withdrawal")
    @Operation(summary = "Takes an answer back that has not left yet")
    TicketDetail withdrawAnswer(
            @PathVariable String number, @PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return withdraw(
                number,
                ticket -> tickets.withdrawnAnswer(ticket, id),
                ticket -> tickets.answers(ticket).stream().anyMatch(answer -> answer.id() == id),
                (ticket, at) -> correspondence.withdrawAnswer(ticket, id, caller.actor(), at),
                locale);
    }

    @PostMapping("/information-requests/{id}/withdrawal")
    @Operation(summary = "Takes a Запрос back that has not left yet")
    TicketDetail withdrawRequest(
            @PathVariable String number, @PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return withdraw(
                number,
                ticket -> tickets.withdrawnRequest(ticket, id),
                ticket -> tickets.informationRequests(ticket).stream().anyMatch(request -> request.id() == id),
                (ticket, at) -> correspondence.withdrawRequest(ticket, id, caller.actor(), at),
                locale);
    }

    private TicketDetail withdraw(
            String number,
            Function<TicketId, Optional<?>> withdrawnBefore,
            Predicate<TicketId> written,
            BiFunction<TicketId, Instant, StepOutcome> withdrawal,
            Locale locale) {
        Instant at = clock.instant();
        TicketId ticket = TicketNumber.read(number)
                .flatMap(tickets::find)
                .map(Ticket::id)
                .orElseThrow(() -> new ApiProblem.NotFound("There is no ticket with this number."));
        boolean withdrawn = withdrawal.apply(ticket, at) instanceof StepOutcome.Taken
                || withdrawnBefore.apply(ticket).isPresent();
        if (!withdrawn && !written.test(ticket)) {
            throw new ApiProblem.NotFound("There is no letter of this ticket with this id.");
        }
        if (!withdrawn) {
            throw new ApiProblem.Conflict("The letter cannot be taken back: it has left, or the ticket has gone on.");
        }
        return details.of(ticket, locale, at);
    }
}
