package kz.kezek.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.identity.Caller;
import kz.kezek.ticket.RequestedItem;
import kz.kezek.ticket.StepOutcome;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets over HTTP. A number may be written {@code СК-26-000001} or, in ASCII, {@code SK-26-000001}. */
@RestController
@RequestMapping("/api/v1/tickets")
@Tag(name = "Tickets")
class TicketsApi {

    private static final int MOST = 200;

    private final TicketRegister tickets;
    private final TicketDetails details;
    private final Correspondence correspondence;
    private final AstanaTimes times;
    private final Clock clock;

    TicketsApi(
            TicketRegister tickets,
            TicketDetails details,
            Correspondence correspondence,
            AstanaTimes times,
            Clock clock) {
        this.tickets = tickets;
        this.details = details;
        this.correspondence = correspondence;
        this.times = times;
        this.clock = clock;
    }

    /** What an answer says. */
    record NewAnswer(@Nullable String text) {}

    /**
     * What a Запрос asks.
     *
     * @param items keys of the regulation ({@code time}, {@code description}, {@code screenshots}, {@code os},
     *     {@code servicePack}), {@code item-1} … {@code item-5}, or free text
     */
    record NewInformationRequest(
            @Nullable List<String> items, @Nullable String instructions) {}

    @GetMapping
    @Operation(summary = "Tickets in the order of registration")
    TicketPage list(
            @RequestParam(required = false) @Nullable TicketState state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") long cursor) {
        int size = Math.clamp(limit, 1, MOST);
        List<Ticket> found = tickets.page(Optional.ofNullable(state), cursor, size + 1);
        List<Ticket> shown = found.subList(0, Math.min(size, found.size()));
        return new TicketPage(
                shown.stream().map(ticket -> TicketSummary.of(ticket, times)).toList(),
                found.size() > size ? TicketSummary.cursor(shown.getLast()) : null);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One ticket with its letters, clocks and the explanation of each deadline")
    TicketDetail show(@PathVariable String number, Locale locale) {
        return details.of(find(number).id(), locale, clock.instant());
    }

    @PostMapping("/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sends an answer to the applicant")
    TicketDetail answer(
            @PathVariable String number,
            @RequestBody NewAnswer answer,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        String text = required(answer.text(), "text");
        return taken(correspondence.answer(find(number).id(), text, caller.actor(), clock.instant()), locale);
    }

    @PostMapping("/{number}/information-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sends a Запрос на предоставление дополнительной информации")
    TicketDetail requestInformation(
            @PathVariable String number,
            @RequestBody NewInformationRequest request,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        List<RequestedItem> items = Optional.ofNullable(request.items()).orElse(List.of()).stream()
                .filter(item -> !item.isBlank())
                .map(correspondence::requestedItem)
                .toList();
        if (items.isEmpty()) {
            throw new ApiProblem.Unprocessable("items", "A request for information asks for at least one item.");
        }
        String instructions = Optional.ofNullable(request.instructions()).orElse("");
        return taken(
                correspondence.requestInformation(
                        find(number).id(), items, instructions, caller.actor(), clock.instant()),
                locale);
    }

    private Ticket find(String number) {
        return TicketNumber.read(number)
                .flatMap(tickets::find)
                .orElseThrow(() -> new ApiProblem.NotFound("There is no ticket with this number."));
    }

    private TicketDetail taken(StepOutcome outcome, Locale locale) {
        return switch (outcome) {
            case StepOutcome.Taken(Ticket ticket, var letter) -> details.of(ticket.id(), locale, clock.instant());
            case StepOutcome.NotPossible(Ticket ticket, var step) ->
                throw new ApiProblem.Conflict("The ticket is " + ticket.state() + ": " + step + " is not possible.");
        };
    }

    private static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new ApiProblem.Unprocessable(field, "The field " + field + " is empty.");
        }
        return text.strip();
    }
}
