package kz.kezek.workspace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.workspace.SearchPage.Result;
import kz.kezek.workspace.TicketSearches.Found;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The search, and the few tickets that the palette shows while something is typed. */
@Controller
class SearchController {

    private static final int PAGE = 25;
    private static final int PALETTE = 8;
    private static final int MOST_OF_APPLICANT = 200;

    private final TicketSearches searches;
    private final TicketRegister tickets;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    SearchController(
            TicketSearches searches,
            TicketRegister tickets,
            Journal journal,
            TransactionOperations transaction,
            Screens screens,
            CalendarInForce calendars,
            Clock clock) {
        this.searches = searches;
        this.tickets = tickets;
        this.journal = journal;
        this.transaction = transaction;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What can be shared as a link: a person's number cannot, it would stay in histories and logs. */
    @GetMapping("/desk/search")
    View search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @AuthenticationPrincipal SignedInAgent agent) {
        SearchQuery query = SearchQuery.read(q);
        if (query.isEmpty() || query.identifier().isPresent()) {
            return screens.show(new SearchPage("", false, List.of(), Optional.empty()));
        }
        List<Found> found = searches.find(query, before, PAGE + 1);
        List<Found> shown = found.subList(0, Math.min(PAGE, found.size()));
        return screens.show(new SearchPage(
                query.typed(),
                false,
                shown.stream().map(ticket -> result(ticket, agent)).toList(),
                found.size() > PAGE
                        ? Optional.of(href(query) + "&before=" + shown.getLast().id())
                        : Optional.empty()));
    }

    /** What was typed: a number leads to its ticket, words to the page of what is found, a person's number to his tickets. */
    @PostMapping("/desk/search")
    View ask(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedInAgent agent) {
        SearchQuery query = SearchQuery.read(q);
        Optional<ApplicantId> identifier = query.identifier();
        if (identifier.isPresent()) {
            journal(identifier.get(), agent);
            List<Result> of = searches.of(identifier.get(), MOST_OF_APPLICANT).stream()
                    .map(ticket -> result(ticket, agent))
                    .toList();
            return screens.show(new SearchPage("", true, of, Optional.empty()));
        }
        return TicketFormsController.seeOther(query.number(year())
                .flatMap(tickets::find)
                .map(ticket -> new TicketLink(ticket.number().toString()).href())
                .orElseGet(() -> href(query)));
    }

    private static String href(SearchQuery query) {
        return "/desk/search?q=" + URLEncoder.encode(query.typed(), StandardCharsets.UTF_8);
    }

    private int year() {
        return clock.instant().atZone(calendars.current().zone()).getYear();
    }

    /** The first tickets for what is being typed; a person's number is not looked up before it is asked for. */
    @GetMapping("/desk/palette")
    View palette(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedInAgent agent) {
        SearchQuery query = SearchQuery.read(q);
        Stream<Found> exact = query.number(year()).flatMap(searches::of).stream();
        Stream<Found> found = query.isEmpty() || query.identifier().isPresent()
                ? Stream.of()
                : searches.find(query.unfinished(), Long.MAX_VALUE, PALETTE).stream();
        return screens.show(new PalettePage(Stream.concat(exact, found)
                .limit(PALETTE)
                .map(ticket -> result(ticket, agent))
                .toList()));
    }

    /** That somebody looked a person up by number is written down (R36), the number itself is not. */
    private void journal(ApplicantId identifier, SignedInAgent agent) {
        var act = Act.of("agent:" + agent.id(), "applicant.searched", identifier.masked());
        transaction.executeWithoutResult(status -> journal.record(act, agent.actor(), clock.instant()));
    }

    private Result result(Found found, SignedInAgent agent) {
        var moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), clock.instant());
        return new Result(
                new TicketLink(found.number()),
                Masking.of(found.summary()),
                found.applicant(),
                moments.date(found.receivedAt()),
                TicketPage.Stage.valueOf(found.state().name()),
                SearchPage.runs(found.excerpt()),
                found.language().orElse(Language.RU));
    }
}
