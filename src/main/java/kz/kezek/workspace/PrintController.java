package kz.kezek.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.regulation.Regulation;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.ComposerView.Mode;
import kz.kezek.workspace.PrintPage.Term;
import kz.kezek.workspace.TicketPages.Showing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The case file of a ticket, as it is printed; numbers of people are masked as on the page. */
@Controller
class PrintController {

    private final TicketFiles files;
    private final TicketPages pages;
    private final TicketClocks clocks;
    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final Screens screens;
    private final Clock clock;

    PrintController(
            TicketFiles files,
            TicketPages pages,
            TicketClocks clocks,
            Regulation regulation,
            CalendarInForce calendars,
            Screens screens,
            Clock clock) {
        this.files = files;
        this.pages = pages;
        this.clocks = clocks;
        this.regulation = regulation;
        this.calendars = calendars;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/desk/t/{number}/print")
    View print(@PathVariable String number, @AuthenticationPrincipal SignedInAgent agent) {
        Ticket ticket = files.ticket(number);
        Instant now = clock.instant();
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), now);
        List<Term> terms =
                clocks.of(ticket.id()).stream().map(ran -> term(ran, moments)).toList();
        var showing = new Showing(Composing.begin(Mode.CLOSED), Optional.empty(), false);
        return screens.show(new PrintPage(pages.of(ticket, agent, showing), terms, moments.full(now)));
    }

    private Term term(SlaClock ran, Moments moments) {
        Instant end = ran.endedAt().orElse(moments.at());
        return new Term(
                regulation
                        .term(ran.kind())
                        .label()
                        .in(moments.words().language().locale()),
                moments.full(ran.startedAt()),
                ran.endedAt().map(moments::full).orElse(""),
                moments.full(ran.dueAt()),
                moments.deadlines().exactly(calendars.current().between(ran.startedAt(), end)),
                ran.isRunning());
    }
}
