package kz.kezek.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.drawing.Moments;
import kz.kezek.identity.Role;
import kz.kezek.identity.SignedInAgent;
import kz.kezek.knowledge.Incident;
import kz.kezek.knowledge.Incidents;
import kz.kezek.knowledge.KnownProblem.Texts;
import kz.kezek.knowledge.Trouble;
import kz.kezek.ticket.Ticket;
import kz.kezek.workspace.IncidentProposals.Proposal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Known incidents at the desk: everybody sees what applicants are told, the lead of a shift says it and ends it. */
@Controller
@RequestMapping("/desk/incidents")
class IncidentsController {

    private static final Duration SHOWN_FOR = Duration.ofDays(90);
    private static final int LONGEST = 1000;
    /** The order of the columns in which the languages stand. */
    static final List<Language> ORDER = List.of(Language.KK, Language.RU, Language.EN);

    private final Incidents incidents;
    private final IncidentProposals proposals;
    private final IncidentWatch watch;
    private final IncidentWork work;
    private final TicketFiles files;
    private final Screens screens;
    private final CalendarInForce calendars;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    IncidentsController(
            Incidents incidents,
            IncidentProposals proposals,
            IncidentWatch watch,
            IncidentWork work,
            TicketFiles files,
            Screens screens,
            CalendarInForce calendars,
            Clock clock) {
        this.incidents = incidents;
        this.proposals = proposals;
        this.watch = watch;
        this.work = work;
        this.files = files;
        this.screens = screens;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    View list(@AuthenticationPrincipal SignedInAgent agent) {
        return screens.show(page(Map.of(), agent, Optional.empty()));
    }

    /** Tells of an incident that begins now; what is incomplete is shown again with what was entered. */
    @PostMapping(params = "!trouble")
    View begin(@RequestParam Map<String, String> fields, @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Optional<Texts> texts = texts(fields);
        if (texts.isEmpty()) {
            return incomplete(fields, agent);
        }
        Instant now = clock.instant();
        incidents.begin(now, texts.get(), agent.actor(), now);
        return toList();
    }

    /** Accepts a proposal: the incident began with the first of its tickets. Tells of none twice. */
    @PostMapping(params = "trouble")
    View accept(
            @RequestParam Map<String, String> fields,
            @RequestParam String trouble,
            @RequestParam(defaultValue = "") List<String> tickets,
            @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Optional<Texts> texts = texts(fields);
        List<Ticket> chosen = tickets.stream().map(files::ticket).toList();
        if (texts.isEmpty() || chosen.isEmpty()) {
            return incomplete(Map.of(), agent);
        }
        Instant now = clock.instant();
        Instant began = chosen.stream()
                .map(Ticket::receivedAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        long id = incidents.begin(began, texts.get(), read(trouble), agent.actor(), now);
        work.add(id, chosen, agent);
        watch.look();
        return TicketFormsController.seeOther("/desk/incidents/" + id);
    }

    /** Says that what tickets have in common is no incident. */
    @PostMapping("/dismissals")
    View dismiss(@RequestParam String trouble, @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        incidents.dismiss(read(trouble), agent.actor(), clock.instant());
        watch.look();
        return toList();
    }

    private static Trouble read(String trouble) {
        return Trouble.read(trouble).orElseThrow(() -> new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/{id:\\d{1,18}}/texts")
    View rewrite(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Optional<Texts> texts = texts(fields);
        if (texts.isEmpty()) {
            return incomplete(fields, agent);
        }
        demand(incidents.rewrite(id, texts.get(), agent.actor(), clock.instant()));
        return toList();
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    View end(@PathVariable long id, @AuthenticationPrincipal SignedInAgent agent) {
        demandLead(agent);
        Instant now = clock.instant();
        demand(incidents.end(id, now, agent.actor(), now));
        return toList();
    }

    private View incomplete(Map<String, String> fields, SignedInAgent agent) {
        return screens.show(
                page(fields, agent, Optional.of("incidents.problem.incomplete")), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<Texts> texts(Map<String, String> fields) {
        Texts texts =
                new Texts(entered(fields, Language.RU), entered(fields, Language.KK), entered(fields, Language.EN));
        boolean complete = ORDER.stream().map(texts::in).allMatch(text -> !text.isEmpty() && text.length() <= LONGEST);
        return Optional.of(texts).filter(all -> complete);
    }

    private static String entered(Map<String, String> fields, Language language) {
        return fields.getOrDefault("text-" + language.tag(), "").strip();
    }

    private IncidentsPage page(Map<String, String> fields, SignedInAgent agent, Optional<String> problem) {
        Instant now = clock.instant();
        Moments moments =
                new Moments(Words.in(agent.language()), calendars.current().zone(), now);
        List<IncidentsPage.Row> rows = incidents.between(now.minus(SHOWN_FOR), now).stream()
                .map(incident -> row(incident, moments))
                .toList();
        List<IncidentsPage.Proposed> proposed = proposals.at(now).stream()
                .map(found -> proposed(found, moments))
                .toList();
        List<IncidentsPage.Text> form = ORDER.stream()
                .map(language -> new IncidentsPage.Text(language, entered(fields, language)))
                .toList();
        return new IncidentsPage(rows, form, isLead(agent), problem, proposed);
    }

    private static IncidentsPage.Row row(Incident incident, Moments moments) {
        return new IncidentsPage.Row(
                incident.id(),
                moments.full(incident.beganAt()),
                incident.endedAt().map(moments::full),
                columns(incident.text()));
    }

    static List<IncidentsPage.Text> columns(Texts texts) {
        return ORDER.stream()
                .map(language -> new IncidentsPage.Text(language, texts.in(language)))
                .toList();
    }

    private IncidentsPage.Proposed proposed(Proposal proposal, Moments moments) {
        List<Ticket> found = proposal.tickets();
        List<IncidentsPage.Text> suggested = ORDER.stream()
                .map(language -> new IncidentsPage.Text(
                        language, Words.in(language).text("incidents.suggested", proposals.about(proposal, language))))
                .toList();
        return new IncidentsPage.Proposed(
                proposal.trouble().key(),
                proposals.about(proposal, moments.words().language()),
                Masking.of(proposal.commonWords()),
                moments.near(found.getFirst().receivedAt()),
                moments.near(found.getLast().receivedAt()),
                found.stream()
                        .map(ticket -> IncidentController.child(ticket, moments))
                        .toList(),
                suggested);
    }

    static boolean isLead(SignedInAgent agent) {
        return agent.roles().stream().anyMatch(role -> role.includes(Role.SHIFT_LEAD));
    }

    static void demandLead(SignedInAgent agent) {
        if (!isLead(agent)) {
            throw new AccessDeniedException("incidents are told by leads of shifts");
        }
    }

    private static void demand(boolean there) {
        if (!there) {
            throw new NotFound();
        }
    }

    private static View toList() {
        var redirect = new RedirectView("/desk/incidents");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
