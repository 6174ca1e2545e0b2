package kz.kezek.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.portal.VisitLimits.Limit;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * A new link by number and address. The answer is the same, and as fast, whether there is such a ticket or not: whether there
 * is one is looked up after the answer, and the letter goes to the ticket's own address only.
 */
@Controller
class NewLinkController {

    private static final Logger LOG = LoggerFactory.getLogger(NewLinkController.class);

    private final PublicScreens screens;
    private final TicketRegister tickets;
    private final Correspondence correspondence;
    private final VisitLimits limits;
    private final Clock clock;
    private final Executor later = Executors.newVirtualThreadPerTaskExecutor();

    NewLinkController(
            PublicScreens screens,
            TicketRegister tickets,
            Correspondence correspondence,
            VisitLimits limits,
            Clock clock) {
        this.screens = screens;
        this.tickets = tickets;
        this.correspondence = correspondence;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/status")
    View form(HttpServletRequest request) {
        Optional<String> message =
                request.getParameter("revoked") == null ? Optional.empty() : Optional.of("new-link.revoked");
        return screens.show(new SimplePage("new-link", message, false));
    }

    @PostMapping("/status")
    View ask(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String address) {
        if (!limits.take(Limit.LINK_FROM_NETWORK, request.getRemoteAddr())) {
            var page = new SimplePage("new-link", Optional.of("problem.too-often"), false);
            return screens.show(page, HttpStatus.TOO_MANY_REQUESTS);
        }
        Instant now = clock.instant();
        later.execute(() -> send(number, address, now));
        return screens.show(new SimplePage("new-link", Optional.of("new-link.sent"), false));
    }

    private void send(String number, String address, Instant now) {
        try {
            TicketNumber.read(number)
                    .flatMap(tickets::find)
                    .filter(ticket -> belongs(ticket, address))
                    .filter(ticket ->
                            limits.take(Limit.LINK_TO_TICKET, ticket.id().toString()))
                    .ifPresent(ticket -> correspondence.sendStatusLink(ticket, now));
        } catch (RuntimeException e) {
            LOG.warn("a new link was not sent: {}", e.getClass().getSimpleName());
        }
    }

    private static boolean belongs(Ticket ticket, String address) {
        return !address.isBlank() && ticket.applicant().address().equalsIgnoreCase(address.strip());
    }
}
